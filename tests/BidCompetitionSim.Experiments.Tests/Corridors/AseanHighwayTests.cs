using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>What is special about the highways: the side of the road is the state's, so no choice of builder or specification takes that interface away.</summary>
public class AseanHighwayTests
{
    private const string Side = "drivingSide";

    private static readonly Scenario Highway = Worlds.Read("asean-highway");

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Lines_clash_over_the_side_of_the_road_and_no_longer_where_it_costs_nothing(ulong seed)
    {
        new Statements("asean-highway", seed).Rises("junctions where sides clash", Estimate.OfMean(SideClashes(Highway, seed))).ShouldHold();
        SideClashes(WithFreeStates(Highway), seed).ShouldAllBe(static clashes => clashes == 0);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void One_standard_for_all_leaves_the_hours_that_states_cost(ulong seed)
    {
        var alike = Highway.WithOneStandard("specification");

        new Statements("asean-highway", seed).Rises("hours lost, one standard", Estimate.OfMean(HoursLost(alike, seed))).ShouldHold();
        new Statements("asean-highway", seed).IsNothing("hours lost, one standard, states cost nothing", Estimate.OfMean(HoursLost(WithFreeStates(alike), seed)));
    }

    private static double[] HoursLost(Scenario scenario, ulong seed) =>
        scenario.Play("bilateral", seed, Corridor.Replications(20), static run => run.Outcome.HoursLost!.Value);

    private static double[] SideClashes(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Corridor.Replications(20), static run =>
    {
        var system = run.Kernel.Compiled.Systems[0];
        var side = Array.IndexOf(system.Interfaces.Attributes.ToArray(), Side);
        var standards = Corridor.StandardsAtHorizon(run.Kernel);
        return (double)Enumerable.Range(0, system.Junctions.Junctions.Length).Count(k => (system.Junctions.StateOf(k, standards).Clashes >> side & 1) != 0);
    });

    // What states prescribe costs nothing; what builders bring still does.
    private static Scenario WithFreeStates(Scenario scenario) => scenario with
    {
        Systems = Array.ConvertAll(scenario.Systems, static system => system with
        {
            Attributes = Array.ConvertAll(system.Attributes, static attribute => attribute.States.Length > 0 ? attribute with { PenaltyHours = 0 } : attribute),
        }),
    };
}
