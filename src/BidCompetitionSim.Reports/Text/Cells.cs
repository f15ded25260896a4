using System.Globalization;
using System.Runtime.CompilerServices;
using Spectre.Console.Rendering;

namespace BidCompetitionSim.Reports.Text;

/// <summary>How wide text is on a terminal: a Chinese character takes two cells, a combining mark none.</summary>
public static class Cells
{
    // Up to here every character takes one cell.
    private const char FirstCombining = '\u0300';

    /// <summary>Cells that a text takes.</summary>
    public static int Of(string text) => IsSingle(text) ? text.Length : Measured(text);

    /// <summary>The text with spaces after it, to a width.</summary>
    public static string Left(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The text with spaces before it, to a width.</summary>
    public static string Right(string text, int width) => new string(' ', Math.Max(0, width - Of(text))) + text;

    /// <summary>As much of a text as fits into a width, with … where something is left out.</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width) return text;
        var (kept, used) = (0, 0);
        for (var letters = StringInfo.GetTextElementEnumerator(text); letters.MoveNext();)
        {
            used += Of((string)letters.Current);
            if (used > width - 1) break;
            kept = letters.ElementIndex + ((string)letters.Current).Length;
        }
        return text[..kept] + "…";
    }

    private static bool IsSingle(string text)
    {
        foreach (var c in text)
            if (c >= FirstCombining && c is not ('–' or '…')) return false;
        return true;
    }

    // In a method of its own, so that the library that knows is loaded only for names that need it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Measured(string text) => new Segment(text).CellCount();
}
