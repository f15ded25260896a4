using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// For every offer that a search may try, what it can bring at most: probability of winning times payoff, all steps of concession side by side in
/// vectors. A bound is the value itself but for three things, which make it too high and never too low: waiving a guarantee costs a little less, debt
/// service is covered as in the heaviest year after grace, and a slack for rounding. Scratch of its owner.
/// </summary>
internal sealed class OfferBounds
{
    // Above what rounding and rough odds can lose, far below what sets one step of concession apart from the next.
    private const double Slack = 2e-6;

    private readonly LoanColumns ownLoans;
    private readonly LoanColumns? cofinancedLoans;
    private readonly CoverColumns covers;
    private readonly OfferedWay[] ways;
    private readonly double[][] rows;
    private readonly bool[] settled;
    private readonly (double Value, int Step)[] peaks;
    private readonly MarginTable margins;

    public OfferBounds(Compiled compiled, int sponsor)
    {
        margins = compiled.Margins[sponsor];
        Steps = compiled.Scenario.Bidding.ConcessionSteps;
        var padded = Lanes.Padded(Steps + 1);
        var shared = compiled.SharedWindows.Length > 0;
        ownLoans = new LoanColumns(compiled, sponsor, padded, cofinanced: false);
        cofinancedLoans = shared ? new LoanColumns(compiled, sponsor, padded, cofinanced: true) : null;
        covers = new CoverColumns(padded);
        rows = new double[shared ? 2 * OfferedWay.Cofinanced : OfferedWay.Cofinanced][];
        ways = new OfferedWay[Rows / OfferedWay.RowsOfOne];
        settled = new bool[Rows * padded];
        peaks = new (double, int)[Rows];
        for (var row = 0; row < Rows; row++) rows[row] = new double[padded];
    }

    /// <summary>
    /// Rows of the table, in the order in which ties are decided: without multilateral windows before with them, own standard before complying,
    /// guarantee asked before waived.
    /// </summary>
    public int Rows => rows.Length;

    /// <summary>The last step of concession; the first is 0.</summary>
    public int Steps { get; }

    /// <summary>The way to build that a row belongs to.</summary>
    public ref OfferedWay WayOf(int row) => ref ways[row / OfferedWay.RowsOfOne];

    /// <summary>Closes all ways to build.</summary>
    public void CloseWays()
    {
        foreach (ref var way in ways.AsSpan()) way.IsOpen = false;
    }

    /// <summary>Starts a table on which nothing is offered yet.</summary>
    public void Open(TenderView view, in ConcessionLadder ladder, ReadOnlySpan<WindowRoom> rooms)
    {
        ownLoans.Load(view, ladder, rooms);
        Array.Fill(peaks, (double.NegativeInfinity, 0));
        Array.Clear(settled);
    }

    /// <summary>Adds the loans that multilateral windows help to pay.</summary>
    public void OpenCofinanced(in OfferedTender tender, in ConcessionLadder ladder, ReadOnlySpan<WindowRoom> rooms)
    {
        cofinancedLoans!.Load(tender.View, ladder, rooms);
        cofinancedLoans.LoadRules(tender);
    }

    /// <summary>The offer of which most can be hoped: the first of several.</summary>
    /// <returns>False if there is none left.</returns>
    public bool TryHighest(out int row, out int step)
    {
        row = 0;
        for (var r = 1; r < Rows; r++)
            if (peaks[r].Value > peaks[row].Value || (peaks[r].Value == peaks[row].Value && peaks[r].Step < peaks[row].Step)) row = r;
        step = peaks[row].Step;
        return !double.IsNegativeInfinity(peaks[row].Value);
    }

    /// <summary>Whether the offer's value is known.</summary>
    public bool IsSettled(int row, int step) => settled[row * rows[0].Length + step];

    /// <summary>Replaces a bound by the value itself; no number is no value.</summary>
    public void Settle(int row, int step, double value)
    {
        rows[row][step] = double.IsNaN(value) ? double.NegativeInfinity : value;
        settled[row * rows[0].Length + step] = true;
        FindPeak(row);
    }

    /// <summary>Bounds the offers of one way to build, asking for a guarantee and, where a loan lets it be waived, not asking.</summary>
    /// <param name="tender">What the offers share.</param>
    /// <param name="way">The way to build.</param>
    /// <param name="regional">What the region thinks of the way; ignored where it has no weight.</param>
    public void Fill(in OfferedTender tender, in OfferedWay way, in RegionalBound regional)
    {
        var weighed = tender.View.Arm.RegionalWeight != 0;
        var loans = way.IsCofinanced ? cofinancedLoans! : ownLoans;
        if (weighed) regional.FillCovers(loans.Table, covers);
        var steps = loans.Table.Steps;
        var harderRooms = loans.HarderRooms;
        var softerRooms = loans.SofterRooms;
        var factors = Columns(margins.Factors);
        var logFactors = Columns(margins.LogFactors);
        var asked = Columns(rows[way.FirstRow]);
        var waived = Columns(rows[way.FirstRow + 1]);
        var bidCost = new Vector<double>(way.Blank.BidCostUsdBn);
        for (var v = 0; v * Vector<double>.Count <= Steps; v++)
        {
            ref readonly var loan = ref steps[v];
            var price = bidCost * factors[v];
            var (harder, softer) = (Vector.MinNative(loan.HarderShare * price, harderRooms[v]), Vector.MinNative(loan.SofterShare * price, softerRooms[v]));
            var face = harder + softer;
            var grant = harder * loan.HarderGrant + softer * loan.SofterGrant;
            var subsidy = harder * loan.HarderSubsidy + softer * loan.SofterSubsidy;
            var utility = new Vector<double>(way.Utility) - tender.PriceWeight * (new Vector<double>(way.LogCostOverReference) + logFactors[v])
                + tender.ConcessionWeight * (grant / price) + (way.IsCofinanced ? loans.Rents[v] * face - tender.CostOfYear * loans.Waits[v] : tender.RentPerFace * face);
            var payoff = new Vector<double>(way.WorthUsdBn) + (price - bidCost) - tender.FiscalWeight * subsidy;
            var lends = Vector.GreaterThan(face, Vector<double>.Zero);
            var cost = Vector.ConditionalSelect(lends, new Vector<double>(tender.GuaranteeCost), Vector<double>.Zero);
            var open = Vector.LessThanOrEqual(price, new Vector<double>(tender.Bar.MostPriceUsdBn));
            if (way.IsCofinanced) open &= Vector.LessThanOrEqual(loans.Waits[v], new Vector<double>(tender.Bar.MostExtraYears));
            var mayAsk = tender.Bar.MayAskGuarantee ? open : Vector.AndNot(open, lends);
            var mayWaive = open & lends & loan.Waivable;
            var covered = weighed ? RegionalBound.CoverTerms(covers.MostOverCash(v, harder, softer)) : default;
            asked[v] = Bound(tender, utility - cost, weighed ? regional.Of(covered, face - grant) : default, payoff, mayAsk);
            waived[v] = new Vector<double>(double.NegativeInfinity);
            if (Vector.EqualsAll(mayWaive, Vector<long>.Zero)) continue;
            payoff -= LeastCostOfWaiving(tender, way, loan.ServiceUsdBn(harder, softer), face);
            waived[v] = Bound(tender, utility, weighed ? regional.OfUnguaranteed(covered, face - grant) : default, payoff, mayWaive);
        }
        for (var row = way.FirstRow; row < way.FirstRow + 2; row++)
        {
            rows[row].AsSpan(Steps + 1).Fill(double.NegativeInfinity);
            FindPeak(row);
        }
    }

    private void FindPeak(int row)
    {
        var columns = Columns(rows[row]);
        var most = new Vector<double>(double.NegativeInfinity);
        foreach (var several in columns) most = Vector.MaxNative(most, several);
        var highest = double.NegativeInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
            if (most[lane] > highest) highest = most[lane];
        var first = 0;
        while (!Vector.EqualsAny(columns[first], new Vector<double>(highest))) first++;
        first *= Vector<double>.Count;
        while (rows[row][first] != highest) first++;
        peaks[row] = (highest, first);
    }

    private static Vector<double> LeastCostOfWaiving(in OfferedTender tender, in OfferedWay way, Vector<double> service, Vector<double> face)
    {
        var compiled = tender.View.Compiled;
        var economics = compiled.Economics[tender.View.Segment];
        return GuaranteePrice.LeastUsdBn(
            service, way.OperationUsdBn, economics.RevenueUsdBnPerYear, economics.Demand, compiled.Scenario.Bidding.LossGivenDefault * face);
    }

    // What is expected of an offer that would lose money grows as it is less likely to win: nothing at all is its bound.
    private static Vector<double> Bound(in OfferedTender tender, Vector<double> utility, Vector<double> regional, Vector<double> payoff, Vector<long> open)
    {
        if (tender.HostWeight != 1) open &= Vector.GreaterThanOrEqual(regional + new Vector<double>(Slack), new Vector<double>(tender.Bar.LeastRegional));
        if (Vector.EqualsAll(open, Vector<long>.Zero)) return new Vector<double>(double.NegativeInfinity);
        var deciding = tender.HostWeight == 1 ? utility : tender.HostWeight * utility + tender.RegionalWeight * regional;
        var probability = tender.Odds.RoughlyAt(deciding + new Vector<double>(Slack));
        var bound = Vector.MaxNative(probability * payoff * (1 + Slack), Vector<double>.Zero);
        return Vector.ConditionalSelect(open, bound, new Vector<double>(double.NegativeInfinity));
    }

    private static Span<Vector<double>> Columns(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan());
}
