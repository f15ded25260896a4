using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>The regional safety net (the Chiang Mai Initiative): with it fewer loans of hosts in distress are renegotiated (docs/model.md §4.7).</summary>
public class SafetyNetTests
{
    private static readonly int Replications = Corridor.Replications(20);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void With_it_fewer_loans_are_renegotiated(ulong seed)
    {
        var (without, with) = (Play(Distressed(net: 0), seed), Play(Distressed(net: 0.5), seed));
        new Statements("safety net", seed)
            .Falls("loans renegotiated a run, with it less without", Estimate.OfDifference(with, without))
            .Reports("loans renegotiated a run, without it", Estimate.OfDifference(without, new double[without.Length]))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_net_that_catches_everybody_leaves_nothing_to_renegotiate(ulong seed) => Play(Distressed(net: 1), seed).ShouldAllBe(loans => loans == 0);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Where_no_loan_is_ever_renegotiated_it_changes_nothing(ulong seed)
    {
        var calm = Distressed(net: 0) with { Delivery = Distressed(net: 0).Delivery with { RenegotiationHazard = 0 } };
        var netted = calm with { Delivery = calm.Delivery with { SafetyNetEffect = 0.5 } };
        new Statements("safety net off: no distress", seed).IsNothing("loans renegotiated a run", Estimate.OfDifference(Play(netted, seed), Play(calm, seed)));
    }

    // All hosts owe more than their limit: else so few loans are renegotiated that a net has nothing to catch.
    private static Scenario Distressed(double net) => Corridor.Skrl with
    {
        States = Array.ConvertAll(Corridor.Skrl.States, static state => state with { DebtThreshold = 0.1 }),
        Delivery = Corridor.Skrl.Delivery with { SafetyNetEffect = net },
    };

    private static double[] Play(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Replications, static run =>
        (double)run.Kernel.Compiled.Segments.Count(segment => run.Kernel.Operation.IsRenegotiated(segment.Index)));
}
