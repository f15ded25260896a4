using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>
/// V3 for systems other than railways: what a cost is counted in changes nothing that is a ratio of costs, who carries no passengers has no measure of
/// them, and what a state prescribes is an interface at its border whoever builds.
/// </summary>
public class V3_other_units
{
    private static readonly string[] InTheUnit = [nameof(Model.Scoring.Outcome.HoursLost), nameof(Model.Scoring.Outcome.HoursLostAsean)];

    [Theory, InlineData("bilateral"), InlineData("asean-led")]
    public void A_system_that_counts_dollars_is_the_one_that_counts_hours(string arm)
    {
        var (hours, dollars) = (new Compiled(Freight()), new Compiled(Charged(Freight())));
        for (var replication = 0u; replication < 8; replication++)
            Comparable(Worlds.Run(dollars, Worlds.ArmOf(dollars, arm), 1, replication)).ShouldBe(Comparable(Worlds.Run(hours, Worlds.ArmOf(hours, arm), 1, replication)));
    }

    [Fact]
    public void One_standard_gives_100_in_any_unit()
    {
        var alone = Charged(Freight()).WithOneStandard("regional");
        var compiled = new Compiled(alone with { Links = Array.ConvertAll(alone.Links, static link => link with { Standard = "regional" }) });
        for (var replication = 0u; replication < 8; replication++)
        {
            var outcome = Worlds.Run(compiled, Worlds.ArmOf(compiled, "bilateral"), 1, replication).Outcome;
            outcome.Compatibility.ShouldBe(100);
            outcome.Breakdown.InterfaceLosses.ShouldBe([0]);
        }
    }

    [Fact]
    public void What_is_not_counted_in_hours_loses_none()
    {
        var compiled = new Compiled(Charged(Freight()));
        var outcome = Worlds.Run(compiled, Worlds.ArmOf(compiled, "bilateral"), 1, 0).Outcome;

        outcome.HoursLost.ShouldBeNull();
        outcome.Breakdown.InterfaceLosses[0].ShouldBeGreaterThan(0);
        var measures = RowLayout.Of(compiled).Measures;
        measures.ShouldNotContain(measure => measure.Id == "hoursLost");
        measures.Single(measure => measure.Id == "interfaceLoss@rail").Unit.ShouldBe("USD/MWh");
    }

    [Fact]
    public void Who_carries_no_passengers_hands_their_weight_on()
    {
        var compiled = new Compiled(Freight());
        var outcome = Worlds.Run(compiled, Worlds.ArmOf(compiled, "asean-led"), 1, 0).Outcome;

        outcome.Parts.PeopleToPeople.ShouldBeNull();
        outcome.Parts.Physical.ShouldNotBeNull();
        outcome.Cohesion.ShouldNotBeNull();
        RowLayout.Of(compiled).Measures.ShouldAllBe(measure => !measure.Id.StartsWith("people"));
        compiled.Systems[0].PassengerBefore.ShouldBeEmpty();
    }

    [Fact]
    public void A_side_of_the_road_is_an_interface_at_the_border_and_nowhere_else()
    {
        var sided = new Compiled(Sided(Some.Scenario(), penalty: 3));
        var system = sided.Systems[0];
        system.Variants.PerStandard.ShouldBe(2);
        var standards = Enumerable.Repeat(system.StandardIndex("chinese"), system.Segments.Length).ToArray();
        for (var k = 0; k < system.Junctions.Junctions.Length; k++)
        {
            ref readonly var met = ref system.Junctions.Junctions[k];
            if (!met.IsPlanned) continue;
            var hosts = (sided.Segments[system.Segments[met.SegmentA]].Host, sided.Segments[system.Segments[met.SegmentB]].Host);
            // AAA drives on the left among neighbours on the right.
            var changes = (hosts.Item1 == 0) != (hosts.Item2 == 0);
            system.Junctions.StateOf(k, standards).Hours.ShouldBe(changes ? 3 : 0);
        }
    }

    [Fact]
    public void States_that_prescribe_alike_change_nothing()
    {
        var (plain, sided) = (new Compiled(Some.Scenario()), new Compiled(Sided(Some.Scenario(), penalty: 3, "left", "left")));
        sided.Systems[0].Variants.PerStandard.ShouldBe(1);
        Facts.Lines(Worlds.Run(sided, Worlds.ArmOf(sided, "asean-led"), 1, 0)).ShouldBe(Facts.Lines(Worlds.Run(plain, Worlds.ArmOf(plain, "asean-led"), 1, 0)));
    }

    [Fact]
    public void Loans_are_held_against_what_is_needed_where_that_is_stated()
    {
        var scenario = Some.Scenario();
        var needy = new Compiled(scenario with { Scoring = scenario.Scoring with { Need = new() { AmountUsdBnPerYear = 2, Share = 0.5 } } });
        var outcome = Worlds.Run(needy, Worlds.ArmOf(needy, "bilateral"), 1, 0).Outcome;

        outcome.FundedUsdBn.ShouldBeGreaterThan(0);
        outcome.GapClosed.ShouldBe(outcome.FundedUsdBn / (2 * 0.5 * scenario.HorizonYears), 1e-12);
    }

    private static string[] Comparable(Replication run) =>
        [.. Facts.Lines(run).Where(line => !Array.Exists(InTheUnit, name => line.StartsWith(name, StringComparison.Ordinal)))];

    private static Scenario Freight() => Some.Scenario() with { Systems = [Some.Rail() with { FreightOnly = true }] };

    /// <summary>The same numbers, said to be dollars.</summary>
    private static Scenario Charged(Scenario scenario) => scenario with
    {
        Systems = Array.ConvertAll(scenario.Systems, static system => system with
        {
            CostUnit = "USD/MWh", Speeds = [], BorderHours = null, BorderChargeCostUnits = system.BorderHours,
            Tariffs = Array.ConvertAll(system.Speeds, static speed => new Tariff { Standard = speed.Standard, Class = speed.Class, ChargeCostUnitsPerKm = 1 / speed.FreightKmPerHour }),
            Attributes = Array.ConvertAll(system.Attributes, static attribute => attribute with { PenaltyHours = null, ChargeCostUnits = attribute.PenaltyHours }),
        }),
        Links = Array.ConvertAll(scenario.Links, static link => link with { HandlingHours = 0, ChargeCostUnits = link.HandlingHours }),
    };

    private static Scenario Sided(Scenario scenario, double penalty, string first = "left", string others = "right") => scenario with
    {
        Systems = Array.ConvertAll(scenario.Systems, system => system with
        {
            Attributes =
            [
                .. system.Attributes, new InterfaceAttribute
                {
                    Id = "side", Exclusive = false, PenaltyHours = penalty,
                    States = [.. scenario.States.Select((state, k) => new NationalValue { State = state.Id, Value = k == 0 ? first : others })],
                },
            ],
        }),
    };
}
