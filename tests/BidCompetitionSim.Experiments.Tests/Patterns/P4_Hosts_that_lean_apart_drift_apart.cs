using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Diplomacy;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// Hosts that lean to different sponsors drift apart: the same runs with and without the drift, in which nothing else differs, for ties between states decide
/// about no award. And hosts that hedge, those that mind a concentration of awards, split theirs.
/// </summary>
public class P4_Hosts_that_lean_apart_drift_apart
{
    private const double Careful = 1.2; // twice the assumed weight of concentration, within its range

    private static readonly int Replications = Corridor.Replications(40);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void States_lose_the_more_of_their_tie_the_further_their_leans_lie_apart(ulong seed)
    {
        var lost = Lost(Corridor.Skrl, seed);

        new Statements("P4 drift", seed)
            .Falls("tie between states at the horizon, per unit of distance of their leans", Estimate.OfMean(Array.ConvertAll(lost, run => run.Slope)))
            .Falls("the half of the pairs that lean further apart, less the other half", Estimate.OfMean(Array.ConvertAll(lost, run => run.Halves)))
            .Reports("all pairs: tie lost to drift", Estimate.OfMean(Array.ConvertAll(lost, run => run.Mean)))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Where_all_lean_alike_nobody_drifts(ulong seed)
    {
        var alike = Corridor.Skrl with
        {
            States = Array.ConvertAll(Corridor.Skrl.States, static state => state with { TiesToSponsors = [new Tie { To = "china", Strength = 0.3 }, new Tie { To = "japan", Strength = 0.1 }] }),
            Diplomacy = Corridor.Skrl.Diplomacy with { Award = 0, Completion = 0, LostBid = 0, Cancellation = 0, DebtDispute = 0 },
        };

        new Statements("P4 drift off: all lean alike", seed).IsNothing("all pairs: tie lost to drift", Estimate.OfMean(Array.ConvertAll(Lost(alike, seed), run => run.Mean)));
    }

    // A prior that no stock of awards moves leaves concentration the same whoever wins: hosts mind it as before, and splitting helps them nothing. (Not minding
    // it at all makes every award a little more welcome besides, and hosts with more awards split them more by chance alone.)
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Hosts_that_mind_concentration_split_their_awards(ulong seed) => new Statements("P4 hedging", seed)
        .Falls("share of a host's largest winner, mean of hosts with two awards or more", Split(Careful, seed))
        .ShouldHold();

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Hosts_that_do_not_mind_it_do_not(ulong seed) =>
        new Statements("P4 hedging off: nobody minds", seed).IsNothing("share of a host's largest winner", Split(0, seed));

    private static Estimate Split(double weight, ulong seed)
    {
        var minding = Corridor.Skrl.WithSponsors(static sponsor => sponsor with { RegionalShare = 0.5 }).WithHedging(weight);
        var blind = minding with { Bidding = minding.Bidding with { ConcentrationPriorUsdBn = 1000 } };
        return Estimate.OfDifference(Concentrations(minding, seed), Concentrations(blind, seed));
    }

    private sealed record Drift(double Slope, double Halves, double Mean);

    private static Drift[] Lost(Scenario scenario, ulong seed)
    {
        var (with, without) = (Ties(scenario, seed), Ties(scenario with { Diplomacy = scenario.Diplomacy with { DriftPerYear = 0 } }, seed));
        return [.. with.Zip(without, static (on, off) =>
        {
            on.Distances.ShouldBe(off.Distances); // nothing but the ties between states differs
            var lost = on.Ties.Zip(off.Ties, static (a, b) => a - b).ToArray();
            return new Drift(Estimate.OfSlope(on.Distances, lost).Value, Halves(on.Distances, lost), lost.Average());
        })];
    }

    private static double Halves(double[] distances, double[] lost)
    {
        var order = Enumerable.Range(0, lost.Length).OrderBy(k => distances[k]).ToArray();
        var half = lost.Length / 2;
        return order.Skip(lost.Length - half).Average(k => lost[k]) - order.Take(half).Average(k => lost[k]);
    }

    // At the end of a run, over pairs of ASEAN's members: how far their leans lie apart, and their tie.
    private static (double[] Distances, double[] Ties)[] Ties(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Replications, static run =>
    {
        var (compiled, diplomacy) = (run.Kernel.Compiled, run.Kernel.Record.Diplomacy);
        var members = Enumerable.Range(0, compiled.States).Where(i => compiled.Scenario.States[i].Asean).ToArray();
        var pairs = (from i in members from j in members where i < j select (i, j)).ToArray();
        return (pairs.Select(pair => Math.Abs(Lean(diplomacy, pair.i) - Lean(diplomacy, pair.j))).ToArray(), pairs.Select(pair => diplomacy.ToState(pair.i, pair.j)).ToArray());
    });

    private static double Lean(DiplomaticState diplomacy, int state) => (diplomacy.ToSponsor(state, 0) - diplomacy.ToSponsor(state, 1)) / 2;

    private static double[] Concentrations(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, 2 * Replications, static run =>
    {
        var record = run.Kernel.Record;
        var hosts = run.Kernel.Compiled.Segments.Where(segment => record.Winners[segment.Index] >= 0).GroupBy(segment => segment.Host).Where(host => host.Count() > 1);
        return hosts.Select(host => host.GroupBy(segment => record.Winners[segment.Index]).Max(won => won.Count()) / (double)host.Count()).DefaultIfEmpty(double.NaN).Average();
    });
}
