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
    private readonly double[] harderShares;
    private readonly double[] softerShares;
    private readonly double[] harderGrants;
    private readonly double[] softerGrants;
    private readonly double[] harderSubsidies;
    private readonly double[] softerSubsidies;
    private readonly double[][] services;
    private readonly long[] waivable;
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
        (harderShares, softerShares) = (new double[padded], new double[padded]);
        (harderGrants, softerGrants, harderSubsidies, softerSubsidies) = (new double[padded], new double[padded], new double[padded], new double[padded]);
        services = [new double[padded], new double[padded], new double[padded], new double[padded]];
        waivable = new long[padded];
        blends = new Blend[margins.Steps + 1];
        runs = new Range[margins.Steps + 1];
    }

    /// <summary>The blends themselves, by step.</summary>
    public ReadOnlySpan<Blend> Blends => blends;

    /// <summary>Steps that lie between the same two rungs, run after run: many do.</summary>
    public ReadOnlySpan<Range> Runs => runs.AsSpan(0, runCount);

    public ReadOnlySpan<Vector<double>> HarderShares => Columns(harderShares);

    public ReadOnlySpan<Vector<double>> SofterShares => Columns(softerShares);

    public ReadOnlySpan<Vector<double>> HarderGrants => Columns(harderGrants);

    public ReadOnlySpan<Vector<double>> SofterGrants => Columns(softerGrants);

    public ReadOnlySpan<Vector<double>> HarderSubsidies => Columns(harderSubsidies);

    public ReadOnlySpan<Vector<double>> SofterSubsidies => Columns(softerSubsidies);

    /// <summary>All bits set where every window used may waive the guarantee.</summary>
    public ReadOnlySpan<Vector<long>> Waivable => MemoryMarshal.Cast<long, Vector<long>>(waivable);

    /// <summary>Debt service in the first year of principal of either tranche, whichever is more: no more than that of the heaviest year, and mostly it.</summary>
    public Vector<double> ServiceUsdBn(int v, Vector<double> harderFace, Vector<double> softerFace) => Vector.Max(
        harderFace * Columns(services[0])[v] + softerFace * Columns(services[1])[v],
        harderFace * Columns(services[2])[v] + softerFace * Columns(services[3])[v]);

    /// <summary>Index of a window in the scenario, -1 for none, by its index in the sponsor's order.</summary>
    public int WindowOf(int own) => own < 0 ? -1 : windows[own];

    /// <summary>Reads a ladder.</summary>
    public void Fill(TenderView view, in ConcessionLadder ladder)
    {
        for (var step = 0; step < blends.Length; step++)
        {
            var blend = blends[step] = ladder.At(margins.Concession(step));
            harderShares[step] = blend.UsesHarder ? (1 - blend.SofterWeight) * blend.ShareFinanced : 0;
            softerShares[step] = blend.UsesSofter ? blend.SofterWeight * blend.ShareFinanced : 0;
            waivable[step] = ladder.CanWaiveGuarantee(blend) ? -1 : 0;
        }
        runCount = 0;
        for (var (step, next) = (0, 0); step < blends.Length; step = next)
        {
            next = EndOfRun(step);
            runs[runCount++] = step..next;
            FillTerms(view, step..next);
        }
    }

    private int EndOfRun(int step)
    {
        var next = step + 1;
        while (next < blends.Length && blends[next].HarderWindow == blends[step].HarderWindow && blends[next].SofterWindow == blends[step].SofterWindow) next++;
        return next;
    }

    private void FillTerms(TenderView view, Range steps)
    {
        ref readonly var blend = ref blends[steps.Start];
        var (harder, softer) = (LenderAt(view, blend.HarderWindow), LenderAt(view, blend.SofterWindow));
        var perHarder = view.UnitServiceOf(WindowOf(blend.HarderWindow));
        var perSofter = view.UnitServiceOf(WindowOf(blend.SofterWindow));
        harderGrants.AsSpan(steps).Fill(harder.GrantElement);
        softerGrants.AsSpan(steps).Fill(softer.GrantElement);
        harderSubsidies.AsSpan(steps).Fill(harder.SubsidyPerFace);
        softerSubsidies.AsSpan(steps).Fill(softer.SubsidyPerFace);
        // Service per unit of face in the first year of principal of the harder tranche, and in that of the softer.
        services[0].AsSpan(steps).Fill(perHarder[harder.FirstDueYear]);
        services[1].AsSpan(steps).Fill(perSofter[harder.FirstDueYear]);
        services[2].AsSpan(steps).Fill(perHarder[softer.FirstDueYear]);
        services[3].AsSpan(steps).Fill(perSofter[softer.FirstDueYear]);
    }

    private Lender LenderAt(TenderView view, int window)
    {
        if (window < 0) return default;
        ref readonly var figures = ref view.FiguresOf(windows[window]);
        return new Lender(figures.GrantElement, figures.SubsidyPerFace, figures.Terms.GraceYears + 1);
    }

    private readonly record struct Lender(double GrantElement, double SubsidyPerFace, int FirstDueYear);

    private static ReadOnlySpan<Vector<double>> Columns(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values);
}
