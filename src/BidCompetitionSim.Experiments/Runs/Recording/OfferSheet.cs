using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>Writes down the offers of a tender as its host saw them.</summary>
internal sealed class OfferSheet(TenderView view, OpenTender tender)
{
    public OfferResult Of(int sponsor)
    {
        var bid = tender.Bids[sponsor];
        return new OfferResult
        {
            Sponsor = view.Compiled.Scenario.Sponsors[sponsor].Id, Price = bid.PriceUsdBn, PriceOverReference = bid.PriceUsdBn / view.ReferenceCostUsdBn,
            Tranches = LoanSheet.Of(view.Compiled, view.Segment, view.Day, bid), Guarantee = bid.Guarantee, CompletionYears = bid.CompletionYears, Quality = bid.Quality,
            Standard = view.Compiled.SystemOf(view.Segment).StandardIds[bid.Standard], Compliant = bid.Complies, LocalContent = bid.LocalContent,
            Concession = bid.Concession, GrantElement = bid.FaceUsdBn > 0 ? view.GrantUsdBn(bid) / bid.FaceUsdBn : 0,
            Improved = (tender.Improved >> sponsor & 1) != 0, Utility = UtilityOf(bid), Opinion = tender.HasOpinion ? tender.Opinions[sponsor] : null,
            Objections = [.. tender.Objectors[sponsor]], Struck = tender.StruckFor(sponsor),
            Partner = bid.Partner < 0 ? null : view.Compiled.Scenario.Sponsors[bid.Partner].Id,
            Refusals = tender.Refusals[sponsor] is { Count: > 0 } refusals ? [.. refusals] : null,
            Reckoning = new ReckoningResult
            {
                BidCost = bid.BidCostUsdBn, WinProbability = bid.WinProbability, Payoff = bid.PayoffUsdBn, BelievedBidders = bid.BelievedBidders,
            },
        };
    }

    private UtilityResult UtilityOf(in Bid bid)
    {
        var terms = view.Evaluate(bid, tender.OtherBids);
        var judged = tender.HasChoice && (tender.Judged >> bid.Sponsor & 1) != 0;
        return Written(terms) with
        {
            Taste = judged ? tender.Tastes[bid.Sponsor] : null,
            Decision = judged ? view.Weigh(terms.Total, tender.Opinions[bid.Sponsor]) + tender.Tastes[bid.Sponsor] : null,
        };
    }

    /// <summary>A utility term by term, without taste or decision.</summary>
    public static UtilityResult Written(in UtilityTerms terms) => new()
    {
        Total = terms.Total, Price = terms.Price, Concession = terms.Concession, Guarantee = terms.Guarantee, Time = terms.Time,
        Quality = terms.Quality, LocalContent = terms.LocalContent, Tie = terms.Tie, Concentration = terms.Concentration, Rent = terms.Rent,
        Compatibility = terms.Compatibility, Taste = null, Decision = null,
    };
}
