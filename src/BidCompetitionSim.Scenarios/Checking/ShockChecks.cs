using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Shocks and whom they befall.</summary>
internal static class ShockChecks
{
    // A day's shocks are a mask of 64 bits.
    private const int Most = 64;

    public static void Run(Scenario scenario, Names names, Findings findings)
    {
        foreach (var shock in scenario.Shocks)
        {
            findings.Known(shock, "states", shock.States, names.States, "a state");
            findings.Known(shock, "systems", shock.Systems, names.Systems, "a system");
            findings.Known(shock, "sponsors", shock.Sponsors, names.Sponsors, "a sponsor");
        }
        if (scenario.Shocks.Length > Most) findings.Add(scenario, "shocks", $"{scenario.Shocks.Length} shocks", $"at most {Most}");
    }
}
