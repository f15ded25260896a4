using System.Numerics;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// What the offers of one way to build lend and bring, by step of concession. Each column is found for all steps before the next: the chain from a
/// price to what may be hoped of it is so long that one vector at a time would leave the processor waiting. Scratch of its owner.
/// </summary>
internal sealed class OfferColumns(int steps)
{
    private readonly float[] barriers = Columns.Of(steps);

    /// <summary>Where the region's score counts, the years in which the loans of the run may be covered least.</summary>
    public CoverYears Covers { get; } = new();

    /// <summary>Faces of the loans, USD bn.</summary>
    public float[] Faces { get; } = Columns.Of(steps);

    /// <summary>Gifts in them, USD bn.</summary>
    public float[] Gifts { get; } = Columns.Of(steps);

    /// <summary>Debt service in the year that <see cref="LoanRun.ServiceUsdBn"/> takes for the heaviest, USD bn.</summary>
    public float[] Services { get; } = Columns.Of(steps);

    /// <summary>Payoffs, bounded from above, USD bn.</summary>
    public float[] Payoffs { get; } = Columns.Of(steps);

    /// <summary>What decides of the host's utility, without a guarantee, beyond that at the bid cost; bounded from above.</summary>
    public float[] Utilities { get; } = Columns.Of(steps);

    /// <summary>Where the region's score counts: at first service over cash, then the odds against the cover term of viability.</summary>
    public float[] CoverOdds { get; } = Columns.Of(steps);

    /// <summary>Whether price and lenders' processing pass.</summary>
    public Vector<int> AreOpen(int step) => Vector.GreaterThan(Columns.At(barriers, step), Vector<float>.Zero);

    /// <summary>Fills the columns that follow from the two windows of a run. What is written beyond its end is written again by the next.</summary>
    public void Lend(OfferSlopes slopes, RoughMargins margins, LoanColumns loans, in LoanRun run)
    {
        var (harderRoom, softerRoom) = (new Vector<float>((float)loans.RoomUsdBn(run.HarderWindow)), new Vector<float>((float)loans.RoomUsdBn(run.SofterWindow)));
        var worth = slopes.Worth + slopes.PayoffSlack * (Math.Abs(run.HarderSubsidy) + Math.Abs(run.SofterSubsidy));
        for (var step = run.First; step < run.End; step += Vector<float>.Count)
        {
            var gain = slopes.BidCost * Columns.At(margins.Gains, step);
            var price = new Vector<float>(slopes.BidCost) + gain;
            var harder = Vector.MinNative(Columns.At(loans.Table.HarderShares, step) * price, harderRoom);
            var softer = Vector.MinNative(Columns.At(loans.Table.SofterShares, step) * price, softerRoom);
            Columns.Put(harder + softer, Faces, step);
            Columns.Put(harder * run.HarderGrant + softer * run.SofterGrant, Gifts, step);
            Columns.Put(run.ServiceUsdBn(harder, softer), Services, step);
            Columns.Put(new Vector<float>(worth) + gain - slopes.Fiscal * (harder * run.HarderSubsidy + softer * run.SofterSubsidy), Payoffs, step);
            if (slopes.IsWeighed) Columns.Put(Covers.MostServiceOverCash(harder, softer), CoverOdds, step);
        }
    }

    /// <summary>Fills the others.</summary>
    public void FindUtilities(OfferSlopes slopes, RoughMargins margins, LoanColumns loans, bool cofinanced)
    {
        for (var step = 0; step < steps; step += Vector<float>.Count)
        {
            var price = slopes.BidCost * (Vector<float>.One + Columns.At(margins.Gains, step));
            var utility = new Vector<float>(slopes.Slack) - slopes.Price * Columns.At(margins.LogFactors, step)
                + slopes.Concession * (Columns.At(Gifts, step) * Columns.At(margins.PerFactor, step));
            var open = Vector.LessThanOrEqual(price, new Vector<float>(slopes.MostPrice));
            if (cofinanced)
            {
                var wait = Columns.At(loans.Waits, step);
                open &= Vector.LessThanOrEqual(wait, new Vector<float>(slopes.MostExtraYears));
                utility += slopes.HostWeight * (Columns.At(loans.Rents, step) * Columns.At(Faces, step)) - slopes.Year * wait;
            }
            else utility += slopes.Rent * Columns.At(Faces, step);
            Columns.Put(utility, Utilities, step);
            Columns.Put(Vector.ConditionalSelect(open, Vector<float>.One, Vector<float>.Zero), barriers, step);
            if (slopes.IsWeighed) Columns.Put(CoverYears.OddsAgainst(Columns.At(CoverOdds, step)), CoverOdds, step);
        }
    }
}
