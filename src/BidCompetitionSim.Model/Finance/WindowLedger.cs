using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// What is left in some windows, such as one sponsor's: envelopes, and this year's caps. The host of a run and the sponsor itself both keep one by the same
/// rules, so that neither need tell the other. Money is committed at award, and comes back when an award is cancelled.
/// </summary>
public sealed class WindowLedger(Compiled compiled, int[] windows)
{
    private readonly double[] envelopes = new double[windows.Length];
    private readonly double[] usedThisYear = new double[windows.Length];
    private readonly double[] yearlyCaps = Array.ConvertAll(windows, window => compiled.Windows[window].YearlyCapUsdBn);
    private readonly WindowRoom[] rooms = new WindowRoom[windows.Length];
    private int nextCapYearDay = FirstDayOf(1);

    /// <summary>The ledger of a sponsor's own windows.</summary>
    public WindowLedger(Compiled compiled, int sponsor) : this(compiled, compiled.WindowsOfSponsor[sponsor])
    {
    }

    /// <summary>Left of each envelope, USD bn, in the order of the windows.</summary>
    public ReadOnlySpan<double> EnvelopesUsdBn => envelopes;

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        for (var k = 0; k < windows.Length; k++) envelopes[k] = compiled.Windows[windows[k]].EnvelopeUsdBn;
        Array.Clear(usedThisYear);
        nextCapYearDay = FirstDayOf(1);
    }

    /// <summary>What each window can lend on a day, in their order.</summary>
    public ReadOnlySpan<WindowRoom> RoomsOn(int day)
    {
        TurnCapYear(day);
        for (var k = 0; k < windows.Length; k++)
            rooms[k] = new WindowRoom(envelopes[k], yearlyCaps[k] - usedThisYear[k]);
        return rooms;
    }

    /// <summary>Whether a window, by its place among them, is offered on a day.</summary>
    public bool IsOpenOn(int day, int place)
    {
        TurnCapYear(day);
        return new WindowRoom(envelopes[place], yearlyCaps[place] - usedThisYear[place]).IsOpen;
    }

    /// <summary>Commits the loan of a winning bid: each tranche cut to what is left; the contracting state pays the rest in cash.</summary>
    public void Commit(ref Bid bid, int day)
    {
        var left = RoomsOn(day);
        bid.FirstFaceUsdBn = Book(bid.FirstWindow, bid.FirstFaceUsdBn, left);
        bid.SecondFaceUsdBn = Book(bid.SecondWindow, bid.SecondFaceUsdBn, left);
    }

    /// <summary>Takes back the money of a cancelled award. It frees the envelope, and not the cap of the year in which it was signed.</summary>
    public void Release(in Bid bid)
    {
        Add(bid.FirstWindow, bid.FirstFaceUsdBn);
        Add(bid.SecondWindow, bid.SecondFaceUsdBn);
    }

    /// <summary>Adds money to a window; does nothing if it is none of them.</summary>
    public void Add(int window, double usdBn)
    {
        var k = Array.IndexOf(windows, window);
        if (k >= 0) envelopes[k] += usdBn;
    }

    private double Book(int window, double faceUsdBn, ReadOnlySpan<WindowRoom> left)
    {
        var k = Array.IndexOf(windows, window);
        if (k < 0) return faceUsdBn;
        var face = WindowRoom.CutToRoom(faceUsdBn, left[k].EnvelopeUsdBn, left[k].CapUsdBn);
        envelopes[k] -= face;
        usedThisYear[k] += face;
        return face;
    }

    // A year does not come back: whoever asks about an earlier day is told what is left of the year that has begun since.
    private void TurnCapYear(int day)
    {
        if (day < nextCapYearDay) return;
        nextCapYearDay = FirstDayOf((int)(day / 365.25) + 1);
        for (var k = 0; k < usedThisYear.Length; k++) usedThisYear[k] = 0;
    }

    private static int FirstDayOf(int capYear) => (int)Math.Ceiling(capYear * 365.25);
}
