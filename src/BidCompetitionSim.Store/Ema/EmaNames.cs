using System.Text;
using BidCompetitionSim.Store.Schema;

namespace BidCompetitionSim.Store.Ema;

/// <summary>Names as the EMA Workbench wants them: valid Python identifiers.</summary>
internal static class EmaNames
{
    /// <summary>The names with an underscore for whatever an identifier cannot hold, such as <c>hostSurplus_laos</c> for <c>hostSurplus@laos</c>; distinct.</summary>
    public static string[] Of(IEnumerable<string> names) => Columns.Distinct(names.Select(Identifier));

    private static string Identifier(string name)
    {
        var identifier = new StringBuilder(name.Length + 1);
        foreach (var letter in name) identifier.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        if (name.Length == 0 || char.IsAsciiDigit(name[0])) identifier.Insert(0, '_');
        return identifier.ToString();
    }
}
