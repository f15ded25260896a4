using System.Numerics;
using System.Runtime.CompilerServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// For every offer that a search may try, what it can bring at most: probability of winning times payoff, steps of concession side by side in
/// vectors of floats. A bound is the value itself but for three things, which make it too high and never too low: waiving a guarantee costs a little
/// less, debt service is covered as in the heaviest year after grace, and a slack for rounding. Scratch of its owner.
/// </summary>
internal sealed class OfferBounds
{
    private readonly LoanColumns ownLoans;
    private readonly LoanColumns? cofinancedLoans;
    private readonly OfferedWay[] ways;
    private readonly float[][] rows;
    private readonly float[] peaks; // by row
    private readonly RoughMargins margins;
    private readonly RoughOdds odds;

    public OfferBounds(Compiled compiled, int sponsor)
    {
        margins = compiled.Margins[sponsor].Rough;
        Steps = compiled.Scenario.Bidding.ConcessionSteps;
        odds = new RoughOdds(compiled.Sponsors + WinProbability.MostUncertainRivals);
        var shared = compiled.SharedWindows.Length > 0;
        ownLoans = new LoanColumns(compiled, sponsor, cofinanced: false);
        cofinancedLoans = shared ? new LoanColumns(compiled, sponsor, cofinanced: true) : null;
        rows = new float[shared ? 2 * OfferedWay.Cofinanced : OfferedWay.Cofinanced][];
        ways = new OfferedWay[Rows / OfferedWay.RowsOfOne];
        peaks = new float[Rows];
        for (var row = 0; row < Rows; row++) rows[row] = Columns.Of(Steps + 1);
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
        Array.Fill(peaks, float.NegativeInfinity);
    }

    /// <summary>Adds the loans that multilateral windows help to pay.</summary>
    public void OpenCofinanced(in OfferedTender tender, in ConcessionLadder ladder, ReadOnlySpan<WindowRoom> rooms)
    {
        cofinancedLoans!.Load(tender.View, ladder, rooms);
        cofinancedLoans.LoadRules(tender);
    }

    /// <summary>Takes the offer of which most can be hoped off the table: the first of several.</summary>
    /// <param name="least">Offers that cannot bring so much are left.</param>
    /// <param name="row">Its row.</param>
    /// <param name="step">Its step of concession.</param>
    /// <returns>False if there is none.</returns>
    public bool TryTake(double least, out int row, out int step)
    {
        row = 0;
        for (var r = 1; r < Rows; r++)
            if (peaks[r] > peaks[row]) row = r;
        step = 0;
        if (!(peaks[row] >= least) || float.IsNegativeInfinity(peaks[row])) return false;
        while (rows[row][step] != peaks[row]) step++;
        rows[row][step] = float.NegativeInfinity;
        FindPeak(row);
        return true;
    }

    /// <summary>Bounds the offers of one way to build, asking for a guarantee and, where a loan lets it be waived, not asking.</summary>
    /// <param name="tender">What the offers share.</param>
    /// <param name="way">The way to build.</param>
    /// <param name="regional">What the region thinks of the way; ignored where it has no weight.</param>
    public void Fill(in OfferedTender tender, in OfferedWay way, in RegionalBound regional)
    {
        var loans = way.IsCofinanced ? cofinancedLoans! : ownLoans;
        odds.Load(tender.Odds, tender.UtilityOf(way) + tender.RegionalWeight * regional.WithoutLoan);
        var slopes = new OfferSlopes(tender, way, regional, margins, odds.Reach);
        foreach (ref readonly var run in loans.Table.Runs) Fill(tender, way, regional, slopes, loans, run);
        for (var row = way.FirstRow; row < way.FirstRow + OfferedWay.RowsOfOne; row++)
        {
            rows[row].AsSpan(Steps + 1).Fill(float.NegativeInfinity);
            FindPeak(row);
        }
    }

    // What is written beyond the end of a run is written again by the next.
    private void Fill(in OfferedTender tender, in OfferedWay way, in RegionalBound regional, in OfferSlopes slopes, LoanColumns loans, in LoanRun run)
    {
        var weighed = slopes.IsWeighed;
        var covers = weighed ? regional.CoversOf(loans.Table, run) : default;
        var (harderRoom, softerRoom) = (new Vector<float>((float)loans.RoomUsdBn(run.HarderWindow)), new Vector<float>((float)loans.RoomUsdBn(run.SofterWindow)));
        var worth = slopes.Worth + slopes.PayoffSlack * (Math.Abs(run.HarderSubsidy) + Math.Abs(run.SofterSubsidy));
        var (none, excluded) = (Vector<float>.Zero, new Vector<float>(float.NegativeInfinity));
        for (var step = run.First; step < run.End; step += Vector<float>.Count)
        {
            var gain = slopes.BidCost * Columns.At(margins.Gains, step);
            var price = new Vector<float>(slopes.BidCost) + gain;
            var harder = Vector.MinNative(Columns.At(loans.Table.HarderShares, step) * price, harderRoom);
            var softer = Vector.MinNative(Columns.At(loans.Table.SofterShares, step) * price, softerRoom);
            var (face, grant) = (harder + softer, harder * run.HarderGrant + softer * run.SofterGrant);
            var utility = new Vector<float>(slopes.Slack) - slopes.Price * Columns.At(margins.LogFactors, step)
                + slopes.Concession * (grant * Columns.At(margins.PerFactor, step));
            var payoff = new Vector<float>(worth) + gain - slopes.Fiscal * (harder * run.HarderSubsidy + softer * run.SofterSubsidy);
            var open = Vector.LessThanOrEqual(price, new Vector<float>(slopes.MostPrice));
            if (way.IsCofinanced)
            {
                var wait = Columns.At(loans.Waits, step);
                open &= Vector.LessThanOrEqual(wait, new Vector<float>(slopes.MostExtraYears));
                utility += slopes.HostWeight * (Columns.At(loans.Rents, step) * face) - slopes.Year * wait;
            }
            else utility += slopes.Rent * face;
            var lends = Vector.GreaterThan(face, none);
            var coverOdds = weighed ? covers.OddsAgainst(harder, softer) : none;
            var mayAsk = slopes.MayAskGuarantee ? open : Vector.AndNot(open, lends);
            var asked = utility - Vector.ConditionalSelect(lends, new Vector<float>(slopes.Guarantee), none);
            if (weighed) asked += RegionalOf(slopes, regional.Terms(coverOdds, face - grant, guaranteed: true), ref mayAsk);
            Columns.Put(Vector.ConditionalSelect(mayAsk, Bound(asked, payoff), excluded), rows[way.FirstRow], step);
            var mayWaive = open & lends & Vector.GreaterThan(Columns.At(loans.Table.Waivable, step), none);
            var waived = excluded;
            if (!Vector.EqualsAll(mayWaive, Vector<int>.Zero))
            {
                if (weighed) utility += RegionalOf(slopes, regional.Terms(coverOdds, face - grant, guaranteed: false), ref mayWaive);
                payoff -= LeastCostOfWaiving(tender, way, run.ServiceUsdBn(harder, softer), face);
                waived = Vector.ConditionalSelect(mayWaive, Bound(utility, payoff), excluded);
            }
            Columns.Put(waived, rows[way.FirstRow + 1], step);
        }
    }

    private static Vector<float> RegionalOf(in OfferSlopes slopes, Vector<float> terms, ref Vector<int> open)
    {
        open &= Vector.GreaterThanOrEqual(terms, new Vector<float>(slopes.LeastTerms));
        return slopes.PerTerm * terms;
    }

    // What is expected of an offer that would lose money grows as it is less likely to win: nothing at all is its bound.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> Bound(Vector<float> utility, Vector<float> payoff) =>
        Vector.MaxNative(odds.At(utility) * payoff * (1 + OfferSlopes.Precision), Vector<float>.Zero);

    private void FindPeak(int row)
    {
        var column = rows[row];
        var most = new Vector<float>(float.NegativeInfinity);
        for (var step = 0; step <= Steps; step += Vector<float>.Count) most = Vector.MaxNative(most, Columns.At(column, step));
        var highest = float.NegativeInfinity;
        for (var lane = 0; lane < Vector<float>.Count; lane++) highest = float.MaxNative(highest, most[lane]);
        peaks[row] = highest;
    }

    private static Vector<float> LeastCostOfWaiving(in OfferedTender tender, in OfferedWay way, Vector<float> service, Vector<float> face)
    {
        var compiled = tender.View.Compiled;
        var economics = compiled.Economics[tender.View.Segment];
        return GuaranteePrice.LeastUsdBn(
            service, way.OperationUsdBn, economics.RevenueUsdBnPerYear, economics.Demand, (float)compiled.Scenario.Bidding.LossGivenDefault * face);
    }
}
