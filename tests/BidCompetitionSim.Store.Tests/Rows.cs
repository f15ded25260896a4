using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Tests;

/// <summary>Keeps every row that it takes as text that tells any two rows apart, to the last bit.</summary>
internal sealed class Rows : IRowSink
{
    public List<string> Facts { get; } = [];

    public void Take(ReadOnlySpan<Row> rows)
    {
        foreach (var row in rows) Facts.Add(Fact(row));
    }

    public static string Fact(Row row) =>
        $"{row.Point}/{row.Replication}/{row.Arm} {row.Failure} {row.Fingerprint:x} {row.Redraws} "
        + string.Join(' ', row.Values.Select(static value => double.IsNaN(value) ? "-" : BitConverter.DoubleToInt64Bits(value).ToString("x")))
        + $" {string.Join(' ', row.Winners)} {string.Join(' ', row.Clashes)}";

    public static List<string> In(ResultStore store, PlanDocument plan)
    {
        var rows = new Rows();
        store.Replay(store.Find(plan.Experiment), [rows]);
        return rows.Facts;
    }

    public static List<string> Expected(PlanDocument plan, long count) => [.. Enumerable.Range(0, (int)count).Select(i => Fact(Planned.RowAt(plan, i)))];
}
