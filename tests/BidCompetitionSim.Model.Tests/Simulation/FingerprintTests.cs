using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tests.Simulation;

public class FingerprintTests
{
    [Fact]
    public void Order_counts() => Of(1.0, 2.0).ShouldNotBe(Of(2.0, 1.0));

    [Fact]
    public void How_many_zeros_counts() =>
        new[] { Of(), Of(0.0), Of(0.0, 0.0), Of(0.0, 0.0, 0.0) }.Distinct().Count().ShouldBe(4);

    [Fact]
    public void Minus_zero_counts_as_zero_and_all_missing_values_as_one()
    {
        Of(-0.0).ShouldBe(Of(0.0));
        Of(BitConverter.Int64BitsToDouble(-1)).ShouldBe(Of(double.NaN));
        Of(double.NaN).ShouldNotBe(Of(0.0));
    }

    [Fact]
    public void An_int_counts_as_the_same_bits_as_a_long()
    {
        var fromInt = default(Fingerprint);
        fromInt.Add(-7);
        var fromBits = default(Fingerprint);
        fromBits.Add(unchecked((ulong)-7L));
        fromInt.Value.ShouldBe(fromBits.Value);
    }

    [Fact]
    public void One_changed_value_changes_the_fingerprint() => Replayable.ForAll<(double[] Row, int At, double Other)>(c =>
    {
        if (c.Row is not { Length: > 0 })
        {
            return true;
        }

        var changed = (double[])c.Row.Clone();
        var at = (c.At & int.MaxValue) % changed.Length;
        changed[at] = c.Other;
        var same = changed[at] == c.Row[at] || (double.IsNaN(changed[at]) && double.IsNaN(c.Row[at]));
        return Of(changed) == Of(c.Row) == same;
    });

    private static ulong Of(params double[] values)
    {
        var fingerprint = default(Fingerprint);
        foreach (var value in values)
        {
            fingerprint.Add(value);
        }

        return fingerprint.Value;
    }
}
