using System.Globalization;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Units a file may write a number in, and the powers of ten between them and the model's.</summary>
internal static class Units
{
    /// <summary>Accepted besides the model's own unit: what a file writes, the model's unit, and the decimal places to shift by.</summary>
    private static readonly (string Written, string Unit, int Shift)[] Accepted =
    [
        ("%", "1", -2), ("%/year", "1/year", -2), ("USD m", "USD bn", -3), ("USD m/km", "USD bn/km", -3), ("USD m/MW", "USD bn/MW", -3), ("thousand", "million", -3),
    ];

    /// <summary>Decimal places to shift a number written in that unit; null if the unit does not fit. No unit is a pure number.</summary>
    public static int? Shift(string? written, string unit)
    {
        if ((written ?? "1") == unit) return 0;
        foreach (var pair in Accepted)
            if (pair.Written == written && pair.Unit == unit) return pair.Shift;
        return null;
    }

    /// <summary>All ways of writing a unit.</summary>
    public static IEnumerable<string> WritingsOf(string unit) => Accepted.Where(pair => pair.Unit == unit).Select(pair => pair.Written).Prepend(unit);

    /// <summary>
    /// The number, shifted in decimal before it is rounded to a double, so that 0.65 % is the double nearest to 0.0065.
    /// Null if the text is not a number; infinite if it is too large.
    /// </summary>
    public static double? Number(string text, int shift)
    {
        if (text.Length is 0 or > 40 || !IsNumber(text)) return null;
        var e = text.IndexOfAny(['e', 'E']);
        var exponent = 0L;
        if (e >= 0 && !long.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return null;
        exponent += shift;
        var digits = e < 0 ? text.AsSpan() : text.AsSpan(0, e);
        var shifted = exponent == 0 ? digits.ToString() : $"{digits}e{exponent}";
        return double.TryParse(shifted, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c is not ('+' or '-' or '.' or 'e' or 'E')) return false;
        return true;
    }
}
