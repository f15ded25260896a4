using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>The part of a bid that follows from who builds, and to which standard.</summary>
internal static class BidSheet
{
    public static Bid Blank(TenderView view, int sponsor, bool complies)
    {
        Fill(view, sponsor, complies, out var bid);
        return bid;
    }

    /// <summary>Writes a blank bid where it is to stay: to copy what was only just written makes a processor wait.</summary>
    public static void Fill(TenderView view, int sponsor, bool complies, out Bid bid)
    {
        var capability = view.CapabilityOf(sponsor);
        var segment = view.Compiled.Segments[view.Segment];
        bid = default;
        bid.Sponsor = sponsor;
        bid.Standard = view.StandardOf(sponsor, complies);
        bid.Complies = complies;
        bid.Guarantee = true;
        (bid.FirstWindow, bid.SecondWindow) = (-1, -1);
        bid.CompletionYears = segment.BuildYears * capability.BuildTimeFactor;
        bid.Quality = capability.Quality;
        bid.LocalContent = segment.LocalContent;
    }
}
