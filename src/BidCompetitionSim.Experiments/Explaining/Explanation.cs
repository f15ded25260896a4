using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Explaining;

/// <summary>Why a tender ended as it did, and what would have ended it otherwise.</summary>
public sealed record Explanation
{
    [Meaning("Segment.")]
    public required string Segment { get; init; }

    [Meaning("Attempt, 1 or 2.")]
    public required int Attempt { get; init; }

    [Meaning("The host's weights.")]
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    [Meaning("Weight of the region in the award, alpha.")]
    public required double RegionalWeight { get; init; }

    [Meaning("Utility of one unit of the Secretariat's score.")]
    public required double RegionalScale { get; init; }

    [Meaning("Who would have been chosen how often with these offers, were the host's taste drawn again; nobody under the empty name.")]
    public required IReadOnlyDictionary<string, double> Probabilities { get; init; }

    [Meaning("The one that comes first by what decides.")]
    public required string First { get; init; }

    [Meaning("The one that comes second; empty for nobody.")]
    public required string Second { get; init; }

    [Meaning("How far apart they are.")]
    public required double Margin { get; init; }

    [Meaning("The smallest single changes that would have put the second first.")]
    public required Flip[] Flips { get; init; }

    /// <summary>Explains a tender that was just judged; null if there was no choice.</summary>
    internal static Explanation? Of(TenderView view, OpenTender tender, AttemptResult attempt) =>
        tender.HasChoice && Array.Exists(attempt.Offers, offer => offer.Refusals is null) ? new Explainer(view, tender).Explain() : null;
}

/// <summary>One change that would have put the second first.</summary>
public sealed record Flip
{
    [Meaning("price, grant-element, tie, standard or guarantee.")]
    public required string What { get; init; }

    [Meaning("Whose offer changes.")]
    public required string Sponsor { get; init; }

    [Meaning("What it was.")]
    public required string From { get; init; }

    [Meaning("What it would have to be; null if no value would do.")]
    public required string? To { get; init; }
}
