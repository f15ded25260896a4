using BidCompetitionSim.Experiments.Running;

namespace BidCompetitionSim.Store.Bundles;

/// <summary>Digest and counts of the rows that pass.</summary>
internal sealed class RowsFold : IRowSink
{
    private RowsDigest _digest;

    public long Rows { get; private set; }

    public long Failed { get; private set; }

    public string Digest => _digest.Text;

    public void Take(ReadOnlySpan<Row> rows)
    {
        foreach (var row in rows)
        {
            _digest.Add(row);
            Failed += row.Failure is null ? 0 : 1;
        }
        Rows += rows.Length;
    }
}
