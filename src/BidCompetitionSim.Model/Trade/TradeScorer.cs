using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Trade;

/// <summary>What a run does to trade: systems are combined by reference cost planned, as the scores combine them.</summary>
internal sealed class TradeScorer
{
    private readonly TradePotential[] systems;
    private readonly TradeRules rules;

    public TradeScorer(Compiled compiled, TradeRegimes regimes)
    {
        rules = compiled.Scenario.Trade!;
        systems = Array.ConvertAll(compiled.Systems, system => new TradePotential(system, rules, regimes, compiled.States));
    }

    /// <summary>Fills the outcome of a run that is over.</summary>
    public void Score(Kernel kernel, NetworkParts parts, Outcome run)
    {
        var outcome = run.Trade!;
        WeightedPart together = default, network = default, regimes = default;
        for (var k = 0; k < systems.Length; k++)
        {
            if (!systems[k].Trades) continue;
            systems[k].Follow(kernel.Networks[k], kernel.Compiled.Shocks);
            together.Add(systems[k].Change, parts.WeightOf(k));
            network.Add(systems[k].ByNetwork, parts.WeightOf(k));
            regimes.Add(systems[k].ByRegimes, parts.WeightOf(k));
        }
        (outcome.Change, outcome.ByNetwork, outcome.ByRegimes) = (together.Mean ?? 0, network.Mean ?? 0, regimes.Mean ?? 0);
        outcome.OfAllTrade = rules.IntermediateShare * outcome.Change;
        for (var state = 0; state < run.Breakdown.States.Length; state++) run.Breakdown.States[state].TradeChange = Of(state, parts);
    }

    private double? Of(int state, NetworkParts parts)
    {
        WeightedPart change = default;
        for (var k = 0; k < systems.Length; k++) change.Add(systems[k].Of(state), parts.WeightOf(k));
        return change.Mean;
    }
}
