using System.Globalization;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>How two values that differ are written beside each other: with ten digits, which are enough for people, or with as many as it takes to tell them apart.</summary>
internal static class DifferenceText
{
    private const int FewestDigits = 10;
    private const int MostDigits = 17;

    /// <summary>Two values; null for one that is not there.</summary>
    public static (string First, string Second) Pair(string? first, string? second)
    {
        var (a, b) = (Shown(first), Shown(second));
        if (a != b) return (a, b);
        if (Number(first) is { } x && Number(second) is { } y)
            for (var digits = FewestDigits; digits <= MostDigits; digits++)
                if (Digits(x, digits) is var c && Digits(y, digits) is var d && c != d) return (c, d);
        return (first ?? a, second ?? b);
    }

    /// <summary>Two ranges; null for none.</summary>
    public static (string First, string Second) Pair(PlausibleRange? first, PlausibleRange? second)
    {
        if (first is not { } a) return ("not drawn", Whole(second));
        if (second is not { } b) return (Whole(first), "not drawn");
        var (low, high) = (Pair(Text(a.Low), Text(b.Low)), Pair(Text(a.High), Text(b.High)));
        return ($"{low.First} to {high.First}", $"{low.Second} to {high.Second}");
    }

    /// <summary>A unit after a value; nothing for pure numbers and dates.</summary>
    public static string Unit(string unit) => unit is "" or "1" or "date" ? "" : $" {unit}";

    private static string Whole(PlausibleRange? range) => $"{Shown(Text(range!.Value.Low))} to {Shown(Text(range.Value.High))}";

    private static string Shown(string? text) => text is null ? "not there" : Number(text) is { } number ? number.ToString("0.##########", CultureInfo.InvariantCulture) : text;

    private static string Digits(double number, int digits) => number.ToString($"G{digits}", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    // A date is no number, though it begins like one.
    private static double? Number(string? text) =>
        text is not null && !text.AsSpan().TrimStart('-').Contains('-') && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
