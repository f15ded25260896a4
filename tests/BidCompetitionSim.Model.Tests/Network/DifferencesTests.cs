using BidCompetitionSim.Model.Network;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class DifferencesTests
{
    [Fact]
    public void All_indices_that_differ_are_found_in_order() =>
        Property.Holds(TwoSpans, case_ =>
        {
            var (one, other) = case_;
            int[] expected = [.. Enumerable.Range(0, one.Length).Where(k => one[k] != other[k])];
            return Differences.Find(one, other, new int[one.Length]).SequenceEqual(expected);
        });

    // Lengths that are and are not whole vectors, and few values, so that many entries agree.
    private static Arbitrary<(int[] One, int[] Other)> TwoSpans => Arb.From(
        from length in Gen.Choose(0, 150)
        from one in Gen.ArrayOf(Gen.Choose(0, 2), length)
        from changes in Gen.ArrayOf(Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(0, 2))), length)
        select (one, one.Zip(changes, (a, change) => a + change).ToArray()));
}
