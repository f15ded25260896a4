using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Systems: their standards and speeds.</summary>
internal static class SystemChecks
{
    public static void Run(Scenario scenario, Names names, Findings findings)
    {
        foreach (var system in scenario.Systems)
        {
            var standards = Names.Of(system.Standards, standard => standard.Id);
            findings.Known(system, "specification", system.Specification, standards, "a standard of the system");
            foreach (var standard in system.Standards) Attributes(system, standard, findings);
            foreach (var value in system.Attributes.SelectMany(static attribute => attribute.States)) findings.Known(value, "", value.State, names.States, "a state");
            CostChecks.Run(system, findings);
            var seen = new HashSet<(string, string)>();
            foreach (var speed in system.Speeds)
            {
                if (speed.Standard != "*") findings.Known(speed, "standard", speed.Standard, standards, "a standard of the system, or *");
                if (!seen.Add((speed.Standard, speed.Class))) findings.Add(speed, "", $"speeds of {speed.Class} for {speed.Standard} again", "each once");
            }
        }
    }

    private static void Attributes(TransportSystem system, Standard standard, Findings findings)
    {
        var known = Names.Of(system.Attributes, attribute => attribute.Id);
        foreach (var value in standard.Attributes) findings.Known(value, "", value.Attribute, known, "an attribute of the system");
        var given = Names.Of(standard.Attributes, value => value.Attribute);
        foreach (var attribute in system.Attributes)
            if (attribute.States.Length > 0)
            {
                if (given.Contains(attribute.Id)) findings.Add(standard, "attributes", $"a value of {attribute.Id}", "none: states prescribe it");
            }
            else if (!given.Contains(attribute.Id))
                findings.Add(standard, "attributes", $"no value of {attribute.Id}", "a value of every attribute of the system", Nearest.Hint(attribute.Id, given));
    }
}
