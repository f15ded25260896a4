using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tests.Simulation;

public class StableHashTests
{
    [Fact]
    public void Parts_are_hashed_as_if_joined_by_a_slash()
    {
        StableHash.Of("a", "b").ShouldBe(StableHash.Of("a/b"));
        StableHash.Of("a", "b", "c").ShouldBe(StableHash.Of("a/b/c"));
        StableHash.Of("a", 12).ShouldBe(StableHash.Of("a/12"));
        StableHash.Of("a", "b", -3).ShouldBe(StableHash.Of("a/b/-3"));
        StableHash.Of("a", "b", "c", int.MinValue).ShouldBe(StableHash.Of("a/b/c/-2147483648"));
    }

    [Fact]
    public void Text_is_hashed_as_UTF_8()
    {
        ulong expected = 0xCBF29CE484222325;
        foreach (var part in "Đông Nam Á 東南亞 🚄"u8)
        {
            expected = unchecked((expected ^ part) * 0x100000001B3);
        }

        expected = unchecked((expected ^ (expected >> 33)) * 0xFF51AFD7ED558CCD);
        expected = unchecked((expected ^ (expected >> 33)) * 0xC4CEB9FE1A85EC53);
        StableHash.Of("Đông Nam Á 東南亞 🚄").ShouldBe(expected ^ (expected >> 33));
    }

    [Fact]
    public void Many_addresses_do_not_collide()
    {
        var seen = new HashSet<ulong>();
        for (var segment = 0; segment < 300; segment++)
        {
            for (var attempt = 0; attempt < 300; attempt++)
            {
                seen.Add(StableHash.Of($"segment-{segment}", "china", attempt)).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Different_text_gives_a_different_hash() => Replayable.ForAll<(string First, string Second)>(pair =>
        pair.First is null || pair.Second is null || pair.First == pair.Second || HasLoneSurrogate(pair.First + pair.Second)
        || StableHash.Of(pair.First) != StableHash.Of(pair.Second));

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
}
