namespace BidCompetitionSim.Experiments.Running;

/// <summary>How an experiment is played. Nothing of it changes a row.</summary>
public sealed record RunnerOptions
{
    /// <summary>Threads to play on; 0 for one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Replications already there, counted over points in the order of rows: what a store of an interrupted experiment holds, over the number
    /// of arms. Their rows are not played again and not handed to the sinks.
    /// </summary>
    public long From { get; init; }

    /// <summary>Told how far it is, after every chunk that the sinks took; never by two threads at once, so that sinks may be read in it.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Stops it: every replication finished so far, up to the first that is not, is handed to the sinks.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>How far an experiment is.</summary>
/// <param name="Rows">Rows handed to the sinks, this time.</param>
/// <param name="Total">Rows to be played in all this time.</param>
/// <param name="Failed">Rows of them that failed.</param>
/// <param name="Elapsed">Time since it began.</param>
public readonly record struct RunProgress(long Rows, long Total, long Failed, TimeSpan Elapsed)
{
    /// <summary>Rows a second; 0 before the clock has moved.</summary>
    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? Rows / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at this rate; null while nothing can be said.</summary>
    public TimeSpan? Left => Rows > 0 ? Elapsed * ((double)(Total - Rows) / Rows) : null;

    /// <summary>Whether all was played.</summary>
    public bool IsWhole => Rows == Total;
}
