using System.Globalization;
using System.Text;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Reads single values; what is wrong becomes a problem and null.</summary>
internal sealed class ScalarReader(Context context)
{
    private const int FirstYear = 1900, LastYear = 2200;

    private readonly Problems _problems = context.Problems;

    /// <summary>What a date is expected to be.</summary>
    public static string ExpectedDate { get; } = $"a date such as 2017-03-31, from {FirstYear} to {LastYear}";

    public string? Text(Node node, KeyPath path)
    {
        if (node is not Scalar { IsNothing: false } scalar || scalar.Text.Length == 0) _problems.Add(node, path, "a text");
        else if (scalar.Text.Length > Limits.TextLength) _problems.Add(node.Position, path.ToString(), $"{scalar.Text.Length} characters", $"at most {Limits.TextLength}");
        else if (HasControls(scalar.Text)) _problems.Add(node, path, "a text without control characters");
        else return scalar.Text;
        return null;
    }

    public string? Id(Node node, KeyPath path)
    {
        if (Text(node, path) is not { } id) return null;
        if (id.Length <= Limits.IdLength && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && char.IsAsciiLetterOrDigit(id[0])) return id;
        _problems.Add(node, path, $"an id of at most {Limits.IdLength} letters, digits, - and _");
        return null;
    }

    public bool? Flag(Node node, KeyPath path)
    {
        if (node is Scalar { Plain: true, Text: "true" }) return true;
        if (node is Scalar { Plain: true, Text: "false" }) return false;
        _problems.Add(node, path, "true or false");
        return null;
    }

    public object? Choice(Type type, Node node, KeyPath path)
    {
        var names = Enum.GetNames(type);
        if (node is Scalar scalar)
            foreach (var name in names)
                if (RecordKeys.KebabCase(name) == scalar.Text) return Enum.Parse(type, name);
        var valid = Array.ConvertAll(names, RecordKeys.KebabCase);
        _problems.Add(node, path, string.Join(" or ", valid), node is Scalar wrong ? Nearest.Hint(wrong.Text, valid) : null);
        return null;
    }

    /// <summary>A finite number, shifted by decimal places.</summary>
    public double? Number(Node node, KeyPath path, int shift = 0)
    {
        if (node is not Scalar { Plain: true } scalar || Units.Number(scalar.Text, shift) is not { } value) _problems.Add(node, path, "a number");
        else if (!double.IsFinite(value)) _problems.Add(node, path, "a finite number");
        else return value == 0 ? 0 : value; // −0 is 0
        return null;
    }

    public int? Year(Node node, KeyPath path)
    {
        if (node is Scalar { Plain: true } scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and <= LastYear) return year;
        _problems.Add(node, path, $"a year from {FirstYear} to {LastYear}");
        return null;
    }

    public DateOnly? Date(Node node, KeyPath path)
    {
        if (node is Scalar scalar && DateOf(scalar.Text) is { } date) return date;
        _problems.Add(node, path, ExpectedDate);
        return null;
    }

    /// <summary>The date that a text is; null if it is none, or far from any that a scenario needs.</summary>
    public static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= FirstYear and <= LastYear
            ? date : null;

    /// <summary>Control characters and halves of surrogate pairs: what an escape can write and a file cannot.</summary>
    private static bool HasControls(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))) return true;
        return false;
    }
}
