using BidCompetitionSim.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class PoissonBootstrapTests
{
    [Fact]
    public void Words_make_Poisson_weights_as_exactly_as_sixteen_bits_can()
    {
        var times = new int[9];
        for (uint word = 0; word < 65536; word++) times[PoissonBootstrap.Weight(word)]++;

        for (var k = 0; k < 8; k++) ((double)times[k]).ShouldBe(65536 * Poisson.PMF(1, k), 1);
        times[8].ShouldBe(1);
        var mean = Enumerable.Range(0, 9).Sum(k => k * times[k]) / 65536.0;
        var square = Enumerable.Range(0, 9).Sum(k => k * k * times[k]) / 65536.0;
        mean.ShouldBe(1, 1e-4);
        (square - mean * mean).ShouldBe(1, 3e-4);
    }

    // Part of what an experiment's intervals are made of: the same on every machine and for ever.
    [Fact]
    public void The_first_weights_are_pinned() =>
        string.Concat(Weights(new PoissonBootstrap(1), 0)[..40]).ShouldBe("1230041331010020010111031000021110200111");

    [Fact]
    public void A_weight_depends_on_seed_replication_and_resample_alone()
    {
        var few = Weights(new PoissonBootstrap(1, 80), 7);

        Weights(new PoissonBootstrap(1, 400), 7)[..80].ShouldBe(few);
        Weights(new PoissonBootstrap(2, 80), 7).ShouldNotBe(few);
        Weights(new PoissonBootstrap(1, 80), 8).ShouldNotBe(few);
    }

    // A weight shared by two resamples, or by two replications, would make intervals too narrow and say nothing.
    [Fact]
    public void Weights_of_neighbours_have_nothing_to_do_with_each_other()
    {
        var bootstrap = new PoissonBootstrap(3);
        var table = Enumerable.Range(0, 2000).Select(r => Weights(bootstrap, (uint)r)).ToArray();
        var limit = 4.5 / Math.Sqrt(2000.0 * 399);

        Mean(table, static (t, r, b) => t[r][b] - 1).ShouldBe(0, limit);
        Mean(table, static (t, r, b) => (t[r][b] - 1) * (t[r][b + 1] - 1)).ShouldBe(0, limit);
        Mean(table, static (t, r, b) => (t[r][b] - 1) * (t[r + 1][b] - 1)).ShouldBe(0, limit);
    }

    [Theory]
    [InlineData(0), InlineData(-8), InlineData(7)]
    public void Resamples_come_in_eights(int resamples) => Should.Throw<ArgumentOutOfRangeException>(() => new PoissonBootstrap(1, resamples));

    internal static double[] Weights(PoissonBootstrap bootstrap, uint replication)
    {
        var weights = new double[bootstrap.Resamples];
        bootstrap.Fill(replication, weights);
        return weights;
    }

    private static double Mean(double[][] table, Func<double[][], int, int, double> of)
    {
        var moments = new Moments();
        for (var r = 0; r < table.Length - 1; r++)
            for (var b = 0; b < table[r].Length - 1; b++)
                moments.Add(of(table, r, b));
        return moments.Mean!.Value;
    }
}
