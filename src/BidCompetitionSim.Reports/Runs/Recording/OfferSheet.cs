using System.Numerics;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Reports.Runs.Recording;

/// <summary>Writes down the offers of a tender as its host saw them.</summary>
internal sealed class OfferSheet(TenderView view, OpenTender tender)
{
    private readonly int otherBids = BitOperations.PopCount(tender.Received) - 1;

    public OfferResult Of(int sponsor)
    {
        var bid = tender.Bids[sponsor];
        return new OfferResult
        {
            Sponsor = view.Compiled.Scenario.Sponsors[sponsor].Id, Price = bid.PriceUsdBn, PriceOverReference = bid.PriceUsdBn / view.ReferenceCostUsdBn,
            Tranches = [.. Tranches(bid)], Guarantee = bid.Guarantee, CompletionYears = bid.CompletionYears, Quality = bid.Quality,
            Standard = view.Compiled.SystemOf(view.Segment).StandardIds[bid.Standard], Compliant = bid.Complies, LocalContent = bid.LocalContent,
            Concession = bid.Concession, GrantElement = bid.FaceUsdBn > 0 ? view.GrantUsdBn(bid) / bid.FaceUsdBn : 0,
            Improved = (tender.Improved >> sponsor & 1) != 0, Utility = UtilityOf(bid), Opinion = tender.HasOpinion ? tender.Opinions[sponsor] : null,
            Objections = [.. tender.Objectors[sponsor]], Struck = tender.StruckFor(sponsor),
            Reckoning = new ReckoningResult
            {
                BidCost = bid.BidCostUsdBn, WinProbability = bid.WinProbability, Payoff = bid.PayoffUsdBn, BelievedBidders = bid.BelievedBidders,
            },
        };
    }

    private UtilityResult UtilityOf(in Bid bid)
    {
        var terms = view.Evaluate(bid, otherBids);
        var judged = tender.HasChoice && (tender.Judged >> bid.Sponsor & 1) != 0;
        return new UtilityResult
        {
            Total = terms.Total, Price = terms.Price, Concession = terms.Concession, Guarantee = terms.Guarantee, Time = terms.Time,
            Quality = terms.Quality, LocalContent = terms.LocalContent, Tie = terms.Tie, Concentration = terms.Concentration, Rent = terms.Rent,
            Compatibility = terms.Compatibility, Taste = judged ? tender.Tastes[bid.Sponsor] : null,
            Decision = judged ? view.Weigh(terms.Total, tender.Opinions[bid.Sponsor]) + tender.Tastes[bid.Sponsor] : null,
        };
    }

    private IEnumerable<TrancheResult> Tranches(Bid bid)
    {
        if (bid.FirstWindow >= 0 && bid.FirstFaceUsdBn > 0) yield return Tranche(bid.FirstWindow, bid.FirstFaceUsdBn, bid.PriceUsdBn);
        if (bid.SecondWindow >= 0 && bid.SecondFaceUsdBn > 0) yield return Tranche(bid.SecondWindow, bid.SecondFaceUsdBn, bid.PriceUsdBn);
    }

    private TrancheResult Tranche(int window, double faceUsdBn, double priceUsdBn)
    {
        var terms = view.FiguresOf(window).Terms;
        return new TrancheResult
        {
            Window = view.Compiled.Scenario.Windows[window].Id, Rate = terms.RatePerYear, Tenor = terms.TenorYears, Grace = terms.GraceYears,
            Share = faceUsdBn / priceUsdBn, Face = faceUsdBn, Currency = CurrencyOf(window),
        };
    }

    private string CurrencyOf(int window) =>
        view.Compiled.Scenario.Windows[window].Terms.Where(terms => terms.FromDay <= view.Day).MaxBy(terms => terms.FromDay)?.Currency ?? "";
}
