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
    public void What_is_remembered_of_other_networks_changes_no_bit_of_the_potential()
    {
        var sum = new ContactSum(system, DecayHours);
        var random = new Random(7);
        for (var k = 0; k < 200; k++)
        {
            var times = Faster(system.PassengerBefore, random, k % 2 == 0 ? 0.1 : 0.9);
            sum.Of(times).ShouldBe(Potential(times));
        }
    }

    [Fact]
    public void What_is_gained_is_the_sum_over_the_pairs_that_come_closer()
    {
        var sum = new ContactSum(system, DecayHours);
        var random = new Random(8);
        for (var k = 0; k < 200; k++)
        {
            var now = Faster(system.PassengerBefore, random, 0.5);
            sum.Of(now);
            for (var again = 0; again < 3; again++)
            {
                var then = Faster(now, random, 0.3);
                int[] closer = [.. Enumerable.Range(0, now.Length).Where(pair => then[pair] != now[pair])];
                sum.Gained(closer, Array.ConvertAll(closer, pair => then[pair])).ShouldBe(Gain(now, then));
            }
        }
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
