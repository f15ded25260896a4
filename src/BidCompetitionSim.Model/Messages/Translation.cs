using System.Numerics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Messages;

/// <summary>
/// The one place where dense ids become messages and messages dense ids. Sets of ids travel as arrays sorted by id; an absent window is an
/// empty id. Reading a message that names something unknown to the scenario throws <see cref="ArgumentException"/>.
/// </summary>
public sealed partial class Translation(Compiled compiled)
{
    private const string Nobody = "";

    /// <summary>The scenario whose ids these are.</summary>
    public Compiled Compiled { get; } = compiled;

    /// <summary>A tender, as a message names it.</summary>
    public Tender Write(in TenderKey tender) =>
        new() { Segment = Compiled.Scenario.Segments[tender.Segment].Id, Attempt = tender.Attempt, Day = tender.Day };

    /// <summary>A tender named in a message.</summary>
    public TenderKey Read(in Tender tender)
    {
        if (tender.Attempt is not (1 or 2)) throw new ArgumentException($"Tender of {tender.Segment}: there is no attempt {tender.Attempt}.");
        return new TenderKey(Segment(tender.Segment), tender.Attempt, tender.Day);
    }

    /// <summary>A bid's public part.</summary>
    public Offer WriteOffer(in TenderKey tender, in Bid bid) => new()
    {
        Sponsor = SponsorId(bid.Sponsor), Standard = StandardId(tender, bid.Standard), Complies = bid.Complies, Guarantee = bid.Guarantee,
        PriceUsdBn = bid.PriceUsdBn, Concession = bid.Concession,
        Harder = new Tranche { Window = WindowId(bid.FirstWindow), FaceUsdBn = bid.FirstFaceUsdBn },
        Softer = new Tranche { Window = WindowId(bid.SecondWindow), FaceUsdBn = bid.SecondFaceUsdBn },
        CompletionYears = bid.CompletionYears, Quality = bid.Quality, LocalContent = bid.LocalContent, Partner = SponsorId(bid.Partner),
    };

    /// <summary>A bid as its public part shows it, without the bidder's reckoning.</summary>
    public Bid Read(in TenderKey tender, Offer offer) => new()
    {
        Sponsor = Sponsor(offer.Sponsor), Standard = Standard(tender, offer.Standard), Complies = offer.Complies, Guarantee = offer.Guarantee,
        PriceUsdBn = offer.PriceUsdBn, Concession = offer.Concession,
        FirstWindow = Window(offer.Harder.Window), FirstFaceUsdBn = offer.Harder.FaceUsdBn,
        SecondWindow = Window(offer.Softer.Window), SecondFaceUsdBn = offer.Softer.FaceUsdBn,
        CompletionYears = offer.CompletionYears, Quality = offer.Quality, LocalContent = offer.LocalContent,
        PartnerNumber = SponsorOrNobody(offer.Partner) + 1,
    };

    /// <summary>A bid with its bidder's reckoning.</summary>
    public Bid Read(in TenderKey tender, Offer offer, Reckoning reckoning)
    {
        var bid = Read(tender, offer);
        (bid.BidCostUsdBn, bid.WinProbability) = (reckoning.BidCostUsdBn, reckoning.WinProbability);
        (bid.PayoffUsdBn, bid.BelievedBidders) = (reckoning.PayoffUsdBn, reckoning.BelievedBidders);
        return bid;
    }

    /// <summary>Ids of a set of sponsors.</summary>
    public string[] SponsorIds(ulong sponsors) => Ids(sponsors, Compiled.Scenario.Sponsors, s => s.Id);

    /// <summary>A set of sponsors named.</summary>
    public ulong Sponsors(string[] ids)
    {
        var mask = 0UL;
        foreach (var id in ids) mask |= 1UL << Sponsor(id);
        return mask;
    }

    /// <summary>The numbers given to a set of sponsors.</summary>
    public Score[] Write(ulong sponsors, ReadOnlySpan<double> values)
    {
        var scores = new Score[BitOperations.PopCount(sponsors)];
        for (var n = 0; sponsors != 0; sponsors &= sponsors - 1)
        {
            var k = BitOperations.TrailingZeroCount(sponsors);
            scores[n++] = new Score { Sponsor = SponsorId(k), Value = values[k] };
        }
        return scores;
    }

    /// <summary>Lays numbers out by sponsor, 0 where there is none.</summary>
    /// <returns>The sponsors that have one.</returns>
    public ulong Read(Score[] scores, Span<double> values)
    {
        values.Clear();
        var mask = 0UL;
        foreach (var score in scores)
        {
            var k = Sponsor(score.Sponsor);
            if (!double.IsFinite(score.Value)) throw new ArgumentException($"The score of {score.Sponsor} is {score.Value}.");
            mask |= 1UL << k;
            values[k] = score.Value;
        }
        return mask;
    }

    /// <summary>Id of a sponsor, empty for nobody.</summary>
    public string SponsorId(int sponsor) => sponsor < 0 ? Nobody : Compiled.Scenario.Sponsors[sponsor].Id;

    /// <summary>A sponsor named.</summary>
    public int Sponsor(string id) => Known(Array.FindIndex(Compiled.Scenario.Sponsors, s => s.Id == id), "sponsor", id);

    /// <summary>A sponsor named, -1 for nobody.</summary>
    public int SponsorOrNobody(string id) => id.Length == 0 ? -1 : Sponsor(id);

    /// <summary>A state named.</summary>
    public int State(string id) => Known(Array.FindIndex(Compiled.Scenario.States, s => s.Id == id), "state", id);

    private string StandardId(in TenderKey tender, int standard) => Compiled.SystemOf(tender.Segment).StandardIds[standard];

    private int Standard(in TenderKey tender, string id) => Known(Compiled.SystemOf(tender.Segment).StandardIndex(id), "standard", id);

    private int Segment(string id) => Known(Compiled.SegmentOf(id), "segment", id);

    private string WindowId(int window) => window < 0 ? Nobody : Compiled.Scenario.Windows[window].Id;

    private int Window(string id) => id.Length == 0 ? -1 : Known(Array.FindIndex(Compiled.Scenario.Windows, w => w.Id == id), "window", id);

    private static int Known(int index, string what, string id) =>
        index >= 0 ? index : throw new ArgumentException($"The scenario has no {what} '{id}'.");

    private static string[] Ids<T>(ulong mask, T[] items, Func<T, string> id)
    {
        var ids = new string[BitOperations.PopCount(mask)];
        for (var n = 0; mask != 0; mask &= mask - 1) ids[n++] = id(items[BitOperations.TrailingZeroCount(mask)]);
        return ids;
    }
}
