using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Where the overruns and delays of delivered cases fall in the model's own distributions (docs/model.md §4.7).</summary>
internal static class Deliveries
{
    // Reference classes of cost (Flyvbjerg, Skamris Holm and Buhl 2002): rail 1.447/0.384, bridges and tunnels 1.338/0.624, roads 1.204/0.299.
    private static ReferenceClass? ClassOf(string sector) => sector switch
    {
        "rail_hsr" or "rail_conventional" or "metro" => ReferenceClass.FromMoments(1.447, 0.384),
        "bridge" => ReferenceClass.FromMoments(1.338, 0.624),
        "road" => ReferenceClass.FromMoments(1.204, 0.299),
        _ => null,
    };

    public static DeliveryCheck Costs(IReadOnlyList<HistoricalCase> cases, HindcastFrame frame) => Check(cases, one =>
        one.PlannedCostUsdBn is { } planned && one.ActualCostUsdBn is { } actual && ClassOf(one.Sector) is { } reference ? (actual / planned, OverrunOf(one, frame, reference)) : null);

    public static DeliveryCheck Times(IReadOnlyList<HistoricalCase> cases, HindcastFrame frame)
    {
        var delay = ReferenceClass.FromMoments(frame.Scenario.Delivery.DelayMean, frame.Scenario.Delivery.DelaySd);
        return Check(cases, one => one.Year is { } year && one.PlannedCompletion > year && one.ActualCompletion is { } actual && actual > year
            ? ((double)(actual - year) / (one.PlannedCompletion.Value - year), delay) : null);
    }

    /// <summary>The class as it is for this host and builder.</summary>
    private static ReferenceClass OverrunOf(HistoricalCase one, HindcastFrame frame, in ReferenceClass reference)
    {
        var overrun = new CostOverrun(reference, frame.Scenario.Delivery);
        var governance = frame.Panel.GovernanceBefore(one.Host, one.Year ?? ChoiceReplay.UsualYear) ?? frame.StateOf(one.Host).Governance;
        var quality = one.Winner switch
        {
            Winner.China => HindcastFrame.CapabilityOf(frame.China).Quality, Winner.Japan => HindcastFrame.CapabilityOf(frame.Japan).Quality, _ => frame.Scenario.Delivery.QualityMean,
        };
        var middle = Elementary.Log(overrun.Factor(governance, quality, 1, 0));
        return new ReferenceClass(middle, Elementary.Log(overrun.Factor(governance, quality, 1, 1)) - middle);
    }

    private static DeliveryCheck Check(IReadOnlyList<HistoricalCase> cases, Func<HistoricalCase, (double Ratio, ReferenceClass Class)?> of)
    {
        var rows = new List<DeliveryQuantile>();
        foreach (var one in cases)
            if (one.Delivered && of(one) is var (ratio, reference))
                rows.Add(new DeliveryQuantile(one.Id, ratio, reference.Median, reference.ProbabilityBelow(ratio)));
        rows.Sort(static (a, b) => a.Quantile != b.Quantile ? a.Quantile.CompareTo(b.Quantile) : string.CompareOrdinal(a.Case, b.Case));
        return new DeliveryCheck(rows, rows.Count == 0 ? null : Distance(rows), rows.Count == 0 ? null : Critical(rows.Count), rows.Count(row => row.Quantile > 0.9), rows.Count(row => row.Quantile < 0.1));
    }

    /// <summary>Largest distance of the quantiles' distribution from the uniform one (Kolmogorov).</summary>
    private static double Distance(List<DeliveryQuantile> sorted)
    {
        var largest = 0.0;
        for (var i = 0; i < sorted.Count; i++)
            largest = Math.Max(largest, Math.Max((i + 1.0) / sorted.Count - sorted[i].Quantile, sorted[i].Quantile - (double)i / sorted.Count));
        return largest;
    }

    /// <summary>What that distance exceeds in one of twenty samples of a uniform distribution (Stephens 1974).</summary>
    private static double Critical(int n) => 1.358 / (Math.Sqrt(n) + 0.12 + 0.11 / Math.Sqrt(n));
}
