using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// What turns price and loan of an offer into the utility that decides, and into payoff: the same for all offers of one way to build, rounded once to
/// floats, with slacks that cover what rounding can lose. Scratch of its owner.
/// </summary>
internal sealed class OfferSlopes
{
    /// <summary>Sixteen times what rounding to a float can lose: more than the few sums of a bound can.</summary>
    public const float Precision = 1e-6f;

    /// <summary>Takes up one way to build.</summary>
    /// <param name="tender">What the offers share.</param>
    /// <param name="way">The way to build.</param>
    /// <param name="regional">What the region thinks of it.</param>
    /// <param name="margins">The sponsor's margins.</param>
    /// <param name="reach">See <see cref="RoughOdds.Reach"/>.</param>
    public void Load(in OfferedTender tender, in OfferedWay way, in RegionalBound regional, RoughMargins margins, double reach)
    {
        var (bidCost, host, most) = (way.Blank.BidCostUsdBn, tender.HostWeight, way.Blank.BidCostUsdBn * margins.MostFactor);
        IsWeighed = tender.View.Arm.RegionalWeight != 0;
        BidCost = (float)bidCost;
        HostWeight = (float)host;
        Price = (float)(host * tender.PriceWeight);
        Concession = (float)(host * tender.ConcessionWeight / bidCost);
        Rent = (float)(host * tender.RentPerFace);
        Guarantee = (float)(host * tender.GuaranteeCost);
        Year = (float)(host * tender.CostOfYear);
        Fiscal = (float)tender.FiscalWeight;
        PerTerm = (float)(tender.RegionalWeight * regional.PerTerm);
        LeastTerms = regional.PerTerm > 0 ? (float)((tender.Bar.LeastRegional - regional.WithoutLoan) / regional.PerTerm) : float.NegativeInfinity;
        LeastTerms -= Precision * Math.Abs(LeastTerms);
        MayAskGuarantee = tender.Bar.MayAskGuarantee;
        MostPrice = (float)(tender.Bar.MostPriceUsdBn * (1 + Precision));
        MostExtraYears = (float)Math.Min(tender.Bar.MostExtraYears, float.MaxValue);
        // Multilateral lenders leave officials no more than others do.
        var terms = tender.PriceWeight * margins.MostLogFactor + 2 * tender.ConcessionWeight + tender.RentPerFace * most + tender.GuaranteeCost + 10 * tender.CostOfYear;
        Slack = (float)(Precision * (reach + host * terms + 2 * tender.RegionalWeight * regional.PerTerm));
        PayoffSlack = (float)(Precision * most * Math.Abs(tender.FiscalWeight));
        Worth = (float)(way.WorthUsdBn + Precision * (Math.Abs(way.WorthUsdBn) + most));
    }

    /// <summary>Whether the region's score counts.</summary>
    public bool IsWeighed { get; private set; }

    /// <summary>Bid cost, USD bn.</summary>
    public float BidCost { get; private set; }

    /// <summary>Weight of the host's utility in what decides.</summary>
    public float HostWeight { get; private set; }

    /// <summary>What a unit of log price takes off.</summary>
    public float Price { get; private set; }

    /// <summary>What a USD bn of gift brings, on a price as high as the bid cost.</summary>
    public float Concession { get; private set; }

    /// <summary>What a USD bn of face brings, without multilateral windows.</summary>
    public float Rent { get; private set; }

    /// <summary>What a guarantee takes off.</summary>
    public float Guarantee { get; private set; }

    /// <summary>What a year that lenders need takes off.</summary>
    public float Year { get; private set; }

    /// <summary>What a unit of the region's terms of cover and debt brings.</summary>
    public float PerTerm { get; private set; }

    /// <summary>Least of those terms that passes.</summary>
    public float LeastTerms { get; private set; }

    /// <summary>Whether a guarantee may be asked for.</summary>
    public bool MayAskGuarantee { get; private set; }

    /// <summary>Highest price that passes, USD bn.</summary>
    public float MostPrice { get; private set; }

    /// <summary>Longest processing by lenders that passes, years; finite.</summary>
    public float MostExtraYears { get; private set; }

    /// <summary>What winning at the bid cost is worth, and a little more, USD bn.</summary>
    public float Worth { get; private set; }

    /// <summary>Weight of a loan's cost to its lenders.</summary>
    public float Fiscal { get; private set; }

    /// <summary>Slack of a utility.</summary>
    public float Slack { get; private set; }

    /// <summary>Slack of a payoff for a loan as high as the price that costs its lenders as much as its face, USD bn.</summary>
    public float PayoffSlack { get; private set; }
}
