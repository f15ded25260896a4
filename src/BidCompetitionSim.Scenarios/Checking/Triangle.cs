using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Changing standards twice must not cost less than once: else a detour of paper would beat the border.</summary>
internal static class Triangle
{
    public static void Check(TransportSystem system, Findings findings)
    {
        var table = InterfaceTable.Derive(system.Standards, system.Attributes);
        foreach (var (from, via, to) in table.TriangleViolations())
        {
            var (direct, detour) = (table.Seconds(from, to), table.Seconds(from, via) + table.Seconds(via, to));
            findings.Add(system, "attributes",
                $"{direct} s from {system.Standards[from].Id} to {system.Standards[to].Id} but {detour} s by way of {system.Standards[via].Id}",
                "penalties that obey the triangle inequality");
        }
    }
}
