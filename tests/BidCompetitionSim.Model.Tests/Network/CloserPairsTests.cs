using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class CloserPairsTests
{
    [Fact]
    public void Exactly_those_pairs_are_found_for_which_the_way_over_the_edge_is_cheaper()
    {
        var random = new Random(5);
        for (int round = 0; round < 300; round++)
        {
            int places = 2 + random.Next(round < 200 ? 40 : 140);
            int cost = random.Next(400);
            int[] toEndA = Ways(places, random);
            int[] toEndB = round % 3 == 0 ? [.. toEndA.Select(way => way + cost)] : Ways(places, random);
            int[] now = [.. Enumerable.Range(0, places * (places - 1) / 2).Select(_ => random.Next(1200))];
            int[] then = Then(cost, toEndA, toEndB, now);

            var closer = new CloserPairs(places);
            closer.Find(cost, [.. toEndA, .. toEndB], 0, toEndA.Length, [.. now, .. new int[CloserPairs.Slack]]);

            closer.Pairs.ToArray().ShouldBe(Enumerable.Range(0, now.Length).Where(pair => then[pair] < now[pair]));
            closer.Costs.ToArray().ShouldBe(closer.Pairs.ToArray().Select(pair => then[pair]));
            closer.Lower(now);
            now.ShouldBe(then);
        }
    }

    // What lies beyond the last place must not matter.
    private static int[] Ways(int places, Random random) =>
        [.. Enumerable.Range(0, places).Select(_ => random.Next(1000)), .. Enumerable.Repeat(-5, CloserPairs.Slack)];

    // A place that the edge brings closer to neither end does not use it: with ways of a real network that changes nothing.
    private static int[] Then(int cost, int[] toEndA, int[] toEndB, int[] now)
    {
        int[] then = [.. now];
        int pair = 0;
        int places = toEndA.Length - CloserPairs.Slack;
        for (int i = 0; i < places; i++)
        {
            for (int j = i + 1; j < places; j++, pair++)
            {
                if (toEndA[i] + cost < toEndB[i]) then[pair] = Math.Min(now[pair], toEndA[i] + cost + toEndB[j]);
                if (toEndB[i] + cost < toEndA[i]) then[pair] = Math.Min(now[pair], toEndB[i] + cost + toEndA[j]);
            }
        }

        return then;
    }
}
