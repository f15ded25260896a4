using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>How costs are uncertain, and how bids and beliefs are made.</summary>
public sealed record BiddingRules
{
    [Quantity(0.005, 1, "Standard deviation of the true cost level around the reference, in logs.")]
    public required double CostLevelSd { get; init; }

    [Quantity(1, 512, "Steps in which concession is searched, from none to full.")]
    public required int ConcessionSteps { get; init; }

    [Quantity(0, 0.2, "Cost of preparing a bid, as a share of reference cost; a smaller expected payoff is declined.")]
    public required double BidCostShare { get; init; }

    [Quantity(0, 1, "Loss given default of a loan without sovereign guarantee.")]
    public required double LossGivenDefault { get; init; }

    [Quantity(0.01, 5, "Standard deviation of what a sponsor first believes of what a rival adds to its reference offer.")]
    public required double PriorSd { get; init; }

    [Quantity(0, 2, "Drift variance of that belief per tender.")]
    public required double DriftVariance { get; init; }

    [Quantity(0, 2, "Variance of what is new in every offer.")]
    public required double NoveltyVariance { get; init; }

    [Quantity(0.0001, 5, "Variance of observation where results are published.")]
    public required double PublishedVariance { get; init; }

    [Quantity(0.0001, 5, "Variance of observation where results are secret.")]
    public required double SecretVariance { get; init; }

    [Quantity(0, 0.5, "Rise of reference cost while a segment waits, real.")]
    public required double EscalationPerYear { get; init; }

    [Quantity(0, 0.5, "Bribe as a share of transaction value where governance is worst, tendering opaque and the sponsor laxest.")]
    public required double BribeShare { get; init; }

    [Quantity(0, 1000, "Weight of the sponsors' regional shares in a host's concentration, in USD bn of awards.")]
    public required double ConcentrationPriorUsdBn { get; init; }

    [Elective, Quantity(0, 1, "Share of worthwhile joint bids that come about where there is no tension; left out: all of them.")]
    public double? JointOpenness { get; init; }

    [Elective, Quantity(0, 1, "Share of its strategic worth that a joint award has for either partner; left out: all of it.")]
    public double? JointWorth { get; init; }
}
