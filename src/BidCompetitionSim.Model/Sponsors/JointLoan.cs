using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>The loan of a joint bid: each of the two lends on its half of the price, from the window that weighs more at the bid's concession.</summary>
public static class JointLoan
{
    /// <summary>Gives a joint bid the loans of its price and concession.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="bid">The joint bid.</param>
    /// <param name="leader">Room in the leading sponsor's windows.</param>
    /// <param name="partner">Room in its partner's.</param>
    public static void Set(TenderView view, ref Bid bid, ReadOnlySpan<WindowRoom> leader, ReadOnlySpan<WindowRoom> partner)
    {
        (bid.FirstWindow, bid.FirstFaceUsdBn) = Half(view, bid.Sponsor, bid, leader);
        (bid.SecondWindow, bid.SecondFaceUsdBn) = Half(view, bid.Partner, bid, partner);
    }

    private static (int Window, double FaceUsdBn) Half(TenderView view, int sponsor, in Bid bid, ReadOnlySpan<WindowRoom> rooms)
    {
        var blend = view.LadderOf(sponsor, rooms).At(bid.Concession);
        var own = blend.SofterWindow >= 0 && blend.SofterWeight > 0.5 ? blend.SofterWindow : blend.HarderWindow;
        if (own < 0) return (-1, 0);
        var window = view.Compiled.WindowsOfSponsor[sponsor][own];
        var face = view.FiguresOf(window).ShareFinanced * bid.PriceUsdBn / 2;
        return (window, WindowRoom.CutToRoom(face, rooms[own].EnvelopeUsdBn, rooms[own].CapUsdBn));
    }
}
