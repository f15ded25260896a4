using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>What may be said about a run.</summary>
internal static class RunOptions
{
    public static readonly Argument<string> Scenario = new("SCENARIO") { Description = "A scenario file, or the name of a scenario." };

    public static readonly Option<string> Arm = new("--arm")
    {
        Description = "Arrangement under which tenders are let.", HelpName = "NAME", DefaultValueFactory = _ => "bilateral",
    };

    public static readonly Option<ulong> Seed = Number("--seed", "Seed: the same seed gives the same run.", 1UL, ulong.MaxValue);

    public static readonly Option<uint> Replication = Number("--replication", "Number of the replication, as in an experiment.", 0U, uint.MaxValue);

    public static readonly Option<string> Bus = Carrier();

    public static readonly Option<string> Events = new("--events") { Description = "Write every message of the run to FILE, one JSON document a line.", HelpName = "FILE.jsonl" };

    public static readonly Option<string> Explain = new("--explain")
    {
        Description = "Tell why the award of one segment went as it did, and what would have turned it.", HelpName = "SEGMENT",
    };

    private static Option<T> Number<T>(string name, string description, T standard, T most) where T : struct, IBinaryInteger<T> => new(name)
    {
        Description = description, HelpName = "N", DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            if (T.TryParse(result.Tokens[0].Value, NumberStyles.None, null, out var value)) return value;
            result.AddError($"{name}: found {result.Tokens[0].Value}, expected a whole number from 0 to {most}");
            return default;
        },
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
