using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// What is left in the windows that all sponsors share. Multilateral lenders publish their loans, so this is part of the public record: whoever
/// heard the awards holds the same.
/// </summary>
public sealed class SharedLedger(Compiled compiled)
{
    private readonly WindowLedger ledger = new(compiled, compiled.SharedWindows);
    private readonly Bid[] loans = new Bid[compiled.SharedWindows.Length == 0 ? 0 : compiled.Segments.Length];

    /// <summary>Left of each envelope, USD bn, in the order of <see cref="Compiled.SharedWindows"/>.</summary>
    public ReadOnlySpan<double> EnvelopesUsdBn => ledger.EnvelopesUsdBn;

    /// <summary>What each can lend on a day, in the same order.</summary>
    public ReadOnlySpan<WindowRoom> RoomsOn(int day) => ledger.RoomsOn(day);

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        ledger.Reset();
        Array.Clear(loans);
    }

    /// <summary>The part of a winning bid's loan that these windows lend, cut to what they have left; the bid is cut likewise.</summary>
    public Cofinancing Cut(ref Bid bid, int day)
    {
        var rooms = RoomsOn(day);
        var (first, second) = (Cut(bid.FirstWindow, ref bid.FirstFaceUsdBn, rooms), Cut(bid.SecondWindow, ref bid.SecondFaceUsdBn, rooms));
        return new Cofinancing(first, second);
    }

    /// <summary>Books what an award borrows.</summary>
    public void Commit(int segment, int day, in Cofinancing borrowed)
    {
        if (!borrowed.IsAny) return;
        ref var loan = ref loans[segment];
        (loan.FirstWindow, loan.FirstFaceUsdBn) = (borrowed.First.Window, borrowed.First.FaceUsdBn);
        (loan.SecondWindow, loan.SecondFaceUsdBn) = (borrowed.Second.Window, borrowed.Second.FaceUsdBn);
        ledger.Commit(ref loan, day);
    }

    /// <summary>Takes the money of a cancelled award back.</summary>
    public void Release(int segment)
    {
        if (segment >= loans.Length) return;
        ledger.Release(loans[segment]);
        loans[segment] = default;
    }

    /// <summary>Adds what is left to a fingerprint.</summary>
    public void AddTo(ref Fingerprint fold)
    {
        foreach (var left in EnvelopesUsdBn) fold.Add(left);
    }

    private Tranche Cut(int window, ref double faceUsdBn, ReadOnlySpan<WindowRoom> rooms)
    {
        var k = Array.IndexOf(compiled.SharedWindows, window);
        if (k < 0) return Tranche.None;
        faceUsdBn = WindowRoom.CutToRoom(faceUsdBn, rooms[k].EnvelopeUsdBn, rooms[k].CapUsdBn);
        return new Tranche(window, faceUsdBn);
    }
}
