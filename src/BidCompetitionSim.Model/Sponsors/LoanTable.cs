using System.Numerics;
using System.Runtime.InteropServices;
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
    private readonly LoanSteps[] steps;
    private readonly Blend[] blends;
    private readonly Range[] runs;
    private int runCount;

    /// <param name="compiled">The scenario.</param>
    /// <param name="sponsor">Whose loans they are.</param>
    /// <param name="padded">Steps in whole vectors.</param>
    public LoanTable(Compiled compiled, int sponsor, int padded)
    {
        margins = compiled.Margins[sponsor];
        windows = compiled.Lenders[sponsor];
        steps = new LoanSteps[padded / Vector<double>.Count];
        blends = new Blend[margins.Steps + 1];
        runs = new Range[margins.Steps + 1];
    }

    /// <summary>The blends themselves, by step.</summary>
    public ReadOnlySpan<Blend> Blends => blends;

    /// <summary>Steps that lie between the same two rungs, run after run: many do.</summary>
    public ReadOnlySpan<Range> Runs => runs.AsSpan(0, runCount);

    /// <summary>The same in vectors, with their terms.</summary>
    public ReadOnlySpan<LoanSteps> Steps => steps;

    /// <summary>Index of a window in the scenario, -1 for none, by its index in the sponsor's order.</summary>
    public int WindowOf(int own) => own < 0 ? -1 : windows[own];

    /// <summary>Reads a ladder.</summary>
    public void Fill(TenderView view, in ConcessionLadder ladder)
    {
        for (var step = 0; step < blends.Length; step++)
        {
            var blend = blends[step] = ladder.At(margins.Concession(step));
            ref var several = ref steps[step / Vector<double>.Count];
            var lane = step % Vector<double>.Count;
            Set(ref several.HarderShare, lane, blend.UsesHarder ? (1 - blend.SofterWeight) * blend.ShareFinanced : 0);
            Set(ref several.SofterShare, lane, blend.UsesSofter ? blend.SofterWeight * blend.ShareFinanced : 0);
            Set(ref several.Waivable, lane, ladder.CanWaiveGuarantee(blend) ? -1L : 0L);
        }
        runCount = 0;
        for (var (step, next) = (0, 0); step < blends.Length; step = next)
        {
            next = EndOfRun(step);
            runs[runCount++] = step..next;
            FillTerms(view, step, next);
        }
    }

    private int EndOfRun(int step)
    {
        var next = step + 1;
        while (next < blends.Length && blends[next].HarderWindow == blends[step].HarderWindow && blends[next].SofterWindow == blends[step].SofterWindow) next++;
        return next;
    }

    private void FillTerms(TenderView view, int first, int end)
    {
        ref readonly var blend = ref blends[first];
        var (harder, softer) = (LenderAt(view, blend.HarderWindow), LenderAt(view, blend.SofterWindow));
        var perHarder = view.UnitServiceOf(WindowOf(blend.HarderWindow));
        var perSofter = view.UnitServiceOf(WindowOf(blend.SofterWindow));
        for (var step = first; step < end; step++)
        {
            ref var several = ref steps[step / Vector<double>.Count];
            var lane = step % Vector<double>.Count;
            Set(ref several.HarderGrant, lane, harder.GrantElement);
            Set(ref several.SofterGrant, lane, softer.GrantElement);
            Set(ref several.HarderSubsidy, lane, harder.SubsidyPerFace);
            Set(ref several.SofterSubsidy, lane, softer.SubsidyPerFace);
            Set(ref several.HarderThenHarder, lane, perHarder[harder.FirstDueYear]);
            Set(ref several.HarderThenSofter, lane, perSofter[harder.FirstDueYear]);
            Set(ref several.SofterThenHarder, lane, perHarder[softer.FirstDueYear]);
            Set(ref several.SofterThenSofter, lane, perSofter[softer.FirstDueYear]);
        }
    }

    private static void Set<T>(ref Vector<T> several, int lane, T value) where T : struct =>
        MemoryMarshal.Cast<Vector<T>, T>(new Span<Vector<T>>(ref several))[lane] = value;

    private Lender LenderAt(TenderView view, int window)
    {
        if (window < 0) return default;
        ref readonly var figures = ref view.FiguresOf(windows[window]);
        return new Lender(figures.GrantElement, figures.SubsidyPerFace, figures.Terms.GraceYears + 1);
    }

    private readonly record struct Lender(double GrantElement, double SubsidyPerFace, int FirstDueYear);
}

/// <summary>The blends at as many steps as a vector has lanes, and the terms of their two windows; all 0 for a window that is not there.</summary>
internal struct LoanSteps
{
    /// <summary>Share of the price lent by the less concessional window, before any cut.</summary>
    public Vector<double> HarderShare;

    /// <summary>Share lent by the more concessional one.</summary>
    public Vector<double> SofterShare;

    /// <summary>Gift in a unit of its face.</summary>
    public Vector<double> HarderGrant;

    /// <inheritdoc cref="HarderGrant"/>
    public Vector<double> SofterGrant;

    /// <summary>What a unit of its face costs the lender.</summary>
    public Vector<double> HarderSubsidy;

    /// <inheritdoc cref="HarderSubsidy"/>
    public Vector<double> SofterSubsidy;

    /// <summary>Service of a unit of its face in the first year of principal of the harder tranche.</summary>
    public Vector<double> HarderThenHarder;

    /// <inheritdoc cref="HarderThenHarder"/>
    public Vector<double> HarderThenSofter;

    /// <summary>Service of a unit of its face in the first year of principal of the softer tranche.</summary>
    public Vector<double> SofterThenHarder;

    /// <inheritdoc cref="SofterThenHarder"/>
    public Vector<double> SofterThenSofter;

    /// <summary>All bits set where every window used may waive the guarantee.</summary>
    public Vector<long> Waivable;

    /// <summary>Debt service in the first year of principal of either tranche, whichever is more: no more than that of the heaviest year, and mostly it.</summary>
    public readonly Vector<double> ServiceUsdBn(Vector<double> harderFace, Vector<double> softerFace) => Vector.MaxNative(
        harderFace * HarderThenHarder + softerFace * HarderThenSofter, harderFace * SofterThenHarder + softerFace * SofterThenSofter);
}
