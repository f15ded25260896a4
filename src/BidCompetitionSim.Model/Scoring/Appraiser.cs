using System.Numerics;
using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>Appraises projects once a run is over, when the networks of every year are known (docs/model.md §5).</summary>
internal sealed class Appraiser
{
    // One delay in 10¹² is longer.
    private const double LongestDelayDeviations = 7;

    private readonly Compiled compiled;
    private readonly NetworkParts parts;
    private readonly ServiceLife service;
    private readonly int operatingYears;
    private readonly int cashOperatingYears; // years until the asset is used up
    private readonly double[][] benefits; // [segment]: demanded, see OperatingCash
    private readonly double[][] revenues;
    private readonly ProjectDemand demand;
    private readonly double[] cash;
    private readonly double[] foregone;
    private readonly RatesOfReturn rates;
    private readonly List<int> built;
    private readonly double[] growthToStart; // by place among the built

    public Appraiser(Compiled compiled, NetworkParts parts)
    {
        (this.compiled, this.parts) = (compiled, parts);
        var wholeLife = CashLife(compiled, 0, 0).Service;
        service = compiled.Service;
        (operatingYears, cashOperatingYears) = (service.OperatingYears, wholeLife.OperatingYears);
        benefits = Array.ConvertAll(compiled.Economics, economics => Demanded(economics.BenefitUsdBnPerYear, economics, service));
        revenues = Array.ConvertAll(compiled.Economics, economics => Demanded(economics.RevenueUsdBnPerYear, economics, wholeLife));
        var buckets = BucketsFor(compiled);
        demand = new ProjectDemand(compiled, buckets);
        (cash, foregone) = (new double[buckets + OperatingCash.Slack], new double[buckets + OperatingCash.Slack]);
        rates = new RatesOfReturn(2 * compiled.Segments.Length, buckets);
        built = new List<int>(compiled.Segments.Length);
        growthToStart = new double[Lanes.Padded(compiled.Segments.Length)];
    }

    /// <summary>Buckets that the longest life in the scenario needs.</summary>
    public static int BucketsFor(Compiled compiled)
    {
        double longest = 0;
        for (var s = 0; s < compiled.Segments.Length; s++)
            foreach (var capability in compiled.Capabilities[compiled.Segments[s].System])
                if (capability is not null) longest = Math.Max(longest, compiled.Segments[s].BuildYears * capability.BuildTimeFactor);
        var delay = ReferenceClass.FromMoments(compiled.Scenario.Delivery.DelayMean, compiled.Scenario.Delivery.DelaySd);
        return CashLife(compiled, longest * delay.At(LongestDelayDeviations), 0).Buckets;
    }

    /// <summary>A project's life with operation for as long as the asset lasts: the lenders' view.</summary>
    public static ProjectLife CashLife(Compiled compiled, double buildYears, double growth) =>
        new(buildYears, growth, compiled.Service with { OperatingYears = Math.Max(compiled.Service.OperatingYears, (int)compiled.Service.AssetYears) });

    /// <summary>Appraises the projects that were built.</summary>
    /// <param name="kernel">The run.</param>
    /// <param name="outcomes">By segment: receives what comes of it.</param>
    public void Appraise(Kernel kernel, ProjectOutcome[] outcomes)
    {
        built.Clear();
        for (var segment = 0; segment < outcomes.Length; segment++)
            if (kernel.Record.Status[segment] == Status.Commissioned) built.Add(segment);
        rates.Start(2 * built.Count);
        for (var k = 0; k < built.Count; k++) FillFlows(kernel, k, outcomes[built[k]]);
        rates.Find();
        FindGrowthToStart(kernel);
        for (var k = 0; k < built.Count; k++) Conclude(kernel, k, outcomes[built[k]]);
    }

    // As AtStart, of all that were built side by side.
    private void FindGrowthToStart(Kernel kernel)
    {
        var hurdle = new Vector<double>(1 + compiled.Scenario.Scoring.HurdlePerYear);
        for (var k = 0; k < built.Count; k++) growthToStart[k] = kernel.Record.ClosedDays[built[k]] / 365.25;
        for (var k = 0; k < built.Count; k += Vector<double>.Count) Elementary.Pow(hurdle, new Vector<double>(growthToStart, k)).CopyTo(growthToStart, k);
    }

    private void FillFlows(Kernel kernel, int k, ProjectOutcome outcome)
    {
        var segment = built[k];
        ref readonly var contract = ref kernel.Contracts[segment];
        var project = new Delivered(kernel.Works.BuildYears[segment], kernel.Works.DeliveredUsdBn[segment], kernel.RentsUsdBn[segment]);
        var (years, cashYears) = (project.BucketsOf(operatingYears), project.BucketsOf(cashOperatingYears));
        (outcome.Built, outcome.Years, outcome.CashYears) = (true, years, cashYears);
        FillDemand(kernel, segment, kernel.Record.ClosedDays[segment], kernel.Record.CommissionedDays[segment], cashYears);
        // Financial rates take longer to find than economic ones: those that are found together are of a kind.
        FillEconomy(segment, contract.Quality, project, rates.FlowsOf(k))[..years].CopyTo(outcome.Economic);
        FillFinances(segment, contract.Quality, project, rates.FlowsOf(built.Count + k))[..years].CopyTo(outcome.Financial);
        rates.Take(k, years, compiled.Scenario.Scoring.HurdlePerYear);
        rates.Take(built.Count + k, years, compiled.Scenario.Scoring.CapitalCostPerYear);
        cash.AsSpan(0, cashYears).CopyTo(outcome.Cash);
        var due = outcome.Service.AsSpan(0, cashYears);
        kernel.Operation.FillService(segment, due);
        var cover = DebtServiceCover.Of(cash, due, contract.FaceUsdBn, kernel.Record.ContractYears[segment]);
        (outcome.DscrMin, outcome.HasService) = (cover.Minimum, cover.HasService);
    }

    private void Conclude(Kernel kernel, int k, ProjectOutcome outcome)
    {
        var segment = built[k];
        (outcome.Eirr, outcome.EnpvUsdBn) = (rates.Rate(k), rates.PresentValue(k));
        (outcome.Firr, outcome.FnpvUsdBn) = (rates.Rate(built.Count + k), rates.PresentValue(built.Count + k));
        outcome.EnpvBaseUsdBn = outcome.EnpvUsdBn / growthToStart[k];
        var peaks = kernel.Debt.Peaks(segment);
        (outcome.DebtBurden, outcome.DebtThreshold) = (peaks.With, peaks.Threshold);
        var appraisal = new ProjectAppraisal(outcome.Eirr, outcome.EnpvUsdBn, outcome.DscrMin, outcome.DebtBurden, outcome.DebtThreshold);
        outcome.Viability = ProjectViability.Score(appraisal, compiled.Scenario.Scoring.HurdlePerYear);
    }

    /// <summary>Economic net present value, at the scenario's start, of a bid that was not taken up, under the same draws.</summary>
    public double ForegoneUsdBn(Kernel kernel, int segment, in Bid bid)
    {
        var closed = ClosedDayOf(kernel, segment);
        var (delivered, years) = kernel.Works.Imagine(segment, new Works.Period(kernel.Record.OpenedDays[segment], closed), bid);
        var project = new Delivered(years, delivered, 0);
        var buckets = project.BucketsOf(operatingYears);
        FillDemand(kernel, segment, closed, openedDay: -1, buckets);
        var flows = FillEconomy(segment, bid.Quality, project, foregone);
        return AtStart(PresentValue.Npv(flows[..buckets], compiled.Scenario.Scoring.HurdlePerYear), closed);
    }

    /// <summary>The day on which a bid that was turned down in the last attempt would have been closed.</summary>
    internal static int ClosedDayOf(Kernel kernel, int segment) => kernel.Record.OpenedDays[segment] + kernel.Compiled.Scenario.Delivery.CloseDays;

    private void FillDemand(Kernel kernel, int segment, int closedDay, int openedDay, int years) => demand.Fill(
        kernel, segment, closedDay, openedDay, parts.ReachOf(compiled.Segments[segment].System, compiled.Segments[segment].Local), years);

    private Span<double> FillEconomy(int segment, double quality, in Delivered project, Span<double> flowsUsdBn)
    {
        var financial = new ProjectAccounts(project.CostUsdBn, 0, compiled.OperationUsdBn(segment, quality), 0);
        var accounts = ProjectAccounts.Economic(
            financial, new ProjectLife(project.BuildYears, 0, service), compiled.Economics[segment].BenefitUsdBnPerYear, compiled.ShadowPrices,
            project.RentUsdBn * compiled.Scenario.Scoring.RentLeakage);
        new OperatingCash(project.BuildYears, accounts.OperationUsdBnPerYear, benefits[segment], demand.Factors).Fill(operatingYears, flowsUsdBn);
        CashFlows.AddCapital(accounts, project.BuildYears, flowsUsdBn[..project.BucketsOf(operatingYears)]);
        return flowsUsdBn;
    }

    // Operation goes on beyond the years that are appraised: they are its first ones.
    private Span<double> FillFinances(int segment, double quality, in Delivered project, Span<double> flowsUsdBn)
    {
        var operating = new OperatingCash(project.BuildYears, compiled.OperationUsdBn(segment, quality), revenues[segment], demand.Factors);
        operating.Fill(cashOperatingYears, cash);
        var flows = flowsUsdBn[..project.BucketsOf(operatingYears)];
        cash.AsSpan(0, flows.Length).CopyTo(flows);
        flows[^1] = operating.InLastBucket(operatingYears);
        CashFlows.AddCapital(new ProjectAccounts(project.CostUsdBn, 0, 0, 0), project.BuildYears, flows);
        return flowsUsdBn;
    }

    // From the project's close back to the scenario's start.
    private double AtStart(double enpvUsdBn, int closedDay) =>
        enpvUsdBn / Elementary.Pow(1 + compiled.Scenario.Scoring.HurdlePerYear, closedDay / 365.25);

    private static double[] Demanded(double incomeUsdBnPerYear, SegmentEconomics economics, in ServiceLife service)
    {
        var demanded = new double[OperatingCash.RoomFor(service.OperatingYears)];
        OperatingCash.FillDemanded(incomeUsdBnPerYear, economics.DemandGrowthPerYear, service, demanded);
        return demanded;
    }

    private readonly record struct Delivered(double BuildYears, double CostUsdBn, double RentUsdBn)
    {
        public int BucketsOf(int operatingYears) => (int)BuildYears + operatingYears + 1;
    }
}
