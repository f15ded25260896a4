using System.CommandLine;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>What may be said about a run.</summary>
internal static class RunOptions
{
    public static readonly Argument<string> Scenario = new("SCENARIO") { Description = "A scenario file, or the name of a scenario." };

    /// <summary>The same where a stored result can stand in for it.</summary>
    public static readonly Argument<string?> ScenarioOrNone = new("SCENARIO")
    {
        Description = "A scenario file, or the name of a scenario.", Arity = ArgumentArity.ZeroOrOne,
    };

    public static readonly Option<string> FromResult = new("--from-result")
    {
        Description = "Instead of a scenario: play one replication of a stored experiment again, named by --point, --arm and --replication.", HelpName = "ID",
    };

    public static readonly Option<int> Point = Number.Whole("--point", "Design point of the stored experiment.", 0, 0, int.MaxValue);

    public static readonly Option<string> Arm = new("--arm")
    {
        Description = "Arrangement under which tenders are let.", HelpName = "NAME", DefaultValueFactory = _ => "bilateral",
    };

    public static readonly Option<ulong> Seed = Number.Whole("--seed", "Seed: the same seed gives the same run.", 1UL, 0UL, ulong.MaxValue);

    public static readonly Option<uint> Replication = Number.Whole("--replication", "Number of the replication, as in an experiment.", 0U, 0U, uint.MaxValue);

    public static readonly Option<string> Bus = Carrier();

    public static readonly Option<string> Events = new("--events") { Description = "Write every message of the run to FILE, one JSON document a line.", HelpName = "FILE.jsonl" };

    public static readonly Option<string> Explain = new("--explain")
    {
        Description = "Tell why the award of one segment went as it did, and what would have turned it.", HelpName = "SEGMENT",
    };

    private static Option<string> Carrier()
    {
        var option = new Option<string>("--bus")
        {
            Description = "How agents talk: by messages over a bus, or by direct calls. The result is the same.", HelpName = "in-memory|direct",
            DefaultValueFactory = _ => "in-memory",
        };
        return option.Among("in-memory", "direct");
    }
}
