using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Checks of what remains of the files as a whole; every name is known by now.</summary>
internal static class ShapeChecks
{
    // Sets of windows and of states are whole words of 64 bits.
    private const int MasksHold = 64;

    public static void Run(Scenario scenario, Context context)
    {
        var findings = new Findings(context);
        foreach (var system in scenario.Systems)
        {
            Connection.Check(scenario, system, findings);
            Triangle.Check(system, findings);
            Speeds(scenario, system, findings);
            Crowd(scenario, system, findings);
        }
        if (scenario.Windows.Length > MasksHold) findings.Add(scenario, "windows", $"{scenario.Windows.Length} windows", $"at most {MasksHold}");
        if (scenario.States.Length > MasksHold) findings.Add(scenario, "states", $"{scenario.States.Length} states that are needed", $"at most {MasksHold}");
    }

    /// <summary>A bidder weighs every set of rivals that may turn up, which are twice as many with each rival.</summary>
    private static void Crowd(Scenario scenario, TransportSystem system, Findings findings)
    {
        var builders = scenario.Sponsors.Count(sponsor => Array.Exists(sponsor.Capabilities, capability => capability.System == system.Id));
        if (builders - 1 > WinProbability.MostUncertainRivals)
            findings.Add(scenario, "sponsors", $"{builders} sponsors that build in {system.Id}", $"at most {WinProbability.MostUncertainRivals + 1}");
    }

    /// <summary>Every line to be let needs a speed in every standard that it may be built in.</summary>
    private static void Speeds(Scenario scenario, TransportSystem system, Findings findings)
    {
        var standards = scenario.Sponsors.SelectMany(static sponsor => sponsor.Capabilities)
            .Where(capability => capability.System == system.Id).Select(static capability => capability.Standard)
            .Append(system.Specification).Distinct().ToArray();
        foreach (var segment in scenario.Segments)
            foreach (var standard in standards)
                if (segment.System == system.Id && !HasSpeed(system, segment.Class, standard))
                    findings.Add(segment, "class", $"{segment.Class}, which has no speed in standard {standard}", "a class with a speed in every standard on offer");
    }

    private static bool HasSpeed(TransportSystem system, string lineClass, string standard) =>
        Array.Exists(system.Speeds, speed => speed.Class == lineClass && (speed.Standard == "*" || speed.Standard == standard));
}
