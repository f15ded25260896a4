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
            Prescribed(scenario, system, findings);
            Triangle.Check(scenario, system, findings);
            Costs(scenario, system, findings);
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

    /// <summary>Every line to be let needs a speed, or a tariff, in every standard that it may be built in.</summary>
    private static void Costs(Scenario scenario, TransportSystem system, Findings findings)
    {
        var what = system.CostUnit.Length > 0 ? "tariff" : "speed";
        var standards = scenario.Sponsors.SelectMany(static sponsor => sponsor.Capabilities)
            .Where(capability => capability.System == system.Id).Select(static capability => capability.Standard)
            .Append(system.Specification).Distinct().ToArray();
        foreach (var segment in scenario.Segments)
            foreach (var standard in standards)
                if (segment.System == system.Id && !CostChecks.Costs(system, segment.Class, standard))
                    findings.Add(segment, "class", $"{segment.Class}, which has no {what} in standard {standard}", $"a class with a {what} in every standard on offer");
    }

    /// <summary>What states prescribe, all of them must: a border to a state that said nothing would be an interface of paper.</summary>
    private static void Prescribed(Scenario scenario, TransportSystem system, Findings findings)
    {
        var present = Present(scenario, system);
        foreach (var attribute in system.Attributes)
            for (var state = 0; state < present.Length; state++)
                if (attribute.States.Length > 0 && present[state] && !Array.Exists(attribute.States, value => value.State == scenario.States[state].Id))
                    findings.Add(attribute, "states", $"no value for {scenario.States[state].Id}", $"one for every state with a place or segment of {system.Id}");
    }

    /// <summary>By state: whether it owns a place of the system or lets a segment of it.</summary>
    internal static bool[] Present(Scenario scenario, TransportSystem system)
    {
        var lines = scenario.Links.Where(link => link.System == system.Id).Select(static link => (link.From, link.To))
            .Concat(scenario.Segments.Where(segment => segment.System == system.Id).Select(static segment => (segment.From, segment.To)));
        var places = lines.SelectMany(static line => new[] { line.From, line.To }).ToHashSet();
        var states = scenario.Places.Where(place => places.Contains(place.Id)).Select(static place => place.State)
            .Concat(scenario.Segments.Where(segment => segment.System == system.Id).Select(static segment => segment.Host)).ToHashSet();
        return Array.ConvertAll(scenario.States, state => states.Contains(state.Id));
    }
}
