using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

public class AllocationTests
{
    [Fact]
    public void A_row_costs_no_memory_once_its_range_is_known()
    {
        var moments = new Moments();
        var pairs = new PairedMoments();
        var counts = new Counts(Resolution.HalfPercent);
        var bootstrap = new PoissonBootstrap(1);
        var sums = new BootstrapSums(2);
        var weights = new double[bootstrap.Resamples];
        var values = new double[2];
        Allocated.By(() => Play(1000)).ShouldBe(0);

        void Play(int rows)
        {
            for (var k = 0; k < rows; k++)
            {
                (values[0], values[1]) = (10 + Some.Normal(1, k), k % 7 == 0 ? double.NaN : Some.Normal(2, k));
                moments.Add(values[0]);
                pairs.Add(values[0], values[1]);
                counts.Add(values[0]);
                bootstrap.Fill((uint)k, weights);
                sums.Add(weights, values);
            }
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    public void Ranks_around_a_quantile_cost_no_memory_however_many_values_there_are(long values) =>
        Allocated.By(() => BinomialRanks.Around(values, 0.5, 0.95).ShouldNotBeNull()).ShouldBe(0);
}
