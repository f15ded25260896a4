using System.Numerics;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// The joint bid that two bidders for a segment would agree on (docs/model.md §4.6): half of the work each, a loan of each on its half, the better
/// quality, and the standard, concession and guarantee that bring the two together most. What it needs of them besides their bids, pressure and weight of
/// fiscal cost, it follows from announcements, as anybody could.
/// </summary>
internal sealed class JointBidding
{
    /// <summary>What coordination makes of the cost.</summary>
    public const double Coordination = 1.03;

    private readonly Compiled compiled;
    private readonly double[] pressures;
    private readonly int[] pressureDays;
    private readonly double[] fiscalWeights;
    private readonly RivalBelief[] rivals;
    private readonly RivalBelief[] memory;

    public JointBidding(Compiled compiled)
    {
        this.compiled = compiled;
        (pressures, pressureDays, fiscalWeights) = (new double[compiled.Sponsors], new int[compiled.Sponsors], new double[compiled.Sponsors]);
        (rivals, memory) = (new RivalBelief[compiled.Sponsors], new RivalBelief[compiled.Sponsors]);
    }

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        Array.Clear(pressures);
        Array.Clear(pressureDays);
        for (var k = 0; k < fiscalWeights.Length; k++) fiscalWeights[k] = compiled.Scenario.Sponsors[k].FiscalWeight;
    }

    /// <summary>A sponsor lost to a rival.</summary>
    public void LoseOn(int sponsor, int day) => (pressures[sponsor], pressureDays[sponsor]) = (PressureOn(sponsor, day) + 1, day);

    /// <summary>A sponsor's policy changed.</summary>
    public void Adopt(in PolicyNotice policy) => fiscalWeights[policy.Sponsor] += policy.FiscalWeightChange;

    /// <summary>The joint bid that gains its two parties most over what they expect apart; of equal ones that of the first pair by id.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="bids">Bids by sponsor.</param>
    /// <param name="received">Sponsors that bid.</param>
    /// <param name="ledgers">What is left in each sponsor's windows.</param>
    /// <param name="joint">The bid; its payoff is that of both.</param>
    /// <returns>False if no pair gains.</returns>
    public bool TryFind(TenderView view, ReadOnlySpan<Bid> bids, ulong received, WindowLedger[] ledgers, out Bid joint)
    {
        (joint, var most) = (default, 0.0);
        for (var a = 0; a < bids.Length; a++)
            for (var b = a + 1; b < bids.Length; b++)
            {
                if ((received >> a & received >> b & 1) == 0) continue;
                var best = BestOf(view, bids[a], bids[b], ledgers);
                var gain = best.WinProbability * best.PayoffUsdBn - Expected(bids[a]) - Expected(bids[b]);
                if (!(gain > most)) continue;
                (joint, most) = (best, gain);
            }
        return most > 0;
    }

    /// <summary>What a bidder expects of its bid, USD bn.</summary>
    public static double Expected(in Bid bid) => bid.WinProbability * bid.PayoffUsdBn;

    private double PressureOn(int sponsor, int day) => pressures[sponsor] == 0 ? 0 : pressures[sponsor]
        * Elementary.Exp(-Elementary.Log(2) * ((day - pressureDays[sponsor]) / 365.25) / compiled.Scenario.Sponsors[sponsor].PressureHalfLifeYears);

    // The pair's own standards first, the leader's being the one that is built; then the specification.
    private Bid BestOf(TenderView view, in Bid a, in Bid b, WindowLedger[] ledgers)
    {
        Bid best = default;
        var specification = view.Arm.Specification;
        if (specification != SpecificationRule.Mandatory)
        {
            Improve(view, a, b, false, ledgers, ref best);
            if (view.OwnStandardOf(a.Sponsor) != view.OwnStandardOf(b.Sponsor)) Improve(view, b, a, false, ledgers, ref best);
        }
        if (specification != SpecificationRule.None) Improve(view, a, b, true, ledgers, ref best);
        return best;
    }

    private void Improve(TenderView view, in Bid leader, in Bid partner, bool complies, WindowLedger[] ledgers, ref Bid best)
    {
        var odds = OddsWithout(view, leader.Sponsor, partner.Sponsor, out var others);
        var blank = Blank(view, leader, partner, complies);
        var day = view.Record.Day;
        var worth = (compiled.Scenario.Bidding.JointWorth ?? 1)
            * (StrategicWorth.UsdBn(view, leader.Sponsor, blank.Standard, PressureOn(leader.Sponsor, view.Day))
                + StrategicWorth.UsdBn(view, partner.Sponsor, blank.Standard, PressureOn(partner.Sponsor, view.Day)));
        for (var step = 0; step <= compiled.Scenario.Bidding.ConcessionSteps; step++)
        {
            var bid = blank;
            bid.Concession = compiled.Margins[leader.Sponsor].Concession(step);
            bid.PriceUsdBn = bid.BidCostUsdBn * (compiled.Margins[leader.Sponsor].Factor(step) + compiled.Margins[partner.Sponsor].Factor(step)) / 2;
            JointLoan.Set(view, ref bid, ledgers[leader.Sponsor].RoomsOn(day), ledgers[partner.Sponsor].RoomsOn(day));
            bid.Guarantee = bid.FaceUsdBn > 0;
            bid.PayoffUsdBn = worth + (bid.PriceUsdBn - bid.BidCostUsdBn) - Subsidy(view, leader.Sponsor, bid.FirstWindow, bid.FirstFaceUsdBn)
                - Subsidy(view, partner.Sponsor, bid.SecondWindow, bid.SecondFaceUsdBn);
            Weigh(view, odds, others, bid, ref best);
            if (!bid.Guarantee || !CanWaive(view, bid.FirstWindow) || !CanWaive(view, bid.SecondWindow)) continue;
            bid.Guarantee = false;
            bid.PayoffUsdBn -= view.CostOfWaivingUsdBn(bid);
            Weigh(view, odds, others, bid, ref best);
        }
    }

    private static void Weigh(TenderView view, in WinOdds odds, double others, Bid bid, ref Bid best)
    {
        bid.WinProbability = odds.At(view.Weigh(view.Evaluate(bid, others).Total, view.RegionalIfWeighed(bid)));
        if (best.PriceUsdBn == 0 || Expected(bid) > Expected(best)) best = bid;
    }

    private static Bid Blank(TenderView view, in Bid leader, in Bid partner, bool complies)
    {
        var bid = BidSheet.Blank(view, leader.Sponsor, complies);
        var other = BidSheet.Blank(view, partner.Sponsor, complies);
        bid.PartnerNumber = partner.Sponsor + 1;
        bid.Quality = Math.Max(bid.Quality, other.Quality);
        bid.CompletionYears = (bid.CompletionYears + other.CompletionYears) / 2;
        var cost = leader.BidCostUsdBn / BestResponse.Premium(view, leader.Complies) + partner.BidCostUsdBn / BestResponse.Premium(view, partner.Complies);
        bid.BidCostUsdBn = Coordination * BestResponse.Premium(view, complies) * cost / 2;
        bid.BelievedBidders = Math.Max(1, Math.Max(leader.BelievedBidders, partner.BelievedBidders) - 1);
        return bid;
    }

    private double Subsidy(TenderView view, int sponsor, int window, double faceUsdBn) =>
        window < 0 ? 0 : fiscalWeights[sponsor] * faceUsdBn * view.FiguresOf(window).SubsidyPerFace;

    private static bool CanWaive(TenderView view, int window) => window < 0 || view.FiguresOf(window).GuaranteeWaivable;

    // Of others nothing is believed beyond their public reference offers.
    private WinOdds OddsWithout(TenderView view, int leader, int partner, out double others)
    {
        var bidding = compiled.Scenario.Bidding;
        var alpha = view.Arm.RegionalWeight;
        var spread = WinProbability.SpreadOfTaste(view.Weights.TasteScale, (1 - alpha) * Math.Sqrt(bidding.PriorSd * bidding.PriorSd + bidding.NoveltyVariance));
        var count = 0;
        others = 0;
        for (var k = 0; k < compiled.Sponsors; k++)
        {
            if (k == leader || k == partner || !view.IsCapable(k)) continue;
            var p = view.NamesArePublic ? view.Record.Interested[view.Segment] >> k & 1 : 0.5;
            rivals[count++] = new RivalBelief(view.Weigh(view.ReferenceUtility(k), view.ReferenceRegional(k)), spread, p);
            others += p;
        }
        return new WinOdds((1 - alpha) * view.Weights.Nobody, view.Weights.TasteScale, rivals.AsSpan(0, count), memory.AsSpan(0, count));
    }
}
