using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>What two arms are compared on, in one run.</summary>
/// <param name="Scores">Measures by <see cref="Names"/>.</param>
/// <param name="Years">By segment: years from planned opening to commissioning; not a number if not commissioned.</param>
internal sealed record Led(double[] Scores, double[] Years)
{
    public static readonly string[] Names =
    [
        "compatibility", "built compatibility", "hours lost", "cohesion", "viability", "viability of what is built", "net present value at start, USD bn",
        "net present value per segment built, USD bn", "host surplus, USD bn", "host welfare, USD bn", "segments built", "price over reference cost",
        "concession", "grant element", "guarantees asked", "offers per tender",
    ];

    public static Led Of(Replication run)
    {
        var (o, kernel) = (run.Outcome, run.Kernel);
        double?[] scores =
        [
            o.Compatibility, o.BuiltCompatibility, o.HoursLost, o.Cohesion, o.Viability, o.ViabilityBuilt, o.EnpvBaseTotalUsdBn, o.EnpvBasePerBuiltUsdBn,
            o.HostSurplusUsdBn, o.HostWelfareUsdBn, o.Built, o.MeanPriceOverReference, o.MeanConcession, o.MeanGrantElement, o.GuaranteedShare, o.MeanOffers,
        ];
        var years = Array.ConvertAll(kernel.Compiled.Segments, s =>
            kernel.Record.CommissionedDays[s.Index] < 0 ? double.NaN : (kernel.Record.CommissionedDays[s.Index] - s.TenderDay) / 365.25);
        return new Led(Array.ConvertAll(scores, score => score ?? double.NaN), years);
    }

    /// <summary>A measure by replication.</summary>
    public static double[] Values(Led[] runs, string name) => Array.ConvertAll(runs, run => run.Scores[Array.IndexOf(Names, name)]);

    /// <summary>Mean paired difference of a measure.</summary>
    public static Estimate Difference(Led[] first, Led[] second, string name) => Estimate.OfDifference(Values(first, name), Values(second, name));

    /// <summary>Mean paired difference of years to commissioning, over the segments that both commission.</summary>
    public static Estimate Delay(Led[] first, Led[] second) =>
        Estimate.OfMean([.. first.Zip(second, static (a, b) => Bids.Mean(a.Years.Zip(b.Years, static (x, y) => x - y)))]);

    /// <summary>By replication: slope of a measure over settings.</summary>
    public static Estimate Slope(IReadOnlyList<double> settings, IReadOnlyList<Led[]> runs, string name)
    {
        var values = runs.Select(played => Values(played, name)).ToArray();
        var mean = settings.Average();
        var squares = settings.Sum(setting => (setting - mean) * (setting - mean));
        return Estimate.OfMean([.. Enumerable.Range(0, values[0].Length)
            .Select(r => Enumerable.Range(0, settings.Count).Sum(k => (settings[k] - mean) * values[k][r]) / squares)]);
    }
}
