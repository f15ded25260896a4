using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Bundles;

/// <summary>Where a second run first differs from a bundle.</summary>
/// <param name="Row">Place of the row in the sequence, from 0.</param>
/// <param name="Where">Point, replication and arm, for people.</param>
/// <param name="Column">What differs: a column of the rows, or "row" where one side has no such row.</param>
/// <param name="Bundled">What the bundle has.</param>
/// <param name="Played">What was played now.</param>
public sealed record RowDifference(
    [property: Meaning("The row, from 0.")] long Row,
    [property: Meaning("Its point, replication and arm.")] string Where,
    [property: Meaning("The column.")] string Column,
    [property: Meaning("Its value in the bundle.")] string Bundled,
    [property: Meaning("Its value as played now.")] string Played);

/// <summary>Holds rows that are played now against those of a bundle, to the last bit. Why a row failed is not compared: words differ between platforms.</summary>
public sealed class RowComparison(Bundle bundle) : IRowSink, IDisposable
{
    private readonly BundleRows _rows = bundle.Rows();
    private readonly Row _bundled = bundle.Document.NewRow();
    private RowsDigest _digest;

    /// <summary>Rows compared.</summary>
    public long Compared { get; private set; }

    /// <summary>Rows that differ.</summary>
    public long Different { get; private set; }

    /// <summary>The first difference; null if there is none so far.</summary>
    public RowDifference? First { get; private set; }

    /// <summary>Digest of the rows played.</summary>
    public string Digest => _digest.Text;

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<Row> rows)
    {
        foreach (var row in rows)
        {
            Compare(row);
            _digest.Add(row);
            Compared++;
        }
    }

    /// <summary>Looks whether the bundle has rows that were not played. Call it when all were played.</summary>
    public void Finish()
    {
        while (_rows.Read(_bundled)) Note(new RowDifference(Compared + Different, Place(_bundled), "row", "there", "not played"));
        if (First is null && Digest != bundle.Manifest.Digest) Note(new RowDifference(Compared, "all rows", "digest", bundle.Manifest.Digest, Digest));
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private void Compare(Row played)
    {
        if (!_rows.Read(_bundled)) Note(new RowDifference(Compared, Place(played), "row", "not there", "played"));
        else if (Difference(_bundled, played) is var (column, bundled, now)) Note(new RowDifference(Compared, Place(played), column, bundled, now));
    }

    private void Note(RowDifference difference)
    {
        First ??= difference;
        Different++;
    }

    private (string Column, string Bundled, string Played)? Difference(Row bundled, Row played)
    {
        if ((bundled.Point, bundled.Replication, bundled.Arm) != (played.Point, played.Replication, played.Arm)) return ("row", Place(bundled), Place(played));
        if (bundled.Failure is null != played.Failure is null) return ("status", bundled.Failure ?? "done", played.Failure ?? "done");
        for (var i = 0; i < played.Values.Length; i++)
            if (!Same(bundled.Values[i], played.Values[i])) return (Plan.Measures[i].Id, Text(bundled.Values[i]), Text(played.Values[i]));
        for (var i = 0; i < played.Winners.Length; i++)
            if (bundled.Winners[i] != played.Winners[i]) return ($"winner@{Plan.Segments[i]}", Sponsor(bundled.Winners[i]), Sponsor(played.Winners[i]));
        for (var i = 0; i < played.Clashes.Length; i++)
            if (bundled.Clashes[i] != played.Clashes[i]) return ($"clash@{Plan.Junctions[i]}", bundled.Clashes[i] ? "1" : "0", played.Clashes[i] ? "1" : "0");
        if (bundled.Redraws != played.Redraws) return ("redraws", $"{bundled.Redraws}", $"{played.Redraws}");
        return bundled.Fingerprint == played.Fingerprint ? null : ("fingerprint", $"{bundled.Fingerprint:x16}", $"{played.Fingerprint:x16}");
    }

    private PlanDocument Plan => bundle.Document;

    private string Place(Row row) => $"point {row.Point}, replication {row.Replication}, arm {Plan.Arms[row.Arm].Id}";

    private string Sponsor(int index) => index < 0 ? "nobody" : Plan.Sponsors[index];

    private static bool Same(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b));

    private static string Text(double value) => double.IsNaN(value) ? "missing" : value.ToString("R");
}
