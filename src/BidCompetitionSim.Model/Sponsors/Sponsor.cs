using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>How a sponsor decides what to bid.</summary>
public enum SponsorBehaviourKind
{
    /// <summary>Maximises its expected payoff against what it believes of its rivals.</summary>
    BestResponse,

    /// <summary>Makes the offers listed in the scenario, and no others.</summary>
    Fixed,

    /// <summary>Bids the symmetric first-price equilibrium of its cost signal, in price alone: the closed form that the rest is checked against.</summary>
    Equilibrium,

    /// <summary>Draws its offers from a policy learnt beforehand by regret matching, which is part of the scenario.</summary>
    Learning,
}

/// <summary>A state that bids for projects with its own firms and money.</summary>
public sealed record Sponsor
{
    [Meaning("Short name of the sponsor.")]
    public required string Id { get; init; }

    [Meaning("Name of the sponsor.")]
    public required string Name { get; init; }

    [Meaning("How it decides what to bid.")]
    public required SponsorBehaviourKind Behaviour { get; init; }

    [Meaning("What it builds, by system; a system not named is one it does not bid in.")]
    public required Capability[] Capabilities { get; init; }

    [Meaning("What a win is worth to it, as shares of reference cost.")]
    public required StrategicValues Values { get; init; }

    [Quantity(0, 5, "How much a loss to a rival raises the value of the next win (per unit of pressure).")]
    public required double Rivalry { get; init; }

    [Quantity(0.1, 50, "Half-life of the pressure that a loss to a rival leaves.")]
    public required double PressureHalfLifeYears { get; init; }

    [Quantity(0, 2, "Laxity of its anti-corruption control; 1 is the laxest sponsor.")]
    public required double Laxity { get; init; }

    [Quantity(-0.5, 1, "Margin over bid cost without concession.")]
    public required double MarginHard { get; init; }

    [Quantity(-0.5, 1, "Margin over bid cost at full concession.")]
    public required double MarginSoft { get; init; }

    [Quantity(0, 5, "Weight of fiscal cost of subsidised loans.")]
    public required double FiscalWeight { get; init; }

    [Quantity(0, 1, "Awareness of the winner's curse: 0 naive, 1 fully aware.")]
    public required double Shade { get; init; }

    [Quantity(0, 1, "Probability of being in the market for a segment that does not tie into its home.")]
    public required double ParticipationBase { get; init; }

    [Quantity(0, 1, "Probability of being in the market for a segment that wholly ties into its home.")]
    public required double ParticipationHome { get; init; }

    [Quantity(0, 1, "Its share of the sponsors' investment in the region before the start.")]
    public required double RegionalShare { get; init; }

    [Meaning("How it answers lost tenders with more money and better terms; absent if it does not.")]
    public required PolicyResponse? Response { get; init; }

    [Meaning("Dated changes of policy, known in advance from history.")]
    public required PolicyChange[] PolicyChanges { get; init; }

    [Meaning("Offers of the fixed behaviour.")]
    public required FixedOffer[] FixedOffers { get; init; }
}

/// <summary>What a sponsor builds in one system.</summary>
public sealed record Capability
{
    [Meaning("The system.")]
    public required string System { get; init; }

    [Meaning("Its own technical standard.")]
    public required string Standard { get; init; }

    [Quantity(0.1, 5, "Its cost over the true cost level of a segment.")]
    public required double CostMultiplier { get; init; }

    [Quantity(0.005, 1, "Standard deviation of its own estimate of that cost, in logs.")]
    public required double SignalSd { get; init; }

    [Quantity(0.1, 5, "Its contracted build time over the reference time.")]
    public required double BuildTimeFactor { get; init; }

    [Quantity(0, 1, "Quality of what it builds.")]
    public required double Quality { get; init; }
}

/// <summary>What a win is worth, as shares of reference cost.</summary>
public sealed record StrategicValues
{
    [Quantity(0, 2, "Influence on the host.")]
    public required double Influence { get; init; }

    [Quantity(0, 2, "A full tie into the sponsor's own network and supply chains.")]
    public required double Home { get; init; }

    [Quantity(0, 2, "Setting its own technical standard.")]
    public required double Standard { get; init; }

    [Quantity(0, 2, "Use of its construction industry's capacity.")]
    public required double Capacity { get; init; }
}

/// <summary>A change of policy triggered by lost tenders; it happens once.</summary>
public sealed record PolicyResponse
{
    [Quantity(1, 100, "Losses to rivals that trigger it.")]
    public required int Losses { get; init; }

    [Quantity(0.1, 50, "Years within which those losses fall.")]
    public required double WithinYears { get; init; }

    [Meaning("Whether one lost prestige tender triggers it.")]
    public required bool Prestige { get; init; }

    [Quantity(0, 3650, "Days from the trigger to the change.")]
    public required int DelayDays { get; init; }

    [Quantity(0, 1000, "Money added to the softest of its windows that lend where it lost.")]
    public required double EnvelopeUsdBn { get; init; }

    [Quantity(-5, 5, "Change of its weight of fiscal cost.")]
    public required double FiscalWeightChange { get; init; }

    [Meaning("Whether all its windows may waive the sovereign guarantee from then on.")]
    public required bool OpensWaivers { get; init; }
}

/// <summary>A dated change of policy.</summary>
public sealed record PolicyChange
{
    [Date("The change takes effect on this date.")]
    public required int Day { get; init; }

    [Meaning("Window whose envelope grows.")]
    public required string Window { get; init; }

    [Quantity(0, 1000, "Money added to the window.")]
    public required double EnvelopeUsdBn { get; init; }

    [Quantity(-5, 5, "Change of the sponsor's weight of fiscal cost.")]
    public required double FiscalWeightChange { get; init; }

    [Meaning("Whether all the sponsor's windows may waive the sovereign guarantee from then on.")]
    public required bool OpensWaivers { get; init; }
}

/// <summary>An offer given in advance: for history and for tests that a hand can check.</summary>
public sealed record FixedOffer
{
    [Meaning("Segment it is for.")]
    public required string Segment { get; init; }

    [Quantity(1, 2, "Attempt it is for.")]
    public required int Attempt { get; init; }

    [Quantity(0.1, 5, "Price over reference cost.")]
    public required double PriceOverReference { get; init; }

    [Quantity(0, 1, "Concession, from the hardest window to the softest.")]
    public required double Concession { get; init; }

    [Meaning("Whether a sovereign guarantee is asked.")]
    public required bool Guarantee { get; init; }

    [Meaning("Whether it complies with the regional specification where one is offered.")]
    public required bool Complies { get; init; }
}
