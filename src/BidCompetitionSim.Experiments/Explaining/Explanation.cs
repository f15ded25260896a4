using System.Text.Json.Serialization;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Explaining;

/// <summary>Why a tender ended as it did, and what would have ended it otherwise.</summary>
public sealed record Explanation
{
    [Meaning("Segment.")]
    public required string Segment { get; init; }

    [Meaning("Attempt, 1 or 2.")]
    public required int Attempt { get; init; }

    [Meaning("The host's weights; of several states, their joint ones.")]
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    [Meaning("Weight of the region in the award, alpha.")]
    public required double RegionalWeight { get; init; }

    [Meaning("Utility of one unit of the Secretariat's score.")]
    public required double RegionalScale { get; init; }

    [Meaning("Who would have been chosen how often with these offers, were the host's taste drawn again; nobody under the empty name. Of several states, with every taste of each drawn again, 100,000 times.")]
    public required IReadOnlyDictionary<string, double> Probabilities { get; init; }

    [Meaning("The one that comes first by what decides; empty for nobody.")]
    public required string First { get; init; }

    [Meaning("The one that comes second; empty for nobody. An offer that one of several states likes less than none comes after nobody.")]
    public required string Second { get; init; }

    [Meaning("How far apart they are; where several states choose and one of the two is nobody, to the state that likes the other least.")]
    public required double Margin { get; init; }

    [Meaning("That state; absent otherwise."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MarginOf { get; init; }

    [Meaning("What each of several states that let the segment thinks, in order of state; absent where one does."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HostJudgement[]? Hosts { get; init; }

    [Meaning("The smallest single changes that would have put the second first; where several states choose, any that would have made another of the best offer beside the first, or made the first win no more.")]
    public required Flip[] Flips { get; init; }
}

/// <summary>What one of several contracting states thinks of a tender's offers.</summary>
public sealed record HostJudgement
{
    [Meaning("State.")]
    public required string State { get; init; }

    [Meaning("What its utility counts for in the joint one.")]
    public required double Weight { get; init; }

    [Meaning("Its utility of choosing nobody, as it counts.")]
    public required double NobodyUtility { get; init; }

    [Meaning("Its own taste for choosing nobody.")]
    public required double NobodyTaste { get; init; }

    [Meaning("Its utility of each offer that could be chosen.")]
    public required HostUtility[] Offers { get; init; }
}

/// <summary>One state's utility of one offer.</summary>
public sealed record HostUtility
{
    [Meaning("Sponsor; of a joint bid, the one that leads.")]
    public required string Sponsor { get; init; }

    [Meaning("The state's own utility.")]
    public required UtilityResult Utility { get; init; }
}

/// <summary>One change that would have put the second first.</summary>
public sealed record Flip
{
    [Meaning("price, grant-element, tie, standard or guarantee.")]
    public required string What { get; init; }

    [Meaning("Whose offer changes; of a joint bid, the one that leads.")]
    public required string Sponsor { get; init; }

    [Meaning("The state whose tie to that sponsor it is, where several let the segment; absent otherwise."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TieOf { get; init; }

    [Meaning("What it was.")]
    public required string From { get; init; }

    [Meaning("What it would have to be; null if no value would do.")]
    public required string? To { get; init; }

    [Meaning("The same as a number, to full precision: price over reference cost, concession, tie; absent for a standard or a guarantee, and if no value would do."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Turns { get; init; }

    [Meaning("Who would have been chosen then, where several states let the segment; empty for nobody, absent otherwise."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Then { get; init; }

    [Meaning("The state that would then rather have nobody than the changed offer; absent if none would."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Refuser { get; init; }
}
