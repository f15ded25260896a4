using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// What a segment brings at forecast demand. The forecast's benefit and revenue are read back from its stated rates of return at reference
/// cost. Where no forecast exists, benefit over cost is the median of the stated forecasts, moved by gravity: by how many more weighted hours
/// the segment saves per unit of cost than theirs, with an elasticity below one, because appraisals of neighbouring lines differ far less than
/// their traffic potential does; and it never returns more than the highest of the stated forecasts.
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
        // What a segment saves can be held against another's only where both save the same thing.
        var gravity = compiled.Systems.Select(static system => system.System.CostUnit).Distinct().ToDictionary(static unit => unit, unit => GravityOf(compiled, stated, unit));
        var result = new SegmentEconomics[stated.Length];
        for (var s = 0; s < stated.Length; s++) result[s] = Of(compiled, s, stated[s], gravity[compiled.SystemOf(s).System.CostUnit]);
        return result;
    }

    /// <summary>
    /// Hours, or cost units, that the segment saves in the ideal network, weighted as the scores weigh pairs of places; an hour saved across a border
    /// counts less, because much less than distance alone allows is traded across it (McCallum 1995; Anderson and van Wincoop 2003).
    /// </summary>
    public static double WeightedHoursSaved(Compiled compiled, int segment)
    {
        var system = compiled.SystemOf(segment);
        var local = compiled.Segments[segment].Local;
        double hours = 0;
        foreach (var pair in system.Demand.PairsNeeding(local))
            hours += (system.Pairs.IsCrossBorder(pair) ? compiled.Scenario.Scoring.GravityBorderFactor : 1) * system.Pairs.Weights[pair]
                * (system.Ideal.Without(local)[pair] - system.Ideal.Costs[pair]) / LinkCost.PartsPerUnit;
        return hours;
    }

    private static SegmentEconomics Of(Compiled compiled, int segment, double? stated, Gravity? gravity)
    {
        var source = compiled.Scenario.Segments[segment];
        var benefit = stated ?? ByGravityUsdBn(compiled, segment, gravity
            ?? throw new ArgumentException($"Segment {source.Id}: demand by gravity needs a segment with a stated forecast in a system of the same cost unit."));
        var eirr = source.ForecastEirr ?? EirrOf(compiled, segment, benefit);
        var firr = source.ForecastFirr ?? Math.Max(eirr ?? LowestForecastEirr, LowestForecastEirr) - compiled.Scenario.Scoring.FinancialGap;
        var lineClass = compiled.Segments[segment].Class;
        return new SegmentEconomics(
            benefit, IncomeFor(compiled, segment, firr, economic: false), OperationOf(compiled, segment), eirr, stated is null,
            source.DemandGrowthPerYear, ReferenceClass.FromMoments(lineClass.DemandMean, lineClass.DemandSd));
    }

    private static double ByGravityUsdBn(Compiled compiled, int segment, in Gravity gravity)
    {
        var cost = compiled.Segments[segment].CostUsdBn;
        var hours = WeightedHoursSaved(compiled, segment) / cost;
        if (hours <= 0) return 0;
        var elasticity = compiled.Scenario.Scoring.GravityElasticity;
        var benefit = cost * gravity.BenefitOverCost * Elementary.Pow(hours / gravity.HoursOverCost, elasticity);
        return Math.Min(benefit, IncomeFor(compiled, segment, gravity.HighestEirr, economic: true));
    }

    /// <summary>What the stated forecasts say: median benefit a year and median weighted hours saved, each over cost, and the highest return.</summary>
    private readonly record struct Gravity(double BenefitOverCost, double HoursOverCost, double HighestEirr);

    private static Gravity? GravityOf(Compiled compiled, double?[] stated, string unit)
    {
        var (benefits, hours) = (new List<double>(), new List<double>());
        var highest = double.NegativeInfinity;
        for (var s = 0; s < stated.Length; s++)
        {
            var saved = WeightedHoursSaved(compiled, s);
            if (stated[s] is not { } benefit || saved <= 0 || compiled.SystemOf(s).System.CostUnit != unit) continue;
            benefits.Add(benefit / compiled.Segments[s].CostUsdBn);
            hours.Add(saved / compiled.Segments[s].CostUsdBn);
            highest = Math.Max(highest, compiled.Scenario.Segments[s].ForecastEirr!.Value);
        }
        return benefits.Count == 0 ? null : new Gravity(Median(benefits), Median(hours), highest);
    }

    private static double Median(List<double> values)
    {
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
