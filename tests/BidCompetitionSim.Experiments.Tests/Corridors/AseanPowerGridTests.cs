using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>What is special about the power grid: every change of current, frequency or make of converter costs dollars a megawatt-hour.</summary>
public class AseanPowerGridTests
{
    private static readonly Scenario Grid = Worlds.Read("asean-power-grid");

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Converters_cost_compatibility_and_free_ones_cost_none(ulong seed)
    {
        new Statements("asean-power-grid", seed).Rises("USD/MWh lost at converters", Estimate.OfMean(Loss(Grid, seed))).ShouldHold();
        var free = Grid.WithFreeInterfaces();
        Loss(free, seed).ShouldAllBe(static loss => loss == 0);
        free.Play("bilateral", seed, 5, static run => run.Outcome.Compatibility!.Value).ShouldAllBe(static score => Math.Abs(score - 100) < 1e-9);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Two_makes_of_converter_cost_more_than_one_would_on_the_same_lines(ulong seed)
    {
        new Statements("asean-power-grid", seed).Rises("USD/MWh, two makes less one", Estimate.OfMean(CostOfTwoMakes(Grid, seed))).ShouldHold();
        new Statements("asean-power-grid", seed).IsNothing("USD/MWh, two makes less one, makes alike", Estimate.OfMean(CostOfTwoMakes(Without(Grid, "controls"), seed)));
    }

    [Fact]
    public void Nobody_travels_on_a_wire()
    {
        var outcome = Worlds.Run(new Compiled(Grid), Worlds.Bilateral(Grid), 1, 0).Outcome;
        outcome.Parts.PeopleToPeople.ShouldBeNull();
        outcome.HoursLost.ShouldBeNull();
    }

    private static double[] Loss(Scenario scenario, ulong seed) =>
        scenario.Play("bilateral", seed, Corridor.Replications(20), static run => run.Outcome.Breakdown.InterfaceLosses[0]);

    private static double[] CostOfTwoMakes(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Corridor.Replications(30), static run =>
    {
        var compiled = run.Kernel.Compiled;
        var (built, china) = (Corridor.StandardsAtHorizon(run.Kernel), compiled.StandardOf("china"));
        return LossOf(compiled, built) - LossOf(compiled, Array.ConvertAll(built, standard => standard == JunctionMap.NotBuilt ? standard : china));
    });

    private static double LossOf(Compiled compiled, int[] standards)
    {
        var system = compiled.Systems[0];
        var network = new SystemNetwork(system.Pairs, system.Places.Length, system.Interfaces);
        var built = Enumerable.Range(0, standards.Length).Where(s => standards[s] != JunctionMap.NotBuilt);
        network.Rebuild([.. system.LinkEdges, .. built.Select(s => system.SegmentEdges[s][standards[s]])]);
        return Compatibility.HoursLost(new NetworkParts(compiled).CostsOf(0, network.Actual, network.Seamless), system.Scored)!.Value;
    }

    private static Scenario Without(Scenario scenario, string attribute) => scenario with
    {
        Systems = Array.ConvertAll(scenario.Systems, system => system with
        {
            Attributes = Array.ConvertAll(system.Attributes, one => one.Id == attribute ? one with { ChargeCostUnits = 0 } : one),
        }),
    };
}
