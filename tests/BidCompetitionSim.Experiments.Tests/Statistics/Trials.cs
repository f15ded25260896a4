using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

/// <summary>A simulation study of the statistics themselves: samples of known distribution, again and again, always the same ones.</summary>
internal static class Trials
{
    /// <summary>Trials of every study: a rate of 95 % is then known to ±2.1 points at three standard errors; to ±0.7 in the long form.</summary>
    public static int Count { get; } = Environment.GetEnvironmentVariable("BIDSIM_FULL") == "1" ? 10_000 : 1000;

    /// <summary>Distributions by name, with their mean.</summary>
    public static double Mean(string distribution) => distribution switch
    {
        "normal" => 0,
        "lognormal" => Math.Exp(0.5 * 0.5 * 0.5),
        "bernoulli" => 0.3,
        _ => throw new ArgumentException(distribution),
    };

    /// <summary>One value, by address.</summary>
    public static double Draw(string distribution, ulong study, int trial, int index)
    {
        var uniform = Uniform(study, trial, index);
        return distribution switch
        {
            "normal" => Elementary.InverseNormal(uniform),
            "lognormal" => Elementary.Exp(0.5 * Elementary.InverseNormal(uniform)),
            "bernoulli" => uniform < 0.3 ? 1 : 0,
            _ => throw new ArgumentException(distribution),
        };
    }

    public static double Uniform(ulong study, int trial, int index)
    {
        var word = Philox.At(new PhiloxBlock((uint)index, (uint)trial, 0, 0), study);
        return (((ulong)word.Word0 << 20 | word.Word1 >> 12) + 0.5) / (1UL << 52);
    }

    public static double Normal(ulong study, int trial, int index) => Elementary.InverseNormal(Uniform(study, trial, index));

    /// <summary>Share of trials in which something holds, written to the test's output.</summary>
    public static double Share(string of, Func<int, bool> holds)
    {
        var count = Enumerable.Range(0, Count).Count(holds);
        return Said(of, count / (double)Count);
    }

    /// <summary>Share of trials whose interval holds the truth.</summary>
    public static double Coverage(string of, double truth, Func<int, Interval?> interval) => Share(of, trial => Holds(interval(trial), truth));

    public static bool Holds(Interval? interval, double truth) => interval is not null && interval.Low <= truth && truth <= interval.High;

    /// <summary>Fails unless a rate is what it should be, within three binomial standard errors and what theory allows besides.</summary>
    public static void ShouldBeNominal(this double rate, double nominal = 0.95, double besides = 0) =>
        rate.ShouldBe(nominal, 3 * Math.Sqrt(nominal * (1 - nominal) / Count) + besides);

    public static double Said(string of, double rate)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{of} | {100 * rate:0.0} %");
        return rate;
    }
}
