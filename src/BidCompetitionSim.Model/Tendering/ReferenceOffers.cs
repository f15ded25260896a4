using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The sponsors' public reference offers at a tender: half concession, own standard, price at the public estimate of its cost, guarantee asked. An
/// offer and what it is worth are found when they are asked for.
/// </summary>
internal sealed class ReferenceOffers(TenderView view)
{
    private readonly Reference[] references = new Reference[view.Compiled.Sponsors];

    /// <summary>Forgets them: the view is that of another tender or moment.</summary>
    public void Forget() => Array.Clear(references);

    /// <summary>The host's utility of a sponsor's offer, as if nobody else bid.</summary>
    public double UtilityOf(int sponsor)
    {
        ref var own = ref references[sponsor];
        return own.Utility ??= view.Evaluate(own.Bid ??= NewBid(sponsor), 0).Total;
    }

    /// <summary>The regional score of it.</summary>
    public double RegionalOf(int sponsor)
    {
        ref var own = ref references[sponsor];
        return own.Regional ??= view.Regional.Of(own.Bid ??= NewBid(sponsor));
    }

    private Bid NewBid(int sponsor)
    {
        var complies = view.Arm.Specification == SpecificationRule.Mandatory;
        var bid = BidSheet.Blank(view, sponsor, complies);
        bid.Concession = 0.5;
        bid.PriceUsdBn = view.ReferenceCostUsdBn * view.CapabilityOf(sponsor).CostMultiplier * BestResponse.Premium(view, complies);
        var rooms = view.PublicRooms(sponsor);
        view.SetLoan(ref bid, view.LadderOf(sponsor, rooms), rooms);
        return bid;
    }

    private struct Reference
    {
        public Bid? Bid;
        public double? Utility;
        public double? Regional;
    }
}
