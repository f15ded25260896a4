using System.Text;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>How names of the code are written in documents.</summary>
internal static class Words
{
    /// <summary>An enum's member as scenario files write it: <c>AllStruck</c> is all-struck.</summary>
    public static string Kebab<T>(T value) where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary>A day of the record, where -1 is none.</summary>
    public static int? Day(int day) => day < 0 ? null : day;
}
