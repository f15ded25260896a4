using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Finance;

/// <summary>The one rule by which a winning bid's tranches are cut to the room of its windows; host and sponsor both keep their books by it.</summary>
public static class WindowAccounts
{
    /// <summary>Cuts both tranches of a bid to what its windows have left; the contracting state pays the rest in cash.</summary>
    /// <param name="bid">The bid, changed in place.</param>
    /// <param name="windows">The sponsor's windows, as indices.</param>
    /// <param name="rooms">What each has left, in that order.</param>
    public static void Cut(ref Bid bid, int[] windows, ReadOnlySpan<WindowRoom> rooms)
    {
        if (bid.FirstWindow >= 0) bid.FirstFaceUsdBn = CutTo(bid.FirstFaceUsdBn, rooms[Array.IndexOf(windows, bid.FirstWindow)]);
        if (bid.SecondWindow >= 0) bid.SecondFaceUsdBn = CutTo(bid.SecondFaceUsdBn, rooms[Array.IndexOf(windows, bid.SecondWindow)]);
    }

    private static double CutTo(double faceUsdBn, in WindowRoom room) => WindowRoom.CutToRoom(faceUsdBn, room.EnvelopeUsdBn, room.CapUsdBn);
}
