namespace BidCompetitionSim.Experiments.Runs;

/// <summary>Numbers as they are written: what rounds to nothing has no sign.</summary>
public static class Figure
{
    /// <summary>A number in a format; a dash for none.</summary>
    public static string Of(double? value, string format)
    {
        if (value is not { } number) return "-";
        var text = number.ToString(format);
        return text.AsSpan().ContainsAnyInRange('1', '9') || !double.IsFinite(number) ? text : 0.0.ToString(format);
    }

    /// <summary>A count with its noun, <c>1 row</c> or <c>1,200 rows</c>.</summary>
    public static string Count(long count, string noun) => $"{count:#,0} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A number with its sign, to two places.</summary>
    public static string WithSign(double? value) => Of(value, "+0.00;-0.00;0.00");
}
