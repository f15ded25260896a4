using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tests.Simulation;

namespace BidCompetitionSim.Model.Tests.States;

public class ChoiceTests
{
    [Theory]
    [InlineData(0.55, 0.6810654227625, 0.2743946671592, 0.0445399100783, 2.211253299829)]
    [InlineData(1.0, 0.5465493872662, 0.3314989604241, 0.1219516523097, 2.604130605337)]
    public void Three_offers_are_chosen_with_known_probabilities(double mu, double first, double second, double third, double logSum)
    {
        var p = Probabilities([2.0, 1.5, 0.5], mu);
        p[0].ShouldBe(first, 1e-9);
        p[1].ShouldBe(second, 1e-9);
        p[2].ShouldBe(third, 1e-9);
        Choice.LogSum([2.0, 1.5, 0.5], mu).ShouldBe(logSum, 1e-9);
    }

    // Fundamentals of Transportation (Levinson et al.), "Mode choice": utilities −7 and −10 by car and transit give 0.953
    // and 0.047; −5 and −3 give 0.12 and 0.88; equal ones one half.
    [Theory]
    [InlineData(-7.0, -10.0, 0.953)]
    [InlineData(-5.0, -3.0, 0.12)]
    [InlineData(-5.0, -5.0, 0.5)]
    public void Driving_is_chosen_as_in_the_textbook(double car, double transit, double expected)
    {
        var p = Probabilities([car, transit], 1.0);
        p[0].ShouldBe(expected, 1e-3);
        (p[0] + p[1]).ShouldBe(1.0, 1e-15);
    }

    [Fact]
    public void A_copy_of_an_alternative_takes_from_all_in_proportion()
    {
        // The red bus and the blue bus: lecture notes (rstudio-pubs 460303) print 0.5 and 0.5, then 0.33 each.
        Probabilities([1.0, 1.0], 1.0).ShouldBe([0.5, 0.5]);
        Probabilities([1.0, 1.0, 1.0], 1.0).ShouldBe([1.0 / 3, 1.0 / 3, 1.0 / 3]);
    }

    [Fact]
    public void Adding_the_same_to_all_utilities_moves_only_the_logsum() =>
        Replayable.ForAll<(short A, short B, short C, short Shift)>(x =>
        {
            double[] low = [x.A / 500.0, x.B / 500.0, x.C / 500.0];
            double[] high = [.. low.Select(u => u + x.Shift)];
            var same = Probabilities(low, 0.55).Zip(Probabilities(high, 0.55), (p, q) => Math.Abs(p - q)).Max() < 1e-10;
            return same && Math.Abs(Choice.LogSum(high, 0.55) - Choice.LogSum(low, 0.55) - x.Shift) < 1e-9;
        });

    [Fact]
    public void Extreme_utilities_neither_overflow_nor_vanish_together()
    {
        Probabilities([1e6, 1e6 - 1e-9, -1e6], 0.001).Sum().ShouldBe(1.0, 1e-15);
        Choice.LogSum([-1e6, -1e6], 1.0).ShouldBe(-1e6 + Math.Log(2), 1e-9);
    }

    [Fact]
    public void What_is_not_available_is_never_chosen()
    {
        Probabilities([1.0, double.NegativeInfinity, 1.0], 0.55).ShouldBe([0.5, 0.0, 0.5]);
        Choice.LogSum([1.0, double.NegativeInfinity], 0.55).ShouldBe(1.0);
    }

    [Fact]
    public void No_alternative_or_no_number_is_refused()
    {
        Should.Throw<ArgumentException>(() => Choice.LogSum([], 1.0));
        Should.Throw<ArgumentException>(() => Choice.LogSum([double.NegativeInfinity], 1.0));
        Should.Throw<ArgumentException>(() => Choice.LogSum([1.0, double.NaN], 1.0));
        Should.Throw<ArgumentException>(() => Choice.LogSum([double.NaN, 1.0], 1.0));
        Should.Throw<ArgumentException>(() => Choice.LogSum([double.PositiveInfinity, 1.0], 1.0));
        Should.Throw<ArgumentOutOfRangeException>(() => Choice.LogSum([1.0], 0.0));
    }

    [Fact]
    public void Gumbel_draws_choose_as_often_as_the_logit_says()
    {
        const int Count = 60_000;
        double[] utilities = [2.0, 1.5, 0.5];
        var chosen = new int[3];
        var bestTotal = 0.0;
        for (uint replication = 0; replication < Count; replication++)
        {
            var draws = new Draws(3, replication);
            double[] noisy = [.. utilities.Select((u, k) => u + draws.Gumbel(DrawPurpose.HostTaste, k, 7, 0.55))];
            chosen[Array.IndexOf(noisy, noisy.Max())]++;
            bestTotal += noisy.Max();
        }

        var p = Probabilities(utilities, 0.55);
        for (var k = 0; k < 3; k++)
        {
            ((double)chosen[k] / Count).ShouldBe(p[k], 0.008);
        }

        (bestTotal / Count).ShouldBe(Choice.LogSum(utilities, 0.55) + 0.57721566490153286 * 0.55, 0.012);
    }

    private static double[] Probabilities(double[] utilities, double mu)
    {
        var probabilities = new double[utilities.Length];
        Choice.Probabilities(utilities, mu, probabilities);
        return probabilities;
    }
}
