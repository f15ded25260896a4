using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>A mean over those systems that have a part at all.</summary>
internal struct WeightedPart
{
    private double sum;
    private double weights;

    /// <summary>The mean; null if no system has the part.</summary>
    public readonly double? Mean => weights > 0 ? sum / weights : null;

    /// <summary>Adds a system's value, if it has one.</summary>
    public void Add(double? value, double weight)
    {
        if (value is not { } present) return;
        sum += present * weight;
        weights += weight;
    }
}

/// <summary>Cohesion of five parts, some of which a scenario may lack.</summary>
internal static class CohesionParts5
{
    /// <summary>The score, 1 to 100.</summary>
    public static double Score(Compiled compiled, double? physical, double? institutional, double? people, double? equity, double? diplomatic)
    {
        var parts = new CohesionParts(physical ?? 0, institutional ?? 0, people ?? 0, equity ?? 0, diplomatic ?? 0);
        return Cohesion.Score(parts, Cohesion.WeightsOf(compiled.Scenario.Scoring), Presence(physical, institutional, people, equity, diplomatic));
    }

    /// <summary>Which parts are there.</summary>
    public static CohesionPresence Presence(double? physical, double? institutional, double? people, double? equity, double? diplomatic) =>
        (physical is null ? 0 : CohesionPresence.Physical) | (institutional is null ? 0 : CohesionPresence.Institutional)
        | (people is null ? 0 : CohesionPresence.PeopleToPeople) | (equity is null ? 0 : CohesionPresence.Equity)
        | (diplomatic is null ? 0 : CohesionPresence.Diplomatic);
}
