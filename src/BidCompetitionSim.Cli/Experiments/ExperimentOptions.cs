using System.CommandLine;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>What may be said about playing many replications.</summary>
internal static class ExperimentOptions
{
    /// <summary>Variable that names a store.</summary>
    public const string StoreVariable = "BIDSIM_STORE";

    /// <summary>A store that nobody named.</summary>
    public const string UsualStore = "bidsim.db";

    private const int MostReplications = 1_000_000_000;
    private const int MostThreads = 1024;
    private const int UsualReplications = 1000;

    public static readonly Option<string> Arms = new("--arms") { Description = "Arms to compare, the one that the others are held against first.", HelpName = "A,B,…" };

    public static readonly Option<int> Replications =
        Number.Whole("--replications", "Replications of every arm. All arms get the same draws.", UsualReplications, 1, MostReplications);

    public static readonly Option<double?> HalfWidth =
        Number.Positive("--until-half-width", "Instead of a number: as many replications as it takes until the 95 % interval of the paired difference is W wide to either side.", "W");

    public static readonly Option<string> Measure = new("--measure")
    {
        Description = "The measure that --until-half-width speaks of.", HelpName = "M", DefaultValueFactory = _ => "compatibility",
    };

    public static readonly Option<ulong> Seed = Number.Whole("--seed", "Seed: the same seed gives the same replications.", 1UL, 0UL, ulong.MaxValue);

    public static readonly Option<int> Threads = Number.Whole("--threads", "Threads to play on; 0 for one per processor. No result depends on it.", 0, 0, MostThreads);

    public static readonly Option<bool> Uncertain = new("--uncertain")
    {
        Description = "Let every replication draw every assumed number from its range. Slower: each draw is a scenario of its own.",
    };

    public static readonly Option<bool> Decompose = new("--decompose") { Description = "Go from the first arm to the second one switch at a time, to see which part does what." };

    public static readonly Option<string> Report = new("--report") { Description = "Write the report to FILE, one web page that needs nothing else.", HelpName = "FILE.html" };

    public static readonly Option<string> Csv = new("--csv") { Description = "Write every row to FILE, one line a replication and arm.", HelpName = "FILE.csv" };

    public static readonly Option<string> Store = new("--store") { Description = "Keep every row in the store FILE, to go on later, to look at again or to hand on.", HelpName = "FILE.db" };

    /// <summary>The same for commands that cannot do without a store.</summary>
    public static readonly Option<string> StoreNeeded = new("--store")
    {
        Description = $"The store of results (else {StoreVariable}, else {UsualStore} here).", HelpName = "FILE.db",
    };

    public static readonly Option<bool> Resume = new("--resume") { Description = "Go on with what the store holds of this experiment." };

    public static readonly Option<int?> Influence = Number.WholeIfAny(
        "--influence", "For the report: rank the assumed numbers by what they move, N replications at both ends of each range: some 300 N more replications. 20 give a quick look.", 1, 1_000_000);

    /// <summary>The same number as <see cref="Replications"/> where a file says how many there are.</summary>
    public static readonly Option<int?> ReplicationsInstead = Number.WholeIfAny("--replications", "Replications of every arm at every point, instead of the file's.", 1, MostReplications);

    /// <summary>Refuses what has no effect.</summary>
    public static void Check(Call call)
    {
        if (call.IsGiven(Influence) && !call.IsGiven(Report)) throw new Refusal("--influence: found no --report beside it, expected the report that the ranking is for");
    }

    /// <summary>Path of the store of a command that needs one.</summary>
    public static string StoreOf(Call call) => call.Parsed.GetValue(StoreNeeded) ?? (Environment.GetEnvironmentVariable(StoreVariable) is { Length: > 0 } named ? named : UsualStore);
}
