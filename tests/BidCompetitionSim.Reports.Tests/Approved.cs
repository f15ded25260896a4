using System.Runtime.CompilerServices;

namespace BidCompetitionSim.Reports.Tests;

/// <summary>Holds text against a file that was looked at and approved. BIDSIM_APPROVE=1 writes the files anew: read the difference before committing it.</summary>
internal static class Approved
{
    public static void Hold(string text, string file, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, file);
        if (Environment.GetEnvironmentVariable("BIDSIM_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        File.Exists(path).ShouldBeTrue($"{path} is not there: BIDSIM_APPROVE=1 writes it.");
        text.ShouldBe(File.ReadAllText(path));
    }
}
