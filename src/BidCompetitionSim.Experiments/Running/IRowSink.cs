namespace BidCompetitionSim.Experiments.Running;

/// <summary>
/// Takes rows as they are finished: always in the order of (point, replication, arm), never by two threads at once, and every row once. Summaries,
/// the store and exports are sinks; what one of them throws ends the experiment with everything taken so far kept.
/// </summary>
public interface IRowSink
{
    /// <summary>Takes the next rows. They are overwritten after the call.</summary>
    void Take(ReadOnlySpan<Row> rows);
}
