using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Experiments.Learning;

/// <summary>How often a sponsor learnt in one of the situations that it tells apart.</summary>
/// <param name="Sponsor">Id of the sponsor.</param>
/// <param name="Contested">Whether it expects a rival.</param>
/// <param name="Home">Whether the line ties into its home.</param>
/// <param name="Pressed">Whether it is under the pressure of losses.</param>
/// <param name="Choices">Choices that it learnt from there; 0 if it never met the situation, and all kinds of offer were left alike.</param>
public sealed record SituationLearnt(string Sponsor, bool Contested, bool Home, bool Pressed, long Choices)
{
    internal static SituationLearnt Of(string sponsor, LearnedOffer kind, long choices) => new(sponsor, kind.Contested, kind.Home, kind.Pressed, choices);

    /// <summary>The situation in words.</summary>
    public override string ToString() => $"{(Contested ? "a rival expected" : "alone")}, {(Home ? "at home" : "away")}, {(Pressed ? "under pressure" : "at ease")}";
}
