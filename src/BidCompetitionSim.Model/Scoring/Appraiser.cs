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
    private readonly ServiceLife wholeService;
    private readonly double[] factors;
    private readonly double[] networkFactors;
    private readonly double[] foregone;
    private readonly double[][] growth; // [segment][operating year]
    private readonly RatesOfReturn rates;
    private readonly List<int> built;
    private readonly double[] growthToStart; // by place among the built

    public Appraiser(Compiled compiled, NetworkParts parts)
    {
        (this.compiled, this.parts) = (compiled, parts);
        (service, wholeService) = (compiled.Service, CashLife(compiled, 0, 0).Service);
        factors = new double[BucketsFor(compiled)];
        networkFactors = new double[compiled.Systems.Max(system => system.Segments.Length) + 1];
        foregone = new double[factors.Length];
        growth = Array.ConvertAll(compiled.Economics, GrowthOf);
        rates = new RatesOfReturn(2 * compiled.Segments.Length, factors.Length);
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
        {
            if (kernel.Record.Status[segment] != Status.Commissioned) continue;
            built.Add(segment);
            FillFlows(kernel, segment, outcomes[segment]);
        }
        FindRates(outcomes);
        FindGrowthToStart(kernel);
        for (var k = 0; k < built.Count; k++) Conclude(kernel, k, outcomes[built[k]]);
    }

    // Financial rates take longer to find than economic ones: those that are found together are of a kind.
    private void FindRates(ProjectOutcome[] outcomes)
    {
        rates.Clear();
        foreach (var s in built) rates.Add(outcomes[s].Economic.AsSpan(0, outcomes[s].Years), compiled.Scenario.Scoring.HurdlePerYear);
        foreach (var s in built) rates.Add(outcomes[s].Financial.AsSpan(0, outcomes[s].Years), compiled.Scenario.Scoring.CapitalCostPerYear);
        rates.Find();
    }

    // As AtStart, of all that were built side by side.
    private void FindGrowthToStart(Kernel kernel)
    {
        var hurdle = new Vector<double>(1 + compiled.Scenario.Scoring.HurdlePerYear);
        for (var k = 0; k < built.Count; k++) growthToStart[k] = kernel.Record.ClosedDays[built[k]] / 365.25;
        for (var k = 0; k < built.Count; k += Vector<double>.Count) Elementary.Pow(hurdle, new Vector<double>(growthToStart, k)).CopyTo(growthToStart, k);
    }

    private void FillFlows(Kernel kernel, int segment, ProjectOutcome outcome)
    {
        ref readonly var contract = ref kernel.Contracts[segment];
        var project = new Delivered(
            kernel.Record.ClosedDays[segment], kernel.Record.CommissionedDays[segment], kernel.Works.BuildYears[segment],
            kernel.Works.DeliveredUsdBn[segment], kernel.RentsUsdBn[segment]);
        var life = new ProjectLife(project.BuildYears, compiled.Economics[segment].DemandGrowthPerYear, service);
        var whole = new ProjectLife(project.BuildYears, compiled.Economics[segment].DemandGrowthPerYear, wholeService);
        FillDemand(kernel, segment, project, parts.ReachOf(compiled.Segments[segment].System, compiled.Segments[segment].Local), whole.Buckets);
        var economic = FillEconomy(segment, contract, project, outcome.Economic);
        var accounts = Accounts(segment, contract, project);
        var cash = CashFlows.FillOperation(whole, accounts, growth[segment], factors, outcome.Cash);
        CashFlows.FillFromCash(life, accounts, growth[segment], factors, cash, outcome.Financial);
        (outcome.Built, outcome.Years, outcome.CashYears) = (true, economic.Length, cash.Length);
        var due = outcome.Service.AsSpan(0, cash.Length);
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
        var (closed, system) = (ClosedDayOf(kernel, segment), compiled.Segments[segment].System);
        var (delivered, years) = kernel.Works.Imagine(segment, new Works.Period(kernel.Record.OpenedDays[segment], closed), bid);
        var project = new Delivered(closed, -1, years, delivered, 0);
        FillDemand(kernel, segment, project, parts.ReachOf(system, compiled.Segments[segment].Local), new ProjectLife(years, 0, service).Buckets);
        return AtStart(PresentValue.Npv(FillEconomy(segment, bid, project, foregone), compiled.Scenario.Scoring.HurdlePerYear), closed);
    }

    /// <summary>The day on which a bid that was turned down in the last attempt would have been closed.</summary>
    internal static int ClosedDayOf(Kernel kernel, int segment) => kernel.Record.OpenedDays[segment] + kernel.Compiled.Scenario.Delivery.CloseDays;

    private Span<double> FillEconomy(int segment, in Bid contract, in Delivered project, double[] flows)
    {
        var life = new ProjectLife(project.BuildYears, compiled.Economics[segment].DemandGrowthPerYear, service);
        var leaked = project.RentUsdBn * compiled.Scenario.Scoring.RentLeakage;
        var economic = ProjectAccounts.Economic(
            Accounts(segment, contract, project), life, compiled.Economics[segment].BenefitUsdBnPerYear, compiled.ShadowPrices, leaked);
        return CashFlows.Fill(life, economic, growth[segment], factors, flows);
    }

    // From the project's close back to the scenario's start.
    private double AtStart(double enpvUsdBn, int closedDay) =>
        enpvUsdBn / Elementary.Pow(1 + compiled.Scenario.Scoring.HurdlePerYear, closedDay / 365.25);

    private ProjectAccounts Accounts(int segment, in Bid contract, in Delivered project) => new(
        project.CostUsdBn, compiled.Economics[segment].RevenueUsdBnPerYear, compiled.OperationUsdBn(segment, contract.Quality), 0);

    /// <summary>Realised over forecast demand in each bucket: the draw of the segment, times the network of that year.</summary>
    /// <param name="kernel">The run.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="project">Its project, in the network as it grew and with the project in it.</param>
    /// <param name="reached">F by snapshot.</param>
    /// <param name="buckets">Years to fill.</param>
    private void FillDemand(Kernel kernel, int segment, in Delivered project, ReadOnlySpan<double> reached, int buckets)
    {
        var ratio = kernel.Works.DemandRatio(segment);
        var network = kernel.Networks[compiled.Segments[segment].System];
        var epoch = network.EpochOn(Math.Max(project.ClosedDay, project.OpenedDay));
        kernel.Operation.FillNetworkFactors(segment, reached[epoch..network.Count], networkFactors.AsSpan(epoch));
        for (var year = 0; year < buckets; year++)
        {
            // The year in which it opens may have its middle before that: what operates is part of the network.
            var day = Math.Max(MiddleOf(project.ClosedDay, year), project.OpenedDay);
            while (epoch + 1 < network.Count && network.DayOf(epoch + 1) <= day) epoch++;
            factors[year] = ratio * networkFactors[epoch];
            if (compiled.Shocks is { } shocks)
            {
                factors[year] *= shocks.DemandOver(segment, project.ClosedDay + year * 365.25, project.ClosedDay + (year + 1) * 365.25)
                    * (project.IsBuilt ? kernel.Operation.BorderFactor(segment, epoch, shocks.BordersOn(day)) : 1);
            }
            else if (epoch + 1 == network.Count)
            {
                factors.AsSpan(year..buckets).Fill(factors[year]);
                return;
            }
        }
    }

    private double[] GrowthOf(SegmentEconomics economics)
    {
        var yearly = new double[wholeService.OperatingYears];
        CashFlows.FillGrowth(economics.DemandGrowthPerYear, yearly);
        return yearly;
    }

    /// <summary>The day in whose network a year of operation is appraised.</summary>
    internal static int MiddleOf(int closedDay, int year) => closedDay + (int)((year + 0.5) * 365.25);

    // Borders of one that was never built, whose day of opening is negative, are imagined open.
    private readonly record struct Delivered(int ClosedDay, int OpenedDay, double BuildYears, double CostUsdBn, double RentUsdBn)
    {
        public bool IsBuilt => OpenedDay >= 0;
    }
}
