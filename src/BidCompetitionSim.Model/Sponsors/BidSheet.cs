using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>The part of a bid that follows from who builds, and to which standard.</summary>
internal static class BidSheet
{
    public static Bid Blank(TenderView view, int sponsor, bool complies)
    {
        var capability = view.CapabilityOf(sponsor);
        var segment = view.Compiled.Segments[view.Segment];
        return new Bid
        {
            Sponsor = sponsor, Standard = view.StandardOf(sponsor, complies), Complies = complies, Guarantee = true,
            FirstWindow = -1, SecondWindow = -1, CompletionYears = segment.BuildYears * capability.BuildTimeFactor,
            Quality = capability.Quality, LocalContent = segment.LocalContent,
        };
    }
}
