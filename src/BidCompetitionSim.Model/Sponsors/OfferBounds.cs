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
    private readonly RoughMargins margins;
    private readonly RoughOdds odds;
    private readonly OfferSlopes slopes = new();
    private readonly OfferColumns offers; // of the way to build that is being bounded
    private readonly float[] most; // a vector

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
        offers = new OfferColumns(Steps + 1);
        most = Columns.Of(0);
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

    /// <summary>Reads the sponsor's own loans.</summary>
    public void Open(TenderView view, ReadOnlySpan<WindowRoom> rooms) => ownLoans.Load(view, rooms);

    /// <summary>Adds the loans that multilateral windows help to pay.</summary>
    public void OpenCofinanced(in OfferedTender tender, ReadOnlySpan<WindowRoom> rooms)
    {
        cofinancedLoans!.Load(tender.View, rooms);
        cofinancedLoans.LoadRules(tender);
    }

    /// <summary>Takes the offer of which most can be hoped off the table: the first of several.</summary>
    /// <param name="least">Offers that cannot bring so much are left.</param>
    /// <param name="row">Its row.</param>
    /// <param name="step">Its step of concession.</param>
    /// <returns>False if there is none.</returns>
    public bool TryTake(double least, out int row, out int step)
    {
        (row, step) = (0, 0);
        var highest = Highest();
        if (!(highest >= least) || float.IsNegativeInfinity(highest)) return false;
        while (!WayOf(row).IsOpen || !TryFind(highest, rows[row], out step)) row++;
        rows[row][step] = float.NegativeInfinity;
        return true;
    }

    private bool TryFind(float bound, float[] row, out int step)
    {
        var sought = new Vector<float>(bound);
        step = 0;
        while (step <= Steps && !Vector.EqualsAny(Columns.At(row, step), sought)) step += Vector<float>.Count;
        if (step > Steps) return false;
        while (row[step] != bound) step++;
        return true;
    }

    private float Highest()
    {
        var each = new Vector<float>(float.NegativeInfinity);
        for (var row = 0; row < Rows; row++)
        {
            if (!WayOf(row).IsOpen) continue;
            for (var step = 0; step <= Steps; step += Vector<float>.Count) each = Vector.MaxNative(each, Columns.At(rows[row], step));
        }
        Columns.Put(each, most, 0);
        var highest = float.NegativeInfinity;
        for (var lane = 0; lane < Vector<float>.Count; lane++) highest = float.MaxNative(highest, most[lane]);
        return highest;
    }

    /// <summary>Bounds the offers of one way to build, asking for a guarantee and, where a loan lets it be waived, not asking.</summary>
    /// <param name="tender">What the offers share.</param>
    /// <param name="way">The way to build.</param>
    /// <param name="regional">What the region thinks of the way; ignored where it has no weight.</param>
    public void Fill(in OfferedTender tender, in OfferedWay way, in RegionalBound regional)
    {
        var loans = LoansOf(way);
        odds.Load(tender.Odds, tender.UtilityOf(way) + tender.RegionalWeight * regional.WithoutLoan);
        slopes.Load(tender, way, regional, margins, odds.Reach);
        foreach (ref readonly var run in loans.Table.Runs)
        {
            if (slopes.IsWeighed) regional.Cover(loans.Table, run, offers.Covers);
            offers.Lend(slopes, margins, loans, run);
        }
        offers.FindUtilities(slopes, margins, loans, way.IsCofinanced);
        Ask(rows[way.FirstRow], regional);
        Waive(rows[way.FirstRow + 1], tender, way, regional);
    }

    /// <summary>The loans of a way to build.</summary>
    public LoanColumns LoansOf(in OfferedWay way) => way.IsCofinanced ? cofinancedLoans! : ownLoans;

    // Offers that ask for a guarantee, if anything is lent.
    private void Ask(float[] row, in RegionalBound regional)
    {
        for (var step = 0; step <= Steps; step += Vector<float>.Count)
        {
            var (face, utility, open) = (Columns.At(offers.Faces, step), Columns.At(offers.Utilities, step), offers.AreOpen(step));
            var lends = Vector.GreaterThan(face, Vector<float>.Zero);
            if (!slopes.MayAskGuarantee) open = Vector.AndNot(open, lends);
            utility -= Vector.ConditionalSelect(lends, new Vector<float>(slopes.Guarantee), Vector<float>.Zero);
            if (slopes.IsWeighed) utility += RegionalOf(regional.Terms(Columns.At(offers.CoverOdds, step), face - Columns.At(offers.Gifts, step), guaranteed: true), ref open);
            Columns.Put(Bound(utility, Columns.At(offers.Payoffs, step), open), row, step);
        }
        Columns.Put(new Vector<float>(float.NegativeInfinity), row, Steps + 1);
    }

    // Offers that ask for none where a loan lets it be waived.
    private void Waive(float[] row, in OfferedTender tender, in OfferedWay way, in RegionalBound regional)
    {
        var loans = LoansOf(way).Table;
        var economics = tender.View.Compiled.Economics[tender.View.Segment];
        var loss = (float)tender.View.Compiled.Scenario.Bidding.LossGivenDefault;
        for (var step = 0; step <= Steps; step += Vector<float>.Count) Columns.Put(new Vector<float>(float.NegativeInfinity), row, step);
        for (var step = loans.FirstWaivable; step < loans.EndWaivable; step += Vector<float>.Count)
        {
            var (face, utility) = (Columns.At(offers.Faces, step), Columns.At(offers.Utilities, step));
            var open = offers.AreOpen(step) & Vector.GreaterThan(face, Vector<float>.Zero) & Vector.GreaterThan(Columns.At(loans.Waivable, step), Vector<float>.Zero);
            if (slopes.IsWeighed) utility += RegionalOf(regional.Terms(Columns.At(offers.CoverOdds, step), face - Columns.At(offers.Gifts, step), guaranteed: false), ref open);
            var cost = GuaranteePrice.LeastUsdBn(
                Columns.At(offers.Services, step), way.OperationUsdBn, economics.RevenueUsdBnPerYear, economics.Demand, loss * face);
            Columns.Put(Bound(utility, Columns.At(offers.Payoffs, step) - cost, open), row, step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> RegionalOf(Vector<float> terms, ref Vector<int> open)
    {
        open &= Vector.GreaterThanOrEqual(terms, new Vector<float>(slopes.LeastTerms));
        return slopes.PerTerm * terms;
    }

    // What is expected of an offer that would lose money grows as it is less likely to win: nothing at all is its bound.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> Bound(Vector<float> utility, Vector<float> payoff, Vector<int> open) => Vector.ConditionalSelect(
        open, Vector.MaxNative(odds.At(utility) * payoff * (1 + OfferSlopes.Precision), Vector<float>.Zero), new Vector<float>(float.NegativeInfinity));
}
