using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

/// <summary>Intervals hold the truth as often as they say. What is measured here stands in docs/statistics.md.</summary>
public class CoverageTests
{
    [Theory]
    [InlineData("normal", 5), InlineData("normal", 100), InlineData("lognormal", 500), InlineData("bernoulli", 500)]
    public void Students_interval_holds_the_mean(string distribution, int values) =>
        Trials.Coverage($"t, {distribution}, {values}", Trials.Mean(distribution), trial =>
        {
            var moments = new Moments();
            for (var k = 0; k < values; k++) moments.Add(Trials.Draw(distribution, 1, trial, k));
            return moments.Interval();
        }).ShouldBeNominal();

    [Fact]
    public void The_paired_interval_holds_the_difference_and_names_the_correlation_and_the_gain()
    {
        const double correlation = 0.9;
        var all = new PairedMoments();
        Trials.Coverage("paired t, correlation 0.9, 30", 0.25, trial =>
        {
            var pairs = new PairedMoments();
            for (var k = 0; k < 30; k++)
            {
                var (one, other) = Correlated(2, trial, k, correlation);
                pairs.Add(one, 0.25 + other);
            }
            all.Merge(pairs);
            return pairs.Interval();
        }).ShouldBeNominal();

        // Of 60,000 pairs: three standard errors of a correlation, (1 − ρ²)/√n, and of a ratio of variances.
        all.Correlation!.Value.ShouldBe(correlation, 3 * (1 - correlation * correlation) / Math.Sqrt(60_000));
        all.VarianceReduction!.Value.ShouldBe(1 / (1 - correlation), 3 * 10 * Math.Sqrt(4 / 60_000.0));
        all.ProbabilityOfSuperiority!.Value.ShouldBe(Normal.CDF(0, 1, 0.25 / Math.Sqrt(2 * (1 - correlation))), 3 * 0.5 / Math.Sqrt(60_000));
    }

    [Theory]
    [InlineData("normal", 0), InlineData("lognormal", 0.01), InlineData("bernoulli", 0.005), InlineData("pairs", 0)]
    public void The_bootstrap_interval_holds_the_mean(string distribution, double skewed)
    {
        const int rows = 256;
        var bootstrap = new PoissonBootstrap(3);
        var (all, block) = (new BootstrapSums(Trials.Count), new BootstrapSums(Trials.Count));
        var (weights, values) = (new double[bootstrap.Resamples], new double[Trials.Count]);
        for (var row = 0; row < rows; row++)
        {
            bootstrap.Fill((uint)row, weights);
            for (var trial = 0; trial < values.Length; trial++) values[trial] = One(trial, row);
            block.Add(weights, values);
        }
        all.Merge(block);
        var truth = distribution == "pairs" ? 0 : Trials.Mean(distribution);
        Trials.Coverage($"bootstrap, {distribution}, {rows}", truth, trial => all.Interval(trial)).ShouldBeNominal(besides: skewed);

        double One(int trial, int row)
        {
            if (distribution != "pairs") return Trials.Draw(distribution, 4, trial, row);
            var (one, other) = Correlated(4, trial, row, 0.7);
            return other - one;
        }
    }

    // The level of a score interval wavers with the share, since counts are whole; Newcombe (1998) found 95.2 % on average.
    [Theory]
    [InlineData(20), InlineData(100), InlineData(1000)]
    public void Wilsons_interval_holds_shares_on_average(int rows)
    {
        var rates = new Moments();
        for (var share = 0.01; share < 1; share += 0.01)
            rates.Add(Enumerable.Range(0, rows + 1).Where(k => Trials.Holds(Wilson.Of(k, rows), share)).Sum(k => Binomial.PMF(share, rows, k)));

        Trials.Said($"Wilson, {rows}, mean over shares", rates.Mean!.Value).ShouldBe(0.951, 0.006);
        Trials.Said($"Wilson, {rows}, least", rates.Least!.Value).ShouldBeGreaterThan(0.83);
    }

    [Fact]
    public void Wilsons_interval_holds_a_share_that_is_drawn() =>
        Trials.Coverage("Wilson, bernoulli, 200", 0.3, static trial =>
            Wilson.Of(Enumerable.Range(0, 200).Count(k => Trials.Draw("bernoulli", 5, trial, k) > 0), 200)).ShouldBeNominal(besides: 0.005);

    [Theory]
    [InlineData(0.05, 200), InlineData(0.25, 100), InlineData(0.5, 100), InlineData(0.95, 500)]
    public void The_interval_of_a_quantile_holds_it_as_often_as_the_binomial_says(double share, int values)
    {
        var counts = new Counts(Resolution.HalfPercent);
        var (low, high) = BinomialRanks.Around(values, share, 0.95)!.Value;
        var exact = Binomial.CDF(share, values, high - 1) - Binomial.CDF(share, values, low - 1);
        exact.ShouldBeGreaterThanOrEqualTo(0.95);

        Trials.Coverage($"quantile {share}, lognormal, {values}, by theory {100 * exact:0.0} %", Math.Exp(0.5 * Normal.InvCDF(0, 1, share)), trial =>
        {
            counts.Clear();
            for (var k = 0; k < values; k++) counts.Add(Trials.Draw("lognormal", 6, trial, k));
            return counts.QuantileInterval(share);
        }).ShouldBeNominal(exact, besides: 0.01);
    }

    [Fact]
    public void Two_stages_hold_the_mean_within_the_width_that_was_wanted()
    {
        const double wanted = 0.4;
        var sizes = new Moments();
        Trials.Coverage("Stein, normal, first stage 20, half-width 0.4", 0, trial =>
        {
            var moments = Sample(trial, 0, 20, default);
            var stage = TwoStage.Of(moments);
            var needed = stage.Needed(wanted);
            moments = Sample(trial, 20, (int)needed, moments);
            sizes.Add(needed);
            var (low, high) = stage.Judge(moments).Interval();
            (high - low).ShouldBeLessThanOrEqualTo(2 * wanted + 1e-12);
            return new Interval(low, high);
        }).ShouldBeNominal();
        sizes.Mean!.Value.ShouldBe(Math.Pow(2.093 / wanted, 2), 2);
    }

    // Why the rule above looks once: stopping as soon as the interval looks narrow enough stops most gladly where the variance came out too small.
    [Fact]
    public void Looking_after_every_value_holds_the_mean_too_seldom() =>
        Trials.Coverage("stopping when it looks narrow enough, normal, from 5, half-width 0.6", 0, static trial =>
        {
            var moments = Sample(trial, 0, 5, default);
            for (var k = 5; 0.5 * (moments.Interval()!.High - moments.Interval()!.Low) > 0.6; k++) moments.Add(Trials.Normal(7, trial, k));
            return moments.Interval();
        }).ShouldBeLessThan(0.93);

    [Theory]
    [InlineData(0.0), InlineData(0.8)]
    public void Holm_keeps_false_alarms_of_the_family_to_five_percent(double correlation) =>
        Trials.Share($"false alarm among 10 true of 12 hypotheses, correlation {correlation}", trial =>
        {
            var p = new double[12];
            for (var test = 0; test < p.Length; test++)
            {
                var pairs = new PairedMoments();
                for (var k = 0; k < 20; k++)
                {
                    var common = Trials.Normal(8, trial, 1000 + k);
                    var own = Trials.Normal(8, trial, 20 * test + k);
                    pairs.Add(test < 10 ? 0 : 0.8, Math.Sqrt(correlation) * common + Math.Sqrt(1 - correlation) * own);
                }
                p[test] = pairs.P!.Value;
            }
            return Holm.Adjust(p)[..10].Any(static adjusted => adjusted < 0.05);
        }).ShouldBeLessThanOrEqualTo(0.05 + 3 * Math.Sqrt(0.05 * 0.95 / Trials.Count));

    [Fact]
    public void Superiority_of_shifted_normals_is_what_theory_says()
    {
        var (one, other) = (new Counts(Resolution.Hundredths), new Counts(Resolution.Hundredths));
        for (var k = 0; k < 20_000; k++)
        {
            one.Add(0.5 + Trials.Normal(9, 0, k));
            other.Add(Trials.Normal(9, 1, k));
        }
        // Three standard errors of a Mann–Whitney statistic of two samples of n, about √(1/(6n)).
        one.Over(other)!.Value.ShouldBe(Normal.CDF(0, 1, 0.5 / Math.Sqrt(2)), 3 * Math.Sqrt(1 / (6 * 20_000.0)));
    }

    private static (double One, double Other) Correlated(ulong study, int trial, int index, double correlation)
    {
        var (a, b) = (Trials.Normal(study, trial, 2 * index), Trials.Normal(study, trial, 2 * index + 1));
        return (a, correlation * a + Math.Sqrt(1 - correlation * correlation) * b);
    }

    private static Moments Sample(int trial, int from, int to, Moments moments)
    {
        for (var k = from; k < to; k++) moments.Add(Trials.Normal(7, trial, k));
        return moments;
    }
}
