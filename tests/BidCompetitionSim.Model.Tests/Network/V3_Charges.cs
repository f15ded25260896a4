using BidCompetitionSim.Model.Network;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Network;

/// <summary>V3 for costs that are no times: the same integers, whatever the unit is called.</summary>
public sealed class V3_Charges
{
    // Two charges of up to 25.5, whether the first counts alone, and which of three standards has which of two values.
    private static readonly Arbitrary<int> Bits = Gen.Choose(0, (1 << 23) - 1).ToArbitrary();

    [Fact]
    public void A_charge_is_to_its_unit_what_a_penalty_is_to_the_hour() => Property.Holds(Bits, static bits =>
    {
        Standard[] standards = [.. Enumerable.Range(0, 3).Select(s => SomeNetwork.Standard($"s{s}", [("gauge", $"{bits >> s & 1}"), ("signalling", $"{bits >> (s + 3) & 1}")]))];
        var (hours, dollars) = (InterfaceTable.Derive(standards, Attributes(bits, true)), InterfaceTable.Derive(standards, Attributes(bits, false)));
        return hours.TriangleViolations().SequenceEqual(dollars.TriangleViolations()) && Enumerable.Range(0, 9).All(k =>
            dollars.Seconds(k / 3, k % 3) == hours.Seconds(k / 3, k % 3) && dollars.Clashes(k / 3, k % 3) == hours.Clashes(k / 3, k % 3));
    });

    [Fact]
    public void Differences_that_add_up_obey_the_triangle_inequality() => Property.Holds(Bits, static bits =>
    {
        InterfaceAttribute[] attributes = [.. Attributes(bits & ~(1 << 22), false), One("make", 3, false, false)];
        Standard[] standards = [.. Enumerable.Range(0, 4).Select(s => SomeNetwork.Standard($"s{s}", [.. attributes.Select((attribute, k) => (attribute.Id, $"{bits >> (3 * s + k) & 1}"))]))];
        return InterfaceTable.Derive(standards, attributes).TriangleViolations().Length == 0;
    });

    [Theory]
    [InlineData(1000, 0.009, 2, 39600)]
    [InlineData(350, 0.02, 0, 25200)]
    [InlineData(0, 0, 0, 1)]
    public void A_tariff_and_its_charges_are_whole_parts_of_the_unit(double km, double perKm, double charges, int parts) => LinkCost.Parts(km, perKm, charges).ShouldBe(parts);

    [Fact]
    public void A_tariff_is_never_negative() => Should.Throw<ArgumentOutOfRangeException>(static () => LinkCost.Parts(1, -0.01, 0));

    [Fact]
    public void A_standard_has_a_variant_for_each_set_of_values_that_present_states_prescribe()
    {
        InterfaceAttribute side = new()
        {
            Id = "side", Exclusive = false, PenaltyHours = 2,
            States = [new() { State = "L", Value = "left" }, new() { State = "M", Value = "left" }, new() { State = "R", Value = "right" }],
        };
        Standard[] standards = [SomeNetwork.Standard("x", []), SomeNetwork.Standard("y", [])];
        var variants = new StandardVariants(standards, [side], ["L", "M", "R", "absent"], [true, true, true, false]);

        variants.PerStandard.ShouldBe(2);
        (variants.In(1, 0), variants.In(1, 1), variants.In(1, 2)).ShouldBe((2, 2, 3));
        variants.StandardOf(3).ShouldBe(1);
        var table = InterfaceTable.Derive(variants.All, [side]);
        (table.Seconds(0, 1), table.Seconds(0, 2)).ShouldBe((2 * SomeNetwork.Hour, 0));
    }

    private static InterfaceAttribute[] Attributes(int bits, bool inHours) =>
        [One("gauge", (bits >> 6 & 255) / 10.0, (bits >> 22 & 1) != 0, inHours), One("signalling", (bits >> 14 & 255) / 10.0, false, inHours)];

    private static InterfaceAttribute One(string id, double amount, bool exclusive, bool inHours) =>
        inHours ? new() { Id = id, PenaltyHours = amount, Exclusive = exclusive } : new() { Id = id, ChargeCostUnits = amount, Exclusive = exclusive };
}
