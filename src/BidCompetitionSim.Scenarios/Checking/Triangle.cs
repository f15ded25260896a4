using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Changing standards twice must not cost less than once: else a detour of paper would beat the border.</summary>
internal static class Triangle
{
    public static void Check(Scenario scenario, TransportSystem system, Findings findings)
    {
        var variants = new StandardVariants(system.Standards, system.Attributes, Array.ConvertAll(scenario.States, static state => state.Id), ShapeChecks.Present(scenario, system));
        var table = InterfaceTable.Derive(variants.All, system.Attributes);
        var unit = system.CostUnit.Length > 0 ? $" of 3600 to the {system.CostUnit}" : " s";
        foreach (var (from, via, to) in table.TriangleViolations())
        {
            var (direct, detour) = (table.Seconds(from, to), table.Seconds(from, via) + table.Seconds(via, to));
            findings.Add(system, "attributes",
                $"{direct}{unit} from {variants.All[from].Id} to {variants.All[to].Id} but {detour}{unit} by way of {variants.All[via].Id}",
                "penalties that obey the triangle inequality");
        }
    }
}
