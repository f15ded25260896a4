using System.Globalization;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Schema;

/// <summary>
/// The table of one experiment's rows: what a row is, one number per measure, who won each segment, whether each junction clashes. Rows lie in
/// their order, so that new ones are only ever added at the end.
/// </summary>
internal sealed class OutcomeTable
{
    /// <summary>Columns before the measures.</summary>
    public const int Fixed = 7;

    /// <summary>SQLite joins at most 500 selections.</summary>
    private const int LongViewAtMost = 500;

    private readonly string[] _columns;
    private readonly PlanDocument _plan;

    public OutcomeTable(int number, PlanDocument plan)
    {
        (_plan, Name) = (plan, string.Create(CultureInfo.InvariantCulture, $"outcome_{number}"));
        _columns = Columns.Distinct([
            "point", "replication", "arm", "status", "reason", "fingerprint", "redraws",
            .. plan.Measures.Select(static measure => measure.Id),
            .. plan.Segments.Select(static segment => $"winner@{segment}"),
            .. plan.Junctions.Select(static junction => $"clash@{junction}")]);
    }

    public string Name { get; }

    public int Width => _columns.Length;

    public string Create() =>
        $"""
        CREATE TABLE {Name} (
          point INTEGER NOT NULL, replication INTEGER NOT NULL, arm INTEGER NOT NULL,
          status TEXT NOT NULL, reason TEXT, fingerprint INTEGER NOT NULL, redraws INTEGER NOT NULL,
          {string.Concat(_columns.Skip(Fixed).Select((column, i) => $"{Columns.Quoted(column)} {TypeOf(i)}, "))}
          PRIMARY KEY (point, replication, arm)
        ) WITHOUT ROWID
        """;

    /// <summary>The same rows in long form: a line for every measure of every row.</summary>
    public string? CreateLongView() => _plan.Measures.Count is 0 or > LongViewAtMost ? null :
        $"CREATE VIEW {Name}_long AS " + string.Join(" UNION ALL ", _plan.Measures.Select((measure, i) =>
            $"SELECT point, replication, arm, status, '{measure.Id.Replace("'", "''")}' AS measure, {Columns.Quoted(_columns[Fixed + i])} AS value FROM {Name}"));

    public string Insert() => $"INSERT INTO {Name} VALUES ({string.Join(", ", Enumerable.Repeat("?", Width))})";

    public string SelectInOrder() => $"SELECT * FROM {Name} ORDER BY point, replication, arm";

    public string SelectLast() => $"SELECT point, replication, arm FROM {Name} ORDER BY point DESC, replication DESC, arm DESC LIMIT 1";

    public string SelectFingerprint() => $"SELECT reason, fingerprint FROM {Name} WHERE point = ? AND replication = ? AND arm = ?";

    private string TypeOf(int i) => i < _plan.Measures.Count ? "REAL" : i < _plan.Measures.Count + _plan.Segments.Count ? "TEXT" : "INTEGER";
}
