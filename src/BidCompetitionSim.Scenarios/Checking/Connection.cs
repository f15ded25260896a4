using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Every pair of places of a system must be connected on the first day, if only by the base mode: else generalised cost has no value.</summary>
internal static class Connection
{
    public static void Check(Scenario scenario, TransportSystem system, Findings findings)
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in scenario.Links)
            if (link.System == system.Id) roots[Root(roots, link.From)] = Root(roots, link.To);
        foreach (var segment in scenario.Segments)
            if (segment.System == system.Id)
                foreach (var place in (string[])[segment.From, segment.To]) Root(roots, place);
        if (roots.Count == 0) return;
        var first = roots.Keys.Order(StringComparer.Ordinal).First();
        var cut = roots.Keys.Where(place => Root(roots, place) != Root(roots, first)).Order(StringComparer.Ordinal).ToArray();
        foreach (var place in cut)
            findings.Add(Array.Find(scenario.Places, p => p.Id == place)!, "", $"no way to it from {first} over the links of {system.Id}",
                "links, the base mode included, that connect all places of the system on the first day");
    }

    private static string Root(Dictionary<string, string> roots, string place)
    {
        roots.TryAdd(place, place);
        while (roots[place] != place) place = roots[place] = roots[roots[place]];
        return place;
    }
}
