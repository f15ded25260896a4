using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class ContactSumTests
{
    private const double DecayHours = 6;

    private static readonly CompiledSystem system = new Compiled(Some.Scenario()).Systems[0];

    [Fact]
    public void What_is_followed_from_network_to_network_has_the_bits_of_the_potential()
    {
        var sum = new ContactSum(system, DecayHours);
        sum.Before.ShouldBe(Potential(system.PassengerBefore));
        sum.Ideal.ShouldBe(Potential(system.PassengerIdeal));
        var random = new Random(7);
        for (var k = 0; k < 40; k++)
        {
            var times = system.PassengerBefore;
            sum.Reset();
            for (var again = 0; again < 5; again++)
            {
                times = Follow(sum, times, Faster(times, random, k % 2 == 0 ? 0.1 : 0.9));
                Sum(sum.Terms).ShouldBe(Potential(times));
            }
        }
    }

    [Fact]
    public void What_is_gained_is_the_sum_over_the_pairs_that_come_closer()
    {
        var sum = new ContactSum(system, DecayHours);
        var random = new Random(8);
        for (var k = 0; k < 200; k++)
        {
            sum.Reset();
            var now = Follow(sum, system.PassengerBefore, Faster(system.PassengerBefore, random, 0.5));
            for (var again = 0; again < 3; again++)
            {
                var then = Faster(now, random, 0.3);
                var closer = Closer(now, then);
                sum.Gained(closer, Array.ConvertAll(closer, pair => then[pair])).ShouldBe(Gain(now, then));
            }
        }
    }

    private static int[] Follow(ContactSum sum, int[] now, int[] then)
    {
        int[] closer = Closer(now, then);
        sum.Follow(closer, Array.ConvertAll(closer, pair => then[pair]));
        return then;
    }

    private static int[] Closer(int[] now, int[] then) => [.. Enumerable.Range(0, now.Length).Where(pair => then[pair] != now[pair])];

    private static double Sum(ReadOnlySpan<double> terms)
    {
        double sum = 0;
        foreach (var term in terms) sum += term;
        return sum;
    }

    private static int[] Faster(int[] times, Random random, double share) =>
        Array.ConvertAll(times, time => random.NextDouble() < share ? Math.Max(1, (int)(time * random.NextDouble())) : time);

    private static double Potential(int[] times) => PeoplePart.Potential(
        system.Pairs.PopulationProducts, times, [.. Enumerable.Range(0, times.Length)], new ContactDecay(system.PassengerAccessSeconds, DecayHours));

    private static double Gain(int[] now, int[] then)
    {
        double gained = 0;
        for (var pair = 0; pair < now.Length; pair++)
            if (then[pair] != now[pair]) gained += TermOf(pair, then) - TermOf(pair, now);
        return gained;
    }

    private static double TermOf(int pair, int[] times) => PeoplePart.Potential(
        system.Pairs.PopulationProducts, times, [pair], new ContactDecay(system.PassengerAccessSeconds, DecayHours));
}
