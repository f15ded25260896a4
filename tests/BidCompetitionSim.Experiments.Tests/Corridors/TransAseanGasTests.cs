using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>What is special about gas: pressure comes with the builder and could be agreed on, the heating value comes with the state.</summary>
public class TransAseanGasTests
{
    private static readonly Scenario Gas = Worlds.Read("trans-asean-gas");

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void One_pressure_saves_something_and_leaves_what_heating_values_cost(ulong seed)
    {
        var alike = Gas.WithOneStandard("specification");

        new Statements("trans-asean-gas", seed).Rises("USD/MMBtu lost", Estimate.OfMean(Loss(Gas, seed)))
            .Falls("USD/MMBtu lost, one pressure less as built", Estimate.OfDifference(Loss(alike, seed), Loss(Gas, seed)))
            .Rises("USD/MMBtu lost, one pressure", Estimate.OfMean(Loss(alike, seed))).ShouldHold();
        new Statements("trans-asean-gas", seed).IsNothing("USD/MMBtu lost, one pressure and one gas", Estimate.OfMean(Loss(WithOneGas(alike), seed)));
    }

    private static double[] Loss(Scenario scenario, ulong seed) =>
        scenario.Play("bilateral", seed, Corridor.Replications(60), static run => run.Outcome.Breakdown.InterfaceLosses[0]);

    private static Scenario WithOneGas(Scenario scenario) => scenario with
    {
        Systems = Array.ConvertAll(scenario.Systems, static system => system with
        {
            Attributes = Array.ConvertAll(system.Attributes, static attribute => attribute.Id == "heatingValue" ? attribute with { ChargeCostUnits = 0 } : attribute),
        }),
    };
}
