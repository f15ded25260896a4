using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Packages of segments that may be let together.</summary>
internal static class LettingChecks
{
    public static void Run(Scenario scenario, Names names, Findings findings)
    {
        if (scenario.Packages.Length > WinnerDetermination.MostPackages)
            findings.Add(scenario, "packages", $"{scenario.Packages.Length} packages", $"at most {WinnerDetermination.MostPackages}");
        foreach (var package in scenario.Packages)
        {
            findings.Known(package, "lots", package.Lots, names.Segments, "a segment");
            if (package.Lots.Length < 2) findings.Add(package, "lots", package.Lots.Length == 1 ? "1 segment" : "no segments", "two or more");
            else if (package.Lots.GroupBy(static lot => lot).FirstOrDefault(static group => group.Count() > 1) is { } twice)
                findings.Add(package, "lots", $"{Shown.Quoted(twice.Key)} again", "each segment once");
        }
    }
}
