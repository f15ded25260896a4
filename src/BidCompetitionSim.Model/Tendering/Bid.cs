using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// A bid as the kernel holds it: dense ids, no allocation. Its form on the wire is <see cref="Messages.Offer"/>.
/// The last four fields are the bidder's own reckoning; only the tendering authority's file sees them.
/// </summary>
[SuppressMessage("Design", "CA1051", Justification = "A row of the hot path, filled and cut in place.")]
public struct Bid
{
    /// <summary>Index of the sponsor.</summary>
    public int Sponsor;

    /// <summary>One more than the index of the sponsor that shares in a joint bid, 0 for none: see <see cref="Partner"/>.</summary>
    public int PartnerNumber;

    /// <summary>Index of the technical standard within the system.</summary>
    public int Standard;

    /// <summary>Whether it complies with the regional specification.</summary>
    public bool Complies;

    /// <summary>Whether it asks for a sovereign guarantee.</summary>
    public bool Guarantee;

    /// <summary>Index of the window of the first tranche, -1 for none.</summary>
    public int FirstWindow;

    /// <summary>Index of the window of the second tranche, -1 for none.</summary>
    public int SecondWindow;

    /// <summary>Face of the first tranche, USD bn.</summary>
    public double FirstFaceUsdBn;

    /// <summary>Face of the second tranche, USD bn.</summary>
    public double SecondFaceUsdBn;

    /// <summary>Price, USD bn.</summary>
    public double PriceUsdBn;

    /// <summary>Concession in [0, 1].</summary>
    public double Concession;

    /// <summary>Contracted years from financial close to completion.</summary>
    public double CompletionYears;

    /// <summary>Quality in [0, 1].</summary>
    public double Quality;

    /// <summary>Local content, share of price.</summary>
    public double LocalContent;

    /// <summary>Bid cost: what the bidder believes it will cost it, USD bn.</summary>
    public double BidCostUsdBn;

    /// <summary>Believed probability of winning.</summary>
    public double WinProbability;

    /// <summary>Payoff if won, USD bn.</summary>
    public double PayoffUsdBn;

    /// <summary>Believed number of bidders, itself included.</summary>
    public int BelievedBidders;

    /// <summary>Index of the sponsor that shares in a joint bid by half, -1 for none.</summary>
    public readonly int Partner => PartnerNumber - 1;

    /// <summary>Face of both tranches, USD bn.</summary>
    public readonly double FaceUsdBn => FirstFaceUsdBn + SecondFaceUsdBn;

    /// <summary>Whether another bid is the same to the bit.</summary>
    internal readonly bool IsSameAs(in Bid other) => BytesOf(in this).SequenceEqual(BytesOf(in other));

    private static ReadOnlySpan<byte> BytesOf(in Bid bid) => MemoryMarshal.AsBytes(new ReadOnlySpan<Bid>(in bid));

    /// <summary>Takes a share off the price, and off the loan with it; the bidder bears it.</summary>
    public void TakeOff(double share)
    {
        if (share == 0) return;
        PayoffUsdBn -= share * PriceUsdBn;
        PriceUsdBn *= 1 - share;
        FirstFaceUsdBn *= 1 - share;
        SecondFaceUsdBn *= 1 - share;
    }
}
