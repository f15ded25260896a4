using System.Globalization;
using System.Text;

namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>How values of a file are shown in a problem: short, on one line, control characters visible.</summary>
internal static class Shown
{
    private const int Length = 60;

    public static string Quoted(string text) => $"'{Short(text)}'";

    public static string Short(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text)
        {
            if (shown.Length >= Length) return shown.Append('…').ToString();
            if (char.IsControl(c)) shown.Append($"\\u{(int)c:x4}");
            else shown.Append(c);
        }
        return shown.ToString();
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
