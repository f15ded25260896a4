using System.Numerics;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// The blends of a ladder at every step of concession, in columns that vectors read: a tranche that is not there has share 0. It follows from
/// the windows that are open and their terms, not from the money left in them.
/// </summary>
internal sealed class LoanTable
{
    private readonly MarginTable margins;
    private readonly int[] windows;
    private readonly Blend[] blends;
    private readonly LoanRun[] runs;
    private int runCount;

    /// <param name="compiled">The scenario.</param>
    /// <param name="sponsor">Whose loans they are.</param>
    public LoanTable(Compiled compiled, int sponsor)
    {
        margins = compiled.Margins[sponsor];
        windows = compiled.Lenders[sponsor];
        blends = new Blend[margins.Steps + 1];
        runs = new LoanRun[blends.Length];
        (HarderShares, SofterShares, Waivable) = (Columns.Of(blends.Length), Columns.Of(blends.Length), Columns.Of(blends.Length));
    }

    /// <summary>The blends themselves, by step.</summary>
    public ReadOnlySpan<Blend> Blends => blends;

    /// <summary>Steps that lie between the same two rungs, run after run: many do.</summary>
    public ReadOnlySpan<LoanRun> Runs => runs.AsSpan(0, runCount);

    /// <summary>Share of the price lent by the less concessional window, before any cut.</summary>
    public float[] HarderShares { get; }

    /// <summary>Share lent by the more concessional one.</summary>
    public float[] SofterShares { get; }

    /// <summary>1 where every window used may waive the guarantee, else 0.</summary>
    public float[] Waivable { get; }

    /// <summary>The first step where it is 1; the end if there is none.</summary>
    public int FirstWaivable { get; private set; }

    /// <summary>The step after the last.</summary>
    public int EndWaivable { get; private set; }

    /// <summary>Index of a window in the scenario, -1 for none, by its index in the sponsor's order.</summary>
    public int WindowOf(int own) => own < 0 ? -1 : windows[own];

    /// <summary>Reads a ladder.</summary>
    public void Fill(TenderView view, in ConcessionLadder ladder)
    {
        (FirstWaivable, EndWaivable) = (blends.Length, 0);
        for (var step = 0; step < blends.Length; step++)
        {
            var blend = blends[step] = ladder.At(margins.Concession(step));
            HarderShares[step] = blend.UsesHarder ? (float)((1 - blend.SofterWeight) * blend.ShareFinanced) : 0;
            SofterShares[step] = blend.UsesSofter ? (float)(blend.SofterWeight * blend.ShareFinanced) : 0;
            Waivable[step] = ladder.CanWaiveGuarantee(blend) ? 1 : 0;
            if (Waivable[step] > 0) (FirstWaivable, EndWaivable) = (Math.Min(FirstWaivable, step), step + 1);
        }
        runCount = 0;
        for (var (step, next) = (0, 0); step < blends.Length; step = next)
        {
            next = EndOfRun(step);
            runs[runCount++] = RunOf(view, step, next);
        }
    }

    private int EndOfRun(int step)
    {
        var next = step + 1;
        while (next < blends.Length && blends[next].HarderWindow == blends[step].HarderWindow && blends[next].SofterWindow == blends[step].SofterWindow) next++;
        return next;
    }

    private LoanRun RunOf(TenderView view, int first, int end)
    {
        ref readonly var blend = ref blends[first];
        var (harder, softer) = (LenderAt(view, blend.HarderWindow), LenderAt(view, blend.SofterWindow));
        var perHarder = view.UnitServiceOf(WindowOf(blend.HarderWindow));
        var perSofter = view.UnitServiceOf(WindowOf(blend.SofterWindow));
        return new LoanRun
        {
            First = first,
            End = end,
            HarderWindow = blend.HarderWindow,
            SofterWindow = blend.SofterWindow,
            HarderGrant = (float)harder.GrantElement,
            SofterGrant = (float)softer.GrantElement,
            HarderSubsidy = (float)harder.SubsidyPerFace,
            SofterSubsidy = (float)softer.SubsidyPerFace,
            HarderThenHarder = (float)perHarder[harder.FirstDueYear],
            HarderThenSofter = (float)perSofter[harder.FirstDueYear],
            SofterThenHarder = (float)perHarder[softer.FirstDueYear],
            SofterThenSofter = (float)perSofter[softer.FirstDueYear],
        };
    }

    private Lender LenderAt(TenderView view, int window)
    {
        if (window < 0) return default;
        ref readonly var figures = ref view.FiguresOf(windows[window]);
        return new Lender(figures.GrantElement, figures.SubsidyPerFace, figures.Terms.GraceYears + 1);
    }

    private readonly record struct Lender(double GrantElement, double SubsidyPerFace, int FirstDueYear);
}

/// <summary>Steps between the same two windows, and the terms of those; all 0 for a window that is not there.</summary>
internal readonly struct LoanRun
{
    /// <summary>The first step.</summary>
    public required int First { get; init; }

    /// <summary>The step after the last.</summary>
    public required int End { get; init; }

    /// <summary>The less concessional window, -1 for none.</summary>
    public required int HarderWindow { get; init; }

    /// <summary>The more concessional one.</summary>
    public required int SofterWindow { get; init; }

    /// <summary>Gift in a unit of face.</summary>
    public required float HarderGrant { get; init; }

    /// <inheritdoc cref="HarderGrant"/>
    public required float SofterGrant { get; init; }

    /// <summary>What a unit of face costs the lender.</summary>
    public required float HarderSubsidy { get; init; }

    /// <inheritdoc cref="HarderSubsidy"/>
    public required float SofterSubsidy { get; init; }

    /// <summary>Service of a unit of face in the first year of principal of the harder tranche.</summary>
    public required float HarderThenHarder { get; init; }

    /// <inheritdoc cref="HarderThenHarder"/>
    public required float HarderThenSofter { get; init; }

    /// <summary>Service of a unit of face in the first year of principal of the softer tranche.</summary>
    public required float SofterThenHarder { get; init; }

    /// <inheritdoc cref="SofterThenHarder"/>
    public required float SofterThenSofter { get; init; }

    /// <summary>Debt service in the first year of principal of either tranche, whichever is more: no more than that of the heaviest year, and mostly it.</summary>
    public Vector<float> ServiceUsdBn(Vector<float> harderFace, Vector<float> softerFace) => Vector.MaxNative(
        harderFace * HarderThenHarder + softerFace * HarderThenSofter, harderFace * SofterThenHarder + softerFace * SofterThenSofter);
}
