using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// Realised over forecast demand of a project in each year of its life, in the network as it grew: the draw of the segment, times the network of
/// that year. Scratch of its owner; nothing allocates after construction.
/// </summary>
internal sealed class ProjectDemand
{
    private readonly Compiled compiled;
    private readonly double[] factors;
    private readonly double[] networkFactors; // by spell of years in which the network lets through the same
    private readonly int[] ends; // of those spells

    /// <summary>Prepares for projects of so many years.</summary>
    public ProjectDemand(Compiled compiled, int years)
    {
        this.compiled = compiled;
        factors = new double[years + OperatingCash.Slack];
        var snapshots = compiled.Systems.Max(system => system.Segments.Length) + 1;
        networkFactors = new double[Lanes.Padded(snapshots)];
        ends = new int[snapshots];
        Array.Fill(networkFactors, 1);
    }

    /// <summary>By year since close, of the project that was last looked at.</summary>
    public ReadOnlySpan<double> Factors => factors;

    /// <summary>The day in whose network a year of operation is appraised.</summary>
    public static int MiddleOf(int closedDay, int year) => closedDay + (int)((year + 0.5) * 365.25);

    /// <summary>The first year whose middle is not before a day.</summary>
    /// <param name="days">Days from close to that day, at least 0.</param>
    public static int FirstYearFrom(int days) => (8 * days + 1460) / 2922;

    /// <summary>Looks at a project.</summary>
    /// <param name="kernel">The run.</param>
    /// <param name="segment">Its segment.</param>
    /// <param name="closedDay">Day of close.</param>
    /// <param name="openedDay">Day on which it went into operation, negative if it never did: then borders are imagined open.</param>
    /// <param name="reached">F by snapshot, in the network with the project in it.</param>
    /// <param name="years">Years to look at.</param>
    public void Fill(Kernel kernel, int segment, int closedDay, int openedDay, ReadOnlySpan<double> reached, int years)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, factors.Length - OperatingCash.Slack);
        var network = kernel.Networks[compiled.Segments[segment].System];
        // The year in which it opens may have its middle before that: what operates is part of the network.
        var epoch = network.EpochOn(Math.Max(closedDay, openedDay));
        var spells = FindSpells(network, epoch, closedDay, reached, years);
        kernel.Operation.FillNetworkFactors(segment, networkFactors.AsSpan(0, Lanes.Whole(spells)));
        FillSpells(spells, kernel.Works.DemandRatio(segment));
        if (compiled.Shocks is not null) Shake(kernel, segment, closedDay, openedDay, years);
    }

    // Snapshots in which no year has its middle are passed over, and those in which nothing changes for the segment run on.
    private int FindSpells(NetworkHistory network, int epoch, int closedDay, ReadOnlySpan<double> reached, int years)
    {
        var (spell, year, last) = (-1, 0, double.NaN);
        for (; year < years; epoch++)
        {
            var end = epoch + 1 == network.Count ? years : Math.Min(years, FirstYearFrom(network.DayOf(epoch + 1) - closedDay));
            if (end == year) continue;
            spell += reached[epoch] != last ? 1 : 0;
            networkFactors[spell] = last = reached[epoch];
            ends[spell] = year = end;
        }
        return spell + 1;
    }

    // Each spell is filled in whole vectors; what they write beyond its end, the next one overwrites.
    private void FillSpells(int spells, double ratio)
    {
        ref var all = ref MemoryMarshal.GetArrayDataReference(factors);
        for (var (spell, year) = (0, 0); spell < spells; spell++)
        {
            var factor = new Vector<double>(ratio * networkFactors[spell]);
            for (; year < ends[spell]; year += Vector<double>.Count) factor.StoreUnsafe(ref all, (nuint)year);
            year = ends[spell];
        }
    }

    private void Shake(Kernel kernel, int segment, int closedDay, int openedDay, int years)
    {
        var (shocks, network) = (compiled.Shocks!, kernel.Networks[compiled.Segments[segment].System]);
        for (var year = 0; year < years; year++)
        {
            var day = Math.Max(MiddleOf(closedDay, year), openedDay);
            factors[year] *= shocks.DemandOver(segment, closedDay + year * 365.25, closedDay + (year + 1) * 365.25)
                * (openedDay >= 0 ? kernel.Operation.BorderFactor(segment, network.EpochOn(day), shocks.BordersOn(day)) : 1);
        }
    }
}
