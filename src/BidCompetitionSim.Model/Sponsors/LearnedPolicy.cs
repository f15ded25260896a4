using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// What the learning behaviour of a sponsor offers: in each of the eight situations that it tells apart, some kinds of offer with their probabilities. Trained
/// beforehand by regret matching (docs/model.md §4.4) and part of the scenario, so that a run needs nothing else.
/// </summary>
public sealed record LearnedPolicy
{
    [Meaning("The sponsor that learnt it.")]
    public required string Id { get; init; }

    [Meaning("Kinds of offer by situation, with probabilities that sum to 1 in each of the eight.")]
    public required LearnedOffer[] Offers { get; init; }
}

/// <summary>A kind of offer, and how often it is made in a situation.</summary>
public sealed record LearnedOffer
{
    [Meaning("Situation: whether the sponsor expects a rival, with a probability of a half or more.")]
    public required bool Contested { get; init; }

    [Meaning("Situation: whether the line ties into the sponsor's home by a half or more.")]
    public required bool Home { get; init; }

    [Meaning("Situation: whether the pressure of losses to rivals is a half or more.")]
    public required bool Pressed { get; init; }

    [Quantity(0, 1, "Concession of the loan, from the hardest window to the softest.")]
    public required double Concession { get; init; }

    [Quantity(0, 1, "Where the margin lies between that of full concession, 0, and that without concession, 1.")]
    public required double Markup { get; init; }

    [Meaning("Whether it complies with the regional specification where one is offered.")]
    public required bool Complies { get; init; }

    [Meaning("Whether a sovereign guarantee is asked; it is where the windows used allow no waiver.")]
    public required bool Guarantee { get; init; }

    [Quantity(0, 1, "Probability of this kind of offer in the situation.")]
    public required double Probability { get; init; }
}
