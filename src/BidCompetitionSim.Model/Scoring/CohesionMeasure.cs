namespace BidCompetitionSim.Model.Scoring;

/// <summary>The five parts of cohesion as measured; null is a part that the scenario cannot have.</summary>
public readonly record struct CohesionMeasure(double? Physical, double? Institutional, double? PeopleToPeople, double? Equity, double? Diplomatic)
{
    /// <summary>Which parts are there.</summary>
    public CohesionPresence Presence =>
        (Physical is null ? 0 : CohesionPresence.Physical) | (Institutional is null ? 0 : CohesionPresence.Institutional)
        | (PeopleToPeople is null ? 0 : CohesionPresence.PeopleToPeople) | (Equity is null ? 0 : CohesionPresence.Equity)
        | (Diplomatic is null ? 0 : CohesionPresence.Diplomatic);

    /// <summary>The score, 1 to 100; null if no part is there.</summary>
    public double? Score(in CohesionParts weights) => Presence == CohesionPresence.None ? null : Cohesion.Score(
        new CohesionParts(Physical ?? 0, Institutional ?? 0, PeopleToPeople ?? 0, Equity ?? 0, Diplomatic ?? 0), weights, Presence);

    /// <summary>Each part as it counts: cut to [0.01, 1].</summary>
    public CohesionMeasure Counted => new(Cut(Physical), Cut(Institutional), Cut(PeopleToPeople), Cut(Equity), Cut(Diplomatic));

    private static double? Cut(double? part) => part is { } value ? Math.Clamp(value, Cohesion.Floor, 1) : null;
}
