using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>The blends of a ladder at every step of concession, in columns that vectors read: a tranche that is not there has share and room 0.</summary>
internal sealed class LoanColumns
{
    private readonly MarginTable margins;
    private readonly int[] windows;
    private readonly double[] harderShares;
    private readonly double[] softerShares;
    private readonly double[] harderRooms;
    private readonly double[] softerRooms;
    private readonly double[] harderGrants;
    private readonly double[] softerGrants;
    private readonly double[] harderSubsidies;
    private readonly double[] softerSubsidies;
    private readonly long[] waivable;
    private readonly Blend[] blends;

    public LoanColumns(Compiled compiled, int sponsor, int padded)
    {
        margins = compiled.Margins[sponsor];
        windows = compiled.WindowsOfSponsor[sponsor];
        (harderShares, softerShares, harderRooms, softerRooms) = (new double[padded], new double[padded], new double[padded], new double[padded]);
        (harderGrants, softerGrants, harderSubsidies, softerSubsidies) = (new double[padded], new double[padded], new double[padded], new double[padded]);
        waivable = new long[padded];
        blends = new Blend[margins.Steps + 1];
    }

    /// <summary>The blends themselves, by step.</summary>
    public ReadOnlySpan<Blend> Blends => blends;

    public ReadOnlySpan<Vector<double>> HarderShares => Columns(harderShares);

    public ReadOnlySpan<Vector<double>> SofterShares => Columns(softerShares);

    public ReadOnlySpan<Vector<double>> HarderRooms => Columns(harderRooms);

    public ReadOnlySpan<Vector<double>> SofterRooms => Columns(softerRooms);

    public ReadOnlySpan<Vector<double>> HarderGrants => Columns(harderGrants);

    public ReadOnlySpan<Vector<double>> SofterGrants => Columns(softerGrants);

    public ReadOnlySpan<Vector<double>> HarderSubsidies => Columns(harderSubsidies);

    public ReadOnlySpan<Vector<double>> SofterSubsidies => Columns(softerSubsidies);

    /// <summary>All bits set where every window used may waive the guarantee.</summary>
    public ReadOnlySpan<Vector<long>> Waivable => MemoryMarshal.Cast<long, Vector<long>>(waivable);

    /// <summary>Index of a window in the scenario, -1 for none, by its index in the sponsor's order.</summary>
    public int WindowOf(int own) => own < 0 ? -1 : windows[own];

    /// <summary>Reads a ladder.</summary>
    public void Load(TenderView view, in ConcessionLadder ladder, ReadOnlySpan<WindowRoom> rooms)
    {
        for (var step = 0; step < blends.Length; step++)
        {
            var blend = blends[step] = ladder.At(margins.Concession(step));
            harderShares[step] = blend.UsesHarder ? (1 - blend.SofterWeight) * blend.ShareFinanced : 0;
            softerShares[step] = blend.UsesSofter ? blend.SofterWeight * blend.ShareFinanced : 0;
            (harderRooms[step], harderGrants[step], harderSubsidies[step]) = FiguresOf(view, blend.HarderWindow, rooms);
            (softerRooms[step], softerGrants[step], softerSubsidies[step]) = FiguresOf(view, blend.SofterWindow, rooms);
            waivable[step] = ladder.CanWaiveGuarantee(blend) ? -1 : 0;
        }
    }

    private (double RoomUsdBn, double GrantElement, double SubsidyPerFace) FiguresOf(TenderView view, int window, ReadOnlySpan<WindowRoom> rooms)
    {
        if (window < 0) return default;
        ref readonly var figures = ref view.FiguresOf(windows[window]);
        return (rooms[window].UsdBn, figures.GrantElement, figures.SubsidyPerFace);
    }

    private static ReadOnlySpan<Vector<double>> Columns(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values);
}
