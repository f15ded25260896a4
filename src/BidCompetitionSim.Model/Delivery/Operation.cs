using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Delivery;

/// <summary>Demand and debt service of what operates: year by year while the run goes on, and over whole lives once it is over (docs/model.md §4.7, §4.8).</summary>
public sealed class Operation
{
    private readonly Compiled compiled;
    private readonly NetworkHistory[] networks;
    private readonly LentTranche[] first;
    private readonly LentTranche[] second;
    private readonly double[] serviceEndYears;
    private readonly double[][] networkFactors;

    /// <summary>Prepares operation on the networks of a run.</summary>
    public Operation(Compiled compiled, NetworkHistory[] networks)
    {
        (this.compiled, this.networks) = (compiled, networks);
        var segments = compiled.Segments.Length;
        first = new LentTranche[segments];
        second = new LentTranche[segments];
        serviceEndYears = new double[segments];
        networkFactors = Array.ConvertAll(compiled.Segments, s => new double[compiled.Systems[s.System].Segments.Length + 1]);
        Reset();
    }

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        Array.Clear(first);
        Array.Clear(second);
        Array.Fill(serviceEndYears, double.PositiveInfinity);
        foreach (var factors in networkFactors) Array.Fill(factors, double.NaN);
    }

    /// <summary>A loan is closed.</summary>
    public void Close(int segment, in LentTranche firstTranche, in LentTranche secondTranche) =>
        (first[segment], second[segment]) = (firstTranche, secondTranche);

    /// <summary>Whether the loan was renegotiated.</summary>
    public bool IsRenegotiated(int segment) => first[segment].Schedule.IsEased || second[segment].Schedule.IsEased || serviceEndYears[segment] < double.PositiveInfinity;

    /// <summary>Eases what is left of a loan: a longer tenor at a lower rate.</summary>
    public void Ease(int segment, int yearsSinceClose)
    {
        first[segment] = Eased(first[segment], yearsSinceClose);
        second[segment] = Eased(second[segment], yearsSinceClose);
    }

    /// <summary>Swaps what is left of a loan for equity: its service ends.</summary>
    public void Swap(int segment, int yearsSinceClose) => serviceEndYears[segment] = yearsSinceClose;

    /// <summary>Factor of the network on a segment's demand in a snapshot: (F/F^a)^η.</summary>
    public double NetworkFactor(int segment, int epoch)
    {
        ref var factor = ref networkFactors[segment][epoch];
        if (!double.IsNaN(factor)) return factor;
        var compiledSegment = compiled.Segments[segment];
        var system = compiled.Systems[compiledSegment.System];
        var reached = system.Demand.Of(compiledSegment.Local, networks[compiledSegment.System].ActualIn(epoch));
        factor = Elementary.Pow(reached / compiled.AppraisedReach[segment], compiled.Scenario.Delivery.NetworkElasticity);
        return factor;
    }

    /// <summary>Factors of the network on a segment's demand, side by side: the same bits as one by one.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="reached">F on several networks, in whole vectors; overwritten by (F/F^a)^η of each.</param>
    public void FillNetworkFactors(int segment, Span<double> reached)
    {
        var (appraised, elasticity) = (new Vector<double>(compiled.AppraisedReach[segment]), new Vector<double>(compiled.Scenario.Delivery.NetworkElasticity));
        foreach (ref var several in MemoryMarshal.Cast<double, Vector<double>>(reached)) several = Elementary.Pow(several / appraised, elasticity);
    }

    /// <summary>What closed borders leave of that factor: exactly 1 where all are open.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="epoch">The snapshot.</param>
    /// <param name="closed">The shocks that close borders.</param>
    public double BorderFactor(int segment, int epoch, ulong closed)
    {
        if (closed == 0) return 1;
        var (system, local) = (compiled.Segments[segment].System, compiled.Segments[segment].Local);
        var (open, shut) = (compiled.Systems[system].Demand.Of(local, networks[system].ActualIn(epoch)), compiled.Systems[system].Demand.Of(local, networks[system].ActualBehind(epoch, closed)));
        return Elementary.Pow(shut / open, compiled.Scenario.Delivery.NetworkElasticity);
    }

    /// <summary>Real service of a year since close, USD bn.</summary>
    public double ServiceUsdBn(int segment, int year) => year > serviceEndYears[segment] ? 0
        : ServiceUsdBn(first[segment], year) + ServiceUsdBn(second[segment], year);

    /// <summary>Real service of every year since close, USD bn, index 0 the year of close.</summary>
    public void FillService(int segment, Span<double> serviceUsdBn)
    {
        DebtService.FillReal(first[segment], second[segment], serviceUsdBn);
        if (serviceEndYears[segment] < serviceUsdBn.Length) serviceUsdBn[((int)serviceEndYears[segment] + 1)..].Clear();
    }

    private static double ServiceUsdBn(in LentTranche tranche, int year) => tranche.FaceUsdBn == 0 ? 0 : tranche.RealServiceUsdBn(year);

    private LentTranche Eased(in LentTranche tranche, int year)
    {
        var rules = compiled.Scenario.Delivery;
        var terms = tranche.Schedule.Terms;
        if (tranche.FaceUsdBn == 0 || year >= terms.TenorYears) return tranche;
        return tranche with { Schedule = tranche.Schedule.EasedAfter(year, rules.ExtensionYears, terms.RatePerYear * rules.EasedRateFactor) };
    }
}
