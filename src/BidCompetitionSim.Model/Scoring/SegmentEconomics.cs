using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// What a segment brings at forecast demand. The forecast's benefit and revenue are read back from its stated rates of return at reference
/// cost; where no forecast exists, benefit follows by gravity: weighted hours saved, at the median value that the stated forecasts imply.
/// </summary>
/// <param name="BenefitUsdBnPerYear">Economic benefit at full ramp, first year's demand.</param>
/// <param name="RevenueUsdBnPerYear">Revenue at full ramp, first year's demand.</param>
/// <param name="OperationUsdBnPerYear">Operation and maintenance at reference quality.</param>
/// <param name="ForecastEirr">Economic rate of return at forecast demand and reference cost; null if it has none.</param>
/// <param name="ByGravity">Whether the benefit was derived by gravity.</param>
/// <param name="DemandGrowthPerYear">Growth of demand.</param>
/// <param name="Demand">Realised over forecast demand at plateau.</param>
public sealed record SegmentEconomics(
    double BenefitUsdBnPerYear,
    double RevenueUsdBnPerYear,
    double OperationUsdBnPerYear,
    double? ForecastEirr,
    bool ByGravity,
    double DemandGrowthPerYear,
    ReferenceClass Demand)
{
    // A line that nobody needs still has a timetable and a fare: its revenue is read at the lowest return a public line survives with.
    private const double LowestForecastEirr = -0.04;

    /// <summary>Works out the economics of every segment.</summary>
    /// <exception cref="ArgumentException">Some segment has no forecast and no other one states one to derive it from.</exception>
    public static SegmentEconomics[] Calibrate(Compiled compiled)
    {
        var stated = new double?[compiled.Segments.Length];
        for (var s = 0; s < stated.Length; s++)
            if (compiled.Scenario.Segments[s].ForecastEirr is { } eirr) stated[s] = IncomeFor(compiled, s, eirr, economic: true);
        var valueOfHours = MedianValue(compiled, stated);
        var result = new SegmentEconomics[stated.Length];
        for (var s = 0; s < stated.Length; s++) result[s] = Of(compiled, s, stated[s], valueOfHours);
        return result;
    }

    /// <summary>Hours that the segment saves in the ideal network, weighted as the scores weigh pairs of places.</summary>
    public static double WeightedHoursSaved(Compiled compiled, int segment)
    {
        var system = compiled.SystemOf(segment);
        var local = compiled.Segments[segment].Local;
        double hours = 0;
        foreach (var pair in system.Demand.PairsNeeding(local))
            hours += system.Pairs.Weights[pair] * (system.Ideal.Without(local)[pair] - system.Ideal.Costs[pair]) / 3600.0;
        return hours;
    }

    private static SegmentEconomics Of(Compiled compiled, int segment, double? stated, double? valueOfHours)
    {
        var source = compiled.Scenario.Segments[segment];
        var benefit = stated ?? WeightedHoursSaved(compiled, segment) * (valueOfHours
            ?? throw new ArgumentException($"Segment {source.Id}: demand by gravity needs at least one segment with a stated forecast."));
        var eirr = source.ForecastEirr ?? EirrOf(compiled, segment, benefit);
        var firr = source.ForecastFirr ?? Math.Max(eirr ?? LowestForecastEirr, LowestForecastEirr) - compiled.Scenario.Scoring.FinancialGap;
        var lineClass = compiled.Segments[segment].Class;
        return new SegmentEconomics(
            benefit, IncomeFor(compiled, segment, firr, economic: false), OperationOf(compiled, segment), eirr, stated is null,
            source.DemandGrowthPerYear, ReferenceClass.FromMoments(lineClass.DemandMean, lineClass.DemandSd));
    }

    private static double? MedianValue(Compiled compiled, double?[] stated)
    {
        var values = new List<double>();
        for (var s = 0; s < stated.Length; s++)
        {
            var hours = WeightedHoursSaved(compiled, s);
            if (stated[s] is { } benefit && hours > 0) values.Add(benefit / hours);
        }
        if (values.Count == 0) return null;
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[values.Count / 2 - 1] + values[values.Count / 2]) / 2;
    }

    private static double OperationOf(Compiled compiled, int segment) =>
        compiled.Segments[segment].CostUsdBn * compiled.Scenario.Segments[segment].OperatingShare;

    private static ProjectLife LifeOf(Compiled compiled, int segment) =>
        compiled.LifeOf(compiled.Segments[segment].BuildYears, compiled.Scenario.Segments[segment].DemandGrowthPerYear);

    private static ProjectAccounts AccountsOf(Compiled compiled, int segment, double income, bool economic)
    {
        var life = LifeOf(compiled, segment);
        var financial = new ProjectAccounts(compiled.Segments[segment].CostUsdBn, income, OperationOf(compiled, segment), 0);
        return economic ? ProjectAccounts.Economic(financial, life, income, compiled.ShadowPrices, 0) : financial;
    }

    private static double IncomeFor(Compiled compiled, int segment, double rate, bool economic) =>
        Calibration.IncomeForReturn(LifeOf(compiled, segment), AccountsOf(compiled, segment, 0, economic), rate);

    private static double? EirrOf(Compiled compiled, int segment, double benefit)
    {
        var life = LifeOf(compiled, segment);
        var flows = new double[life.Buckets];
        CashFlows.Fill(life, AccountsOf(compiled, segment, benefit, economic: true), [], flows);
        return InternalRate.TryFind(flows, compiled.Scenario.Scoring.HurdlePerYear, out var rate) ? rate : null;
    }
}
