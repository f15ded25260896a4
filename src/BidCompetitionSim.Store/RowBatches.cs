using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store;

/// <summary>Hands rows that come one by one on in batches.</summary>
internal static class RowBatches
{
    private const int BatchRows = 256;

    public static long Hand(Func<Row, bool> read, PlanDocument plan, IReadOnlyList<IRowSink> sinks, long limit)
    {
        var batch = new Row[BatchRows];
        for (var i = 0; i < batch.Length; i++) batch[i] = plan.NewRow();
        for (var handed = 0L; ; )
        {
            var filled = 0;
            while (filled < batch.Length && handed + filled < limit && read(batch[filled])) filled++;
            if (filled == 0) return handed;
            foreach (var sink in sinks) sink.Take(batch.AsSpan(0, filled));
            handed += filled;
        }
    }
}
