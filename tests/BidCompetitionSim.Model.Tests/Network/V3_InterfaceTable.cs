using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

public sealed class V3_InterfaceTable
{
    private static readonly InterfaceAttribute[] rail =
    [
        new() { Id = "gauge", PenaltyHours = 12, Exclusive = true },
        new() { Id = "traction", PenaltyHours = 1, Exclusive = false },
        new() { Id = "signalling", PenaltyHours = 2, Exclusive = false },
        new() { Id = "loading gauge", PenaltyHours = 1, Exclusive = false },
    ];

    private static readonly InterfaceTable table = InterfaceTable.Derive(
        [Rail("metre", "diesel", "token", "small"), Rail("1435", "25 kV", "CTCS", "wide"), Rail("1435", "25 kV", "ETCS", "wide"), Rail("1435", "diesel", "ETCS", "small")],
        rail);

    [Fact]
    public void A_break_of_gauge_counts_alone_but_every_clash_is_named()
    {
        table.Seconds(0, 1).ShouldBe(12 * SomeNetwork.Hour);
        table.Clashes(0, 1).ShouldBe(0b1111u);
    }

    [Fact]
    public void On_one_gauge_the_differences_add_up()
    {
        table.Seconds(1, 2).ShouldBe(2 * SomeNetwork.Hour);
        table.Clashes(1, 2).ShouldBe(0b0100u);
        table.Seconds(1, 3).ShouldBe(4 * SomeNetwork.Hour);
        table.Clashes(3, 1).ShouldBe(0b1110u);
    }

    [Fact]
    public void A_standard_fits_itself() => Enumerable.Range(0, 4).ShouldAllBe(s => table.Seconds(s, s) == 0 && table.Clashes(s, s) == 0u);

    [Fact]
    public void Sourced_rail_penalties_obey_the_triangle_inequality() => table.TriangleViolations().ShouldBeEmpty();

    [Fact]
    public void A_break_of_gauge_too_cheap_for_its_neighbours_is_listed_and_refused()
    {
        // Going 1435 → metre → 1435 for 1 h would be cheaper than the 2 h of differing signals.
        InterfaceTable cheap = InterfaceTable.Derive(
            [Rail("metre", "d", "t", "s"), Rail("1435", "d", "a", "s"), Rail("1435", "d", "b", "s")],
            [new() { Id = "gauge", PenaltyHours = 0.5, Exclusive = true }, rail[2]]);

        cheap.TriangleViolations().ShouldBe([new InterfaceTriangle(1, 0, 2)]);
        Should.Throw<ArgumentException>(() => new CostTable(3, cheap));
    }

    [Fact]
    public void An_attribute_only_one_side_prescribes_differs()
    {
        InterfaceTable silent = InterfaceTable.Derive([SomeNetwork.Standard("a", [("signalling", "x")]), SomeNetwork.Standard("b", [])], rail);
        silent.Clashes(0, 1).ShouldBe(0b0100u);
    }

    [Fact]
    public void An_attribute_without_penalty_never_clashes()
    {
        InterfaceTable free = InterfaceTable.Derive(
            [SomeNetwork.Standard("a", [("colour", "red")]), SomeNetwork.Standard("b", [("colour", "green")])],
            [new() { Id = "colour", PenaltyHours = 0, Exclusive = true }]);
        (free.Seconds(0, 1), free.Clashes(0, 1)).ShouldBe((0, 0u));
    }

    [Fact]
    public void Passengers_pay_one_penalty_between_any_two_standards()
    {
        InterfaceTable change = InterfaceTable.Flat(3, 1, "change of train");
        change.Seconds(0, 2).ShouldBe(SomeNetwork.Hour);
        change.Seconds(1, 1).ShouldBe(0);
        change.Clashes(0, 2).ShouldBe(1u);
        change.Attributes.ToArray().ShouldBe(["change of train"]);
        change.TriangleViolations().ShouldBeEmpty();
    }

    private static Standard Rail(string gauge, string traction, string signalling, string loading) =>
        SomeNetwork.Standard(gauge + signalling, [("gauge", gauge), ("traction", traction), ("signalling", signalling), ("loading gauge", loading)]);
}
