using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Delivery;

/// <summary>Demand and debt service of what operates: year by year while the run goes on, and over whole lives once it is over (docs/model.md §4.7, §4.8).</summary>
public sealed class Operation
{
    private readonly Compiled compiled;
    private readonly NetworkHistory[] networks;
    private readonly LoanSchedule[] first;
    private readonly LoanSchedule[] second;
    private readonly double[] serviceEndYears;
    private readonly double[][] networkFactors;

    /// <summary>Prepares operation on the networks of a run.</summary>
    public Operation(Compiled compiled, NetworkHistory[] networks)
    {
        (this.compiled, this.networks) = (compiled, networks);
        var segments = compiled.Segments.Length;
        first = new LoanSchedule[segments];
        second = new LoanSchedule[segments];
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
        (first[segment], second[segment]) = (firstTranche.Schedule, secondTranche.Schedule);

    /// <summary>Whether the loan was renegotiated.</summary>
    public bool IsRenegotiated(int segment) => first[segment].IsEased || second[segment].IsEased || serviceEndYears[segment] < double.PositiveInfinity;

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

    /// <summary>Real service of a year since close, USD bn.</summary>
    public double ServiceUsdBn(in Bid contract, TermsBook terms, int segment, int year) => year > serviceEndYears[segment] ? 0
        : Service(contract.FirstFaceUsdBn, first[segment], terms.InflationOf(contract.FirstWindow), year)
        + Service(contract.SecondFaceUsdBn, second[segment], terms.InflationOf(contract.SecondWindow), year);

    private static double Service(double faceUsdBn, in LoanSchedule schedule, double inflation, int year) =>
        faceUsdBn <= 0 || year < 1 || year > schedule.LastYear ? 0 : new LentTranche(faceUsdBn, schedule, inflation).RealServiceUsdBn(year);

    private LoanSchedule Eased(in LoanSchedule schedule, int year)
    {
        var rules = compiled.Scenario.Delivery;
        if (schedule.Terms.TenorYears == 0 || year >= schedule.Terms.TenorYears) return schedule;
        return schedule.EasedAfter(year, rules.ExtensionYears, schedule.Terms.RatePerYear * rules.EasedRateFactor);
    }
}
