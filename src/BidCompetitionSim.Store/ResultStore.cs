using System.Text;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Store.Plans;
using BidCompetitionSim.Store.Schema;
using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store;

/// <summary>
/// Experiments and their rows in one SQLite file. Rows are written ahead to a log (WAL) and committed batch by batch: a killed program loses the
/// batch in flight, a machine that loses power loses what was committed since the log was last moved into the file, and in neither case is there
/// a gap. Not for two threads at once; any number of programs may read while one writes.
/// </summary>
public sealed class ResultStore : IDisposable
{
    /// <summary>How long another program's write is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A row is about a kilobyte, and a page of a table ordered by its key holds at least four.
    private const int PageBytes = 16384;

    private readonly Database _database;
    private readonly List<StoreSink> _sinks = [];

    private ResultStore(Database database) => _database = database;

    /// <summary>The file.</summary>
    public string Path => _database.Path;

    /// <summary>Opens a store for reading and writing; makes one where there is none. An older one is brought up to date.</summary>
    /// <exception cref="StoreException">It cannot be opened or made, or it is no store: then it is not touched.</exception>
    public static ResultStore Open(string path) => Open(path, StoreSchema.Migrations, Patience);

    /// <summary>Opens a store that exists for reading alone; the file may be on a medium that cannot be written.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be opened.</exception>
    public static ResultStore OpenToRead(string path)
    {
        StorePath.CheckFile(path);
        var database = Database.Open(path, Access.Read, Patience);
        try
        {
            var version = StoreSchema.VersionOf(database, StoreSchema.Migrations);
            if (version == StoreSchema.Migrations[^1].Version) return new ResultStore(database);
            if (version == 0) throw new StoreException(path, "it is empty", "Store an experiment first");
        }
        catch
        {
            database.Dispose();
            throw;
        }
        database.Dispose();
        return Open(path);
    }

    internal static ResultStore Open(string path, IReadOnlyList<Migration> migrations, TimeSpan patience)
    {
        StorePath.CheckFolder(path);
        var database = Database.Open(path, Access.Write, patience);
        try
        {
            if (StoreSchema.VersionOf(database, migrations) == 0) database.Execute($"PRAGMA page_size = {PageBytes}");
            database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
            StoreSchema.BringUpToDate(database, migrations);
            return new ResultStore(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>All experiments, the first stored first.</summary>
    public IReadOnlyList<StoredExperiment> Experiments() => Catalogue.List(_database);

    /// <summary>An experiment by its id, or by the beginning of it if no other begins so.</summary>
    /// <exception cref="StoreException">There is none, or more than one.</exception>
    public StoredExperiment Find(string id)
    {
        // The x that every id begins with names none of them.
        var experiments = Experiments();
        return experiments.Where(experiment => id.Length > 1 && experiment.Plan.Experiment.StartsWith(id, StringComparison.Ordinal)).ToArray() switch
        {
            [var one] => one,
            [] => throw new StoreException(Path, id.Length == 0 ? "an empty id names no experiment" : $"there is no experiment {id}", experiments.Count == 0 ? "It holds none yet" : $"Name one of {string.Join(", ", experiments.Select(static e => e.Plan.Experiment))}"),
            var several => several.FirstOrDefault(experiment => experiment.Plan.Experiment == id) ?? throw new StoreException(
                Path, $"{several.Length} experiments begin with {id}", $"Name one of {string.Join(", ", several.Select(static e => e.Plan.Experiment))}"),
        };
    }

    /// <summary>Begins an experiment, or goes on with one that is stored: then more replications may be asked for than the first time.</summary>
    /// <param name="plan">Its plan.</param>
    /// <param name="sitting">Who writes.</param>
    /// <param name="description">The model as it is played, in the ODD form, for the experiment to keep; null for none.</param>
    /// <returns>A sink that takes the rows after those that are stored.</returns>
    /// <exception cref="StoreException">It cannot be written, or what is stored under this id is another experiment.</exception>
    /// <exception cref="ArgumentException">The plan's scenario did not load.</exception>
    public StoreSink Begin(ExperimentPlan plan, Sitting sitting, string? description = null) =>
        Begin(plan.ToDocument(), ScenarioText.Of(plan.Scenario), sitting, description);

    /// <summary>The same for a plan that is written down.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="scenario">The scenario that it names.</param>
    /// <param name="sitting">Who writes.</param>
    /// <param name="description">The model as it is played; null for none.</param>
    internal StoreSink Begin(PlanDocument plan, ScenarioText scenario, Sitting sitting, string? description = null)
    {
        if (scenario.Resolved.Hash != plan.ScenarioHash) throw new ArgumentException($"The plan names the scenario {plan.ScenarioHash}, given is {scenario.Resolved.Hash}.");
        _database.Transact(() => _sinks.Add(new Enrolment(_database, plan, description).Enrol(scenario, sitting)));
        return _sinks[^1];
    }

    /// <summary>Reads an experiment's rows, over a connection of its own.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public StoredRows Rows(StoredExperiment experiment)
    {
        var database = Database.Open(Path, Access.Read, Patience);
        return new StoredRows(database, new OutcomeTable(experiment.Number, experiment.Plan), experiment.Plan);
    }

    /// <summary>Hands stored rows to sinks, in order, in batches, as a runner would.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="sinks">Who takes them.</param>
    /// <param name="limit">At most so many rows, the first ones.</param>
    /// <returns>How many there were.</returns>
    public long Replay(StoredExperiment experiment, IReadOnlyList<IRowSink> sinks, long limit = long.MaxValue)
    {
        using var reader = Rows(experiment);
        return RowBatches.Hand(reader.Read, reader.Plan, sinks, limit);
    }

    /// <summary>What is stored of one row; null if it is not there.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="point">Design point.</param>
    /// <param name="replication">Replication.</param>
    /// <param name="arm">Arm, by its position in the plan.</param>
    public StoredRow? Row(StoredExperiment experiment, int point, uint replication, int arm)
    {
        using var select = _database.Prepare(new OutcomeTable(experiment.Number, experiment.Plan).SelectFingerprint());
        return select.Bind(1, point).Bind(2, replication).Bind(3, arm).Step() ? new StoredRow(select.TextOrNull(0), unchecked((ulong)select.Long(1))) : null;
    }

    /// <summary>The scenario of an experiment.</summary>
    /// <exception cref="StoreException">It is not there, or not what its hash says.</exception>
    public ScenarioText Scenario(StoredExperiment experiment)
    {
        using var select = _database.Prepare("SELECT json, source FROM experiment JOIN scenario ON hash = scenario_hash WHERE number = ?");
        if (!select.Bind(1, experiment.Number).Step()) throw new StoreException(Path, $"experiment {experiment.Plan.Experiment} has no scenario", "The file was changed by something else");
        try
        {
            var resolved = ResolvedScenario.Parse(Packed.Unpack(select.Bytes(0)));
            return resolved.Hash == experiment.Plan.ScenarioHash ? new ScenarioText(resolved, Encoding.UTF8.GetString(Packed.Unpack(select.Bytes(1))))
                : throw new FormatException($"its hash is {resolved.Hash}");
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new StoreException(Path, $"the scenario of {experiment.Plan.Experiment} cannot be read: {e.Message}", "Use the program version that stored it", e);
        }
    }

    /// <summary>What an experiment said when it ended, JSON, UTF-8; null if it has not ended or no such document was stored.</summary>
    public byte[]? Result(StoredExperiment experiment) => Document(experiment, "result");

    /// <summary>The model as it was when the experiment was played, its ODD protocol, Markdown, UTF-8; null if none was stored.</summary>
    public byte[]? Odd(StoredExperiment experiment) => Document(experiment, "odd");

    private byte[]? Document(StoredExperiment experiment, string column)
    {
        using var select = _database.Prepare($"SELECT {column} FROM experiment WHERE number = ?");
        return select.Bind(1, experiment.Number).Step() && !select.IsNull(0) ? Packed.Unpack(select.Bytes(0)) : null;
    }

    /// <summary>Closes the file and all sinks that write to it.</summary>
    public void Dispose()
    {
        foreach (var sink in _sinks) sink.Dispose();
        _database.Dispose();
    }

    /// <summary>What SQLite says of the file when it reads all of it: ok, or what is wrong.</summary>
    internal string Check()
    {
        using var check = _database.Prepare("PRAGMA quick_check");
        return check.Step() ? check.Text(0) : "";
    }
}
