using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Messaging.Tests;

/// <summary>
/// What can happen to messages on their way: they come out of order, twice, late, or not at all. The same seed, the same weather. A request
/// is held up in storms only: nothing but patience brings it back.
/// </summary>
internal sealed class Weather(int seed, bool storm)
{
    private readonly Random random = new(seed);
    private readonly List<Outgoing> late = [];
    private readonly List<Outgoing> old = [];

    public IEnumerable<Outgoing> Disturb(IReadOnlyList<Outgoing> letters)
    {
        var now = new List<Outgoing>(late);
        late.Clear();
        foreach (var letter in letters) Meet(letter, now);
        if (old.Count > 0 && random.Next(4) == 0) now.Add(old[random.Next(old.Count)]);
        var carried = now.ToArray();
        random.Shuffle(carried);
        return carried;
    }

    private void Meet(in Outgoing letter, List<Outgoing> now)
    {
        var luck = random.NextDouble();
        if (letter.Message is IRequest && !storm) luck = Math.Max(luck, 0.1);
        if (luck >= 0.02) (luck < 0.1 ? late : now).Add(letter);
        if (luck > 0.9) now.Add(letter);
        if (luck > 0.95) old.Add(letter);
    }
}
