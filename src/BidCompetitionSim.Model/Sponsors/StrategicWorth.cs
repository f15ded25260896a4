using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>What winning is worth to a sponsor beyond money (docs/model.md §4.3).</summary>
public static class StrategicWorth
{
    private const int MostAdjacentLinks = 2;

    /// <summary>
    /// V = K·[influence·(1 − ½·tie) + home + standard·(1 + min(2, adjacent links in the own standard)) + capacity]·(1 + ρ·pressure), in USD bn.
    /// Complying with the regional specification gives up the term of the standard.
    /// </summary>
    public static double UsdBn(TenderView view, SponsorMind mind, bool complies) =>
        UsdBn(view, mind.Sponsor, view.StandardOf(mind.Sponsor, complies), mind.PressureOn(view.Day));

    /// <summary>The same for a sponsor under a pressure, with the segment built in a standard.</summary>
    public static double UsdBn(TenderView view, int sponsor, int standard, double pressure)
    {
        var definition = view.Compiled.Scenario.Sponsors[sponsor];
        var values = definition.Values;
        var tie = view.TieTo(sponsor);
        var home = view.Compiled.HomeShares[view.Segment * view.Compiled.Sponsors + sponsor];
        var ownSet = standard == view.OwnStandardOf(sponsor);
        var ownStandard = ownSet ? values.Standard * (1 + AdjacentOwnLinks(view, sponsor)) : 0;
        var worth = values.Influence * (1 - 0.5 * tie) + values.Home * home + ownStandard + values.Capacity;
        return view.ReferenceCostUsdBn * worth * (1 + definition.Rivalry * pressure);
    }

    // Links in the sponsor's own standard, built or signed, that meet the segment: as many as count.
    private static int AdjacentOwnLinks(TenderView view, int sponsor)
    {
        var segment = view.Compiled.Segments[view.Segment];
        var junctions = view.Compiled.Systems[segment.System].Junctions;
        var lines = view.Record.LinesOf(segment.System);
        var own = view.OwnStandardOf(sponsor);
        var count = 0;
        foreach (var standard in junctions.InheritedStandardsAt(segment.Local)) count += standard == own ? 1 : 0;
        foreach (var neighbour in junctions.NeighboursOf(segment.Local)) count += lines[neighbour] == own ? 1 : 0;
        return Math.Min(count, MostAdjacentLinks);
    }
}
