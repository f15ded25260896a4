using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace BidCompetitionSim.Cli;

/// <summary>Options that take a number.</summary>
internal static class Number
{
    /// <summary>An option that takes a whole number between two ends.</summary>
    public static Option<T> Whole<T>(string name, string description, T standard, T least, T most) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(name)
    {
        Description = description, HelpName = "N", DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var found = result.Tokens[0].Value;
            if (T.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
            result.AddError($"{name}: found {found}, expected a whole number from {least} to {most}");
            return default;
        },
    };

    /// <summary>The same where leaving it out means something else than any number.</summary>
    public static Option<int?> WholeIfAny(string name, string description, int least, int most) => new(name)
    {
        Description = description, HelpName = "N",
        CustomParser = result =>
        {
            var found = result.Tokens[0].Value;
            if (int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
            result.AddError($"{name}: found {found}, expected a whole number from {least} to {most}");
            return null;
        },
    };

    /// <summary>An option that takes a number above 0.</summary>
    public static Option<double?> Positive(string name, string description, string helpName) => new(name)
    {
        Description = description, HelpName = helpName,
        CustomParser = result =>
        {
            var found = result.Tokens[0].Value;
            if (double.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && double.IsFinite(value)) return value;
            result.AddError($"{name}: found {found}, expected a number above 0");
            return null;
        },
    };

    /// <summary>Whether the user gave the option.</summary>
    public static bool IsGiven(this Call call, Option option) => call.Parsed.GetResult(option) is { Implicit: false };
}
