using System.Buffers.Text;
using System.Globalization;
using System.Text;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Csv;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Bundles;

/// <summary>Reads the rows of a bundle in their order.</summary>
public sealed class BundleRows : IDisposable
{
    private readonly Bundle _bundle;
    private readonly Stream _stream;
    private readonly CsvReader _csv;
    private readonly byte[][] _arms;
    private readonly byte[][] _sponsors;
    private readonly int _columns;

    internal BundleRows(Bundle bundle, Stream stream)
    {
        (_bundle, _stream, _csv) = (bundle, stream, new CsvReader(stream));
        _arms = [.. Plan.Arms.Select(static arm => Encoding.UTF8.GetBytes(arm.Id))];
        _sponsors = [.. Plan.Sponsors.Select(Encoding.UTF8.GetBytes)];
        var columns = CsvColumns.Of(Plan, withFingerprints: true);
        _columns = columns.Length;
        if (!Next() || !columns.Select((column, i) => Encoding.UTF8.GetString(_csv[i]) == column).All(static same => same))
            throw Wrong("the header is not the one that the plan gives");
    }

    private PlanDocument Plan => _bundle.Document;

    /// <summary>Reads the next row.</summary>
    /// <param name="row">Overwritten, if there is a next row.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="BundleException">The line is not a row of this experiment.</exception>
    public bool Read(Row row)
    {
        if (!Next()) return false;
        var column = 1; // the experiment is the same in all
        row.Point = (int)Integer(column++);
        column += Plan.Factors.Count;
        row.Arm = IndexOf(_csv[column++], _arms);
        row.Replication = (uint)Integer(column++);
        column++; // so is the seed
        ReadStatus(row, column);
        column += 2;
        row.Fingerprint = ulong.TryParse(_csv[column], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var fingerprint) ? fingerprint : throw Wrong("a fingerprint is no hexadecimal number");
        row.Redraws = (int)Integer(column + 1);
        column += 2;
        for (var i = 0; i < row.Values.Length; i++) row.Values[i] = Number(column++);
        for (var i = 0; i < row.Winners.Length; i++) row.Winners[i] = _csv[column++] is var winner && (winner.IsEmpty || winner.SequenceEqual(CsvSink.Nobody)) ? -1 : IndexOf(winner, _sponsors);
        for (var i = 0; i < row.Clashes.Length; i++) row.Clashes[i] = _csv[column++].SequenceEqual("1"u8);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void ReadStatus(Row row, int column) => row.Failure =
        _csv[column].SequenceEqual("failed"u8) ? Encoding.UTF8.GetString(_csv[column + 1]) : _csv[column].SequenceEqual("done"u8) ? null : throw Wrong("a status is neither done nor failed");

    private bool Next()
    {
        try
        {
            if (!_csv.Read()) return false;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new BundleException(_bundle.Path, [$"{BundleLayout.Rows}: {e.Message}"]);
        }
        return _csv.Count == _columns ? true : throw Wrong($"found {_csv.Count} columns, expected {_columns}");
    }

    private long Integer(int column) => Utf8Parser.TryParse(_csv[column], out long value, out var used) && used == _csv[column].Length && value is >= 0 and <= uint.MaxValue
        ? value : throw Wrong("a number is not a whole one");

    private double Number(int column) => _csv[column].IsEmpty ? double.NaN
        : _csv[column].SequenceEqual("Inf"u8) ? double.PositiveInfinity
        : _csv[column].SequenceEqual("-Inf"u8) ? double.NegativeInfinity
        : double.TryParse(_csv[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong("a value is no number");

    private int IndexOf(ReadOnlySpan<byte> name, byte[][] names)
    {
        for (var i = 0; i < names.Length; i++)
            if (name.SequenceEqual(names[i])) return i;
        throw Wrong($"no arm or sponsor is called {Encoding.UTF8.GetString(name)}");
    }

    private BundleException Wrong(string why) => new(_bundle.Path, [$"{BundleLayout.Rows}, line {_csv.Line}: {why}"]);
}
