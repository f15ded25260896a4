using System.Text;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Plans;
using BidCompetitionSim.Store.Schema;
using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store;

/// <summary>How an experiment ended.</summary>
public enum Ending
{
    /// <summary>All rows are there and done.</summary>
    Done,

    /// <summary>All rows are there, and some failed.</summary>
    Failed,

    /// <summary>It was stopped before its end.</summary>
    Stopped,
}

/// <summary>
/// Writes an experiment's rows, each batch as one transaction: whatever happens, a store holds whole batches from the first row on, without a
/// gap. Allocates nothing for a row but the reason of one that failed.
/// </summary>
public sealed class StoreSink : IRowSink, IDisposable
{
    private static readonly byte[] DoneText = "done"u8.ToArray();
    private static readonly byte[] FailedText = "failed"u8.ToArray();

    private readonly Database _database;
    private readonly long _number;
    private readonly RowOrder _order;
    private readonly byte[][] _sponsors;
    private readonly Statement _insert;

    internal StoreSink(Database database, long number, PlanDocument plan, long rows)
    {
        (_database, _number, Plan, Rows) = (database, number, plan, rows);
        _order = RowOrder.Of(plan);
        _sponsors = [.. plan.Sponsors.Select(Encoding.UTF8.GetBytes)];
        _insert = database.Prepare(new OutcomeTable((int)number, plan).Insert());
    }

    /// <summary>The plan as it is stored.</summary>
    public PlanDocument Plan { get; private set; }

    /// <summary>Rows stored: the first so many of the sequence.</summary>
    public long Rows { get; private set; }

    /// <summary>Stores the next rows, all or none of them.</summary>
    /// <exception cref="StoreException">They cannot be written; what was stored before is intact.</exception>
    /// <exception cref="ArgumentException">They are not the next rows of the sequence.</exception>
    public void Take(ReadOnlySpan<Row> rows)
    {
        if (rows.IsEmpty) return;
        _database.Execute("BEGIN IMMEDIATE");
        try
        {
            for (var i = 0; i < rows.Length; i++) Write(rows[i], Rows + i);
            _database.Execute("COMMIT");
        }
        catch
        {
            _database.RollBack();
            throw;
        }
        Rows += rows.Length;
    }

    /// <summary>Notes how it ended. After this call everything is on the disk, whatever happens to the machine.</summary>
    /// <param name="ending">How.</param>
    /// <param name="digest">Digest of all rows; null if it was not computed.</param>
    /// <param name="result">What the experiment says, JSON, UTF-8; empty if there is no such document.</param>
    public void Finish(Ending ending, string? digest, ReadOnlySpan<byte> result)
    {
        // How many replications a wanted precision takes is known at its end.
        if (Plan.Points.Count == 1 && ending != Ending.Stopped && Rows > RowOrder.Of(Plan).Rows) Settle((int)(Rows / Plan.Arms.Count));
        using (var update = _database.Prepare("UPDATE experiment SET status = ?, digest = ?, result = ? WHERE number = ?"))
        {
            update.Bind(1, ending.ToString().ToLowerInvariant()).Bind(2, digest).Bind(4, _number);
            if (!result.IsEmpty) update.BindBytes(3, Packed.Pack(result));
            update.Run();
        }
        _database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc/>
    public void Dispose() => _insert.Dispose();

    private void Settle(int replications)
    {
        Plan = Plan with { Replications = replications };
        using var update = _database.Prepare("UPDATE experiment SET replications = ?, plan = ? WHERE number = ?");
        update.Bind(1, replications).Bind(2, StoreJson.Text(Plan)).Bind(3, _number).Run();
    }

    private void Write(Row row, long index)
    {
        if (!_order.IsNext(index, row))
            throw new ArgumentException($"Row {index} cannot be point {row.Point}, replication {row.Replication}, arm {row.Arm}: rows come in order, each once.");
        _insert.Bind(1, row.Point).Bind(2, row.Replication).Bind(3, row.Arm);
        _insert.BindText(4, row.Failure is null ? DoneText : FailedText).Bind(5, row.Failure).Bind(6, unchecked((long)row.Fingerprint)).Bind(7, row.Redraws);
        var column = OutcomeTable.Fixed;
        if (row.Failure is null) BindOutcome(row, column);
        else for (var total = column + row.Values.Length + row.Winners.Length + row.Clashes.Length; column < total;) _insert.BindNull(++column);
        _insert.Run();
    }

    private void BindOutcome(Row row, int column)
    {
        foreach (var value in row.Values) _insert.Bind(++column, value);
        foreach (var winner in row.Winners)
            if (winner < 0) _insert.BindNull(++column);
            else _insert.BindText(++column, _sponsors[winner]);
        foreach (var clash in row.Clashes) _insert.Bind(++column, clash ? 1L : 0L);
    }
}
