using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class ConfigurationMemoTests
{
    [Fact]
    public void What_was_sought_once_is_known_until_another_takes_its_slot()
    {
        var memo = new ConfigurationMemo(25);
        var owners = new Dictionary<int, sbyte[]>();
        for (var k = 0; k < 20_000; k++)
        {
            sbyte[] configuration = [.. Enumerable.Range(0, 25).Select(s => (sbyte)(k * 31 % 6_007 / (s + 1) % 5 - 2))];
            configuration.CopyTo(memo.Sought);
            var slot = memo.Find(out var isKnown);
            slot.ShouldBeInRange(0, ConfigurationMemo.UsualSlots - 1);
            isKnown.ShouldBe(owners.TryGetValue(slot, out var owner) && owner.SequenceEqual(configuration));
            owners[slot] = configuration;
        }
    }

    [Fact]
    public void Nothing_is_known_after_it_was_cleared()
    {
        var memo = new ConfigurationMemo(3);
        memo.Find(out _);
        memo.Clear();
        memo.Find(out var isKnown);
        isKnown.ShouldBeFalse();
    }
}
