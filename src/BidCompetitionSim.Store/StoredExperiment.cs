using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store;

/// <summary>What a store knows of an experiment, its rows apart.</summary>
public sealed record StoredExperiment
{
    /// <summary>Number in this store: its rows are in the table <c>outcome_N</c>.</summary>
    public required int Number { get; init; }

    /// <summary>Its plan.</summary>
    public required PlanDocument Plan { get; init; }

    /// <summary>When it was first stored, UTC, ISO 8601.</summary>
    public required string CreatedUtc { get; init; }

    /// <summary>How it ended: done, failed, stopped; unfinished if nobody noted an end, because it runs or was killed.</summary>
    public required string Status { get; init; }

    /// <summary>Digest of all rows, hexadecimal; null until it ended.</summary>
    public required string? Digest { get; init; }

    /// <summary>Rows stored.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that the plan asks for.</summary>
    public long RowsPlanned => (long)Plan.Points.Count * Plan.Arms.Count * Plan.Replications;

    /// <summary>Who wrote its rows, in order of time.</summary>
    public required IReadOnlyList<Sitting> Sittings { get; init; }
}
