using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>A state.</summary>
public sealed record StateResult
{
    [Meaning("Short name.")]
    public required string Id { get; init; }

    [Meaning("Name.")]
    public required string Name { get; init; }

    [Meaning("Whether it is a member of ASEAN.")]
    public required bool Asean { get; init; }

    [Meaning("By system: what it could gain, the sum of weight times (before over ideal, less one) over its scored pairs.")]
    public required IReadOnlyDictionary<string, double> Achievable { get; init; }

    [Meaning("By system: the same as built.")]
    public required IReadOnlyDictionary<string, double> Realised { get; init; }

    [Meaning("Ties to sponsors at the horizon, -1 to 1.")]
    public required IReadOnlyDictionary<string, double> TieTo { get; init; }

    [Meaning("Ties to other states at the horizon, -1 to 1.")]
    public required IReadOnlyDictionary<string, double> TieToStates { get; init; }

    [Meaning("Public debt over GDP, from the start, then at the end of each year.")]
    public required double[] DebtToGdp { get; init; }

    [Meaning("Population, million.")]
    public required double PopulationM { get; init; }
}

/// <summary>A sponsor.</summary>
public sealed record SponsorResult
{
    [Meaning("Short name.")]
    public required string Id { get; init; }

    [Meaning("Name.")]
    public required string Name { get; init; }

    [Meaning("Loans signed and not cancelled.")]
    public required double Committed { get; init; }

    [Meaning("Money left in its windows.")]
    public required double Envelope { get; init; }

    [Meaning("Pressure of tenders lost to rivals at the end.")]
    public required double Pressure { get; init; }

    [Meaning("What it had come to believe of its rivals.")]
    public required BeliefResult[] Beliefs { get; init; }
}

/// <summary>A belief about a rival in a system.</summary>
public sealed record BeliefResult
{
    [Meaning("System.")]
    public required string System { get; init; }

    [Meaning("Rival.")]
    public required string Rival { get; init; }

    [Meaning("How far its offers beat its reference offer, in the host's utility: mean.")]
    public required double Mean { get; init; }

    [Meaning("Variance of that.")]
    public required double Variance { get; init; }

    [Meaning("Probability that it bids.")]
    public required double Participation { get; init; }
}

/// <summary>Something that happened besides tenders.</summary>
public sealed record Happening
{
    [Meaning("Day.")]
    public required int Day { get; init; }

    [Meaning("government-changed, award-upheld, project-cancelled, loan-renegotiated or policy-changed.")]
    public required string Kind { get; init; }

    [Meaning("State, segment or sponsor to which it happened.")]
    public required string Subject { get; init; }

    [Meaning("What exactly; null if there is no more to say.")]
    public required string? Detail { get; init; }
}
