using System.Text;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Plans;
using BidCompetitionSim.Store.Schema;
using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store;

/// <summary>By what a stored row is known.</summary>
/// <param name="Failure">Why it failed; null if it did not.</param>
/// <param name="Fingerprint">Fingerprint of its outcome; 0 if it failed.</param>
public readonly record struct StoredRow(string? Failure, ulong Fingerprint);

/// <summary>Reads an experiment's rows in their order, as they were when it began to read.</summary>
public sealed class StoredRows : IDisposable
{
    private readonly Database _database;
    private readonly Statement _select;
    private readonly byte[][] _sponsors;
    private bool _over;

    internal StoredRows(Database database, OutcomeTable table, PlanDocument plan)
    {
        (_database, Plan) = (database, plan);
        _sponsors = [.. plan.Sponsors.Select(Encoding.UTF8.GetBytes)];
        _select = database.Prepare(table.SelectInOrder());
    }

    /// <summary>The experiment's plan: what the columns are.</summary>
    public PlanDocument Plan { get; }

    /// <summary>Reads the next row.</summary>
    /// <param name="row">Overwritten, if there is a next row; made by <see cref="PlanDocument.NewRow"/>.</param>
    /// <returns>Whether there was one.</returns>
    public bool Read(Row row)
    {
        _over = _over || !_select.Step(); // a step beyond the end would begin again
        if (_over) return false;
        (row.Point, row.Replication, row.Arm) = ((int)_select.Long(0), (uint)_select.Long(1), (int)_select.Long(2));
        (row.Failure, row.Fingerprint, row.Redraws) = (_select.TextOrNull(4), unchecked((ulong)_select.Long(5)), (int)_select.Long(6));
        var column = OutcomeTable.Fixed;
        for (var i = 0; i < row.Values.Length; i++) row.Values[i] = _select.Double(column++);
        for (var i = 0; i < row.Winners.Length; i++) row.Winners[i] = SponsorAt(column++);
        for (var i = 0; i < row.Clashes.Length; i++) row.Clashes[i] = _select.Long(column++) != 0;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _select.Dispose();
        _database.Dispose();
    }

    private int SponsorAt(int column)
    {
        if (_select.IsNull(column)) return -1;
        var name = _select.Bytes(column);
        for (var i = 0; i < _sponsors.Length; i++)
            if (name.SequenceEqual(_sponsors[i])) return i;
        throw new StoreException(_database.Path, $"a row names a sponsor that its experiment does not have: {Encoding.UTF8.GetString(name)}", "The file was changed by something else");
    }
}
