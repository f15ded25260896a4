using System.Text;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios;

/// <summary>One thing wrong with a scenario's text: where it is, what was found, what was expected.</summary>
/// <param name="File">The file as it was named or found; <c>--set</c> for an override of the command line.</param>
/// <param name="Line">Line in the file, from 1; 0 for the file as a whole; for an override its place among the overrides.</param>
/// <param name="Column">Column in the line, from 1; 0 for the file as a whole.</param>
/// <param name="Path">Where in the scenario, such as <c>segments.boten-vientiane.cost</c>; empty for the file as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be accepted there.</param>
/// <param name="Hint">What the author may have meant; null if nothing is near.</param>
public sealed record Problem(
    [property: Meaning("The file as it was named or found; --set for an override.")] string File,
    [property: Meaning("Line, from 1; 0 for the file as a whole.")] int Line,
    [property: Meaning("Column, from 1; 0 for the file as a whole.")] int Column,
    [property: Meaning("Where in the scenario; empty for the file as a whole.")] string Path,
    [property: Meaning("What stands there.")] string Found,
    [property: Meaning("What would be accepted there.")] string Expected,
    [property: Meaning("What the author may have meant; null if nothing is near.")] string? Hint = null)
{
    /// <summary>One line: <c>file:line: path: found X, expected Y (hint)</c>, the line and the path only where there is one.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File).Append(':');
        if (Line > 0) text.Append(Line).Append(':');
        text.Append(' ');
        if (Path.Length > 0) text.Append(Path).Append(": ");
        text.Append("found ").Append(Found).Append(", expected ").Append(Expected);
        if (Hint is not null) text.Append(" (").Append(Hint).Append(')');
        return text.ToString();
    }
}
