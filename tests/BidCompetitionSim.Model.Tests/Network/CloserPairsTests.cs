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
            // As in any network, no way is longer than that by an end.
            int[] now = ByPair(places, (i, j) => Math.Min(random.Next(1200), Math.Min(toEndA[i] + toEndA[j], toEndB[i] + toEndB[j])));
            int[] over = ByPair(places, (i, j) => cost + Math.Min(toEndA[i] + toEndB[j], toEndB[i] + toEndA[j]));
            int[] then = [.. now.Zip(over, Math.Min)];

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

    private static int[] ByPair(int places, Func<int, int, int> cost) =>
        [.. Enumerable.Range(0, places).SelectMany(i => Enumerable.Range(i + 1, places - i - 1).Select(j => cost(i, j)))];
}
