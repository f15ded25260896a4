using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Trade;

/// <summary>
/// Trade potential of one system's pairs of places in different states, over the run. A pair's trade on the first day is its gravity weight; it moves
/// by ((1 + δ·days + border)/(the same on the first day))^ε (docs/model.md §4.10). Scratch of its owner; nothing allocates after construction.
/// </summary>
internal sealed class TradePotential
{
    private readonly PairSet pairs;
    private readonly TradeRegimes regimes;
    private readonly TradeRules rules;
    private readonly int[] crossing;
    private readonly double[] first;
    private readonly double[] weightOf;
    private readonly double[] sumOf;
    private readonly double[] integralOf;
    private readonly double total;
    private double sumTogether;
    private double sumByNetwork;

    public TradePotential(CompiledSystem system, TradeRules rules, TradeRegimes regimes, int states)
    {
        (pairs, this.rules, this.regimes) = (system.Pairs, rules, regimes);
        crossing = system.System.CostUnit.Length > 0 ? [] : pairs.CrossBorder(); // goods don't travel by wire or pipe
        first = Array.ConvertAll(crossing, pair => Cost(pair, system.Before[pair], 0));
        (weightOf, sumOf, integralOf) = (new double[states], new double[states], new double[states]);
        foreach (var pair in crossing)
        {
            total += pairs.Weights[pair];
            weightOf[pairs.FirstStates[pair]] += pairs.Weights[pair];
            weightOf[pairs.SecondStates[pair]] += pairs.Weights[pair];
        }
        ByRegimes = ChangeByRegimes(system.Before);
    }

    /// <summary>Whether any pair trades across a border.</summary>
    public bool Trades => crossing.Length > 0;

    /// <summary>Change of all its trade, averaged over the run, once <see cref="Follow"/> went through it.</summary>
    public double Change { get; private set; }

    /// <summary>The same by the network alone.</summary>
    public double ByNetwork { get; private set; }

    /// <summary>The same by the regimes alone: the same in every run.</summary>
    public double ByRegimes { get; }

    /// <summary>Change of a state's trade, averaged over the run; null if it has none.</summary>
    public double? Of(int state) => weightOf[state] > 0 ? integralOf[state] / regimes.HorizonDay / weightOf[state] : null;

    /// <summary>Goes through a run: the network's history and the regimes' dates, exact between the days on which either changes.</summary>
    /// <param name="network">The network's history.</param>
    /// <param name="shocks">Shocks that may close borders; null for none.</param>
    public void Follow(NetworkHistory network, ShockCalendar? shocks)
    {
        double together = 0, alone = 0;
        Array.Clear(integralOf);
        int epoch = 0, period = 0;
        for (var day = 0; day < regimes.HorizonDay;)
        {
            Look(network.ActualBehind(epoch, shocks?.BordersOn(day) ?? 0), period);
            var nextEpoch = epoch + 1 < network.Count ? Math.Max(day, network.DayOf(epoch + 1)) : int.MaxValue;
            var nextPeriod = period + 1 < regimes.Periods ? regimes.DayOf(period + 1) : int.MaxValue;
            var until = Math.Min(regimes.HorizonDay, Math.Min(Math.Min(nextEpoch, nextPeriod), shocks?.NextBorderChange(day) ?? int.MaxValue));
            together += sumTogether * (until - day);
            alone += sumByNetwork * (until - day);
            for (var state = 0; state < sumOf.Length; state++) integralOf[state] += sumOf[state] * (until - day);
            if (nextEpoch == until) epoch++;
            if (nextPeriod == until) period++;
            day = until;
        }
        (Change, ByNetwork) = (Mean(together), Mean(alone));
    }

    private double ChangeByRegimes(int[] before)
    {
        double agreed = 0;
        for (var period = 0; period < regimes.Periods; period++)
        {
            var until = period + 1 < regimes.Periods ? regimes.DayOf(period + 1) : regimes.HorizonDay;
            for (var k = 0; k < crossing.Length; k++)
                agreed += pairs.Weights[crossing[k]] * Moved(k, before[crossing[k]], period) * (until - regimes.DayOf(period));
        }
        return Mean(agreed);
    }

    private double Mean(double integral) => integral / regimes.HorizonDay / total;

    private void Look(ReadOnlySpan<int> seconds, int period)
    {
        (sumTogether, sumByNetwork) = (0, 0);
        Array.Clear(sumOf);
        for (var k = 0; k < crossing.Length; k++)
        {
            var pair = crossing[k];
            var trade = pairs.Weights[pair] * Moved(k, seconds[pair], period);
            sumTogether += trade;
            sumOf[pairs.FirstStates[pair]] += trade;
            sumOf[pairs.SecondStates[pair]] += trade;
            sumByNetwork += period == 0 ? trade : pairs.Weights[pair] * Moved(k, seconds[pair], 0);
        }
    }

    // Relative change: exactly 0 where nothing changed.
    private double Moved(int k, int seconds, int period) => Elementary.Pow(Cost(crossing[k], seconds, period) / first[k], rules.Elasticity) - 1;

    // What a dollar's worth of goods costs delivered: time in transit as a tariff (Hummels and Schaur 2013), and the border.
    private double Cost(int pair, int seconds, int period) =>
        1 + rules.DayInTransit * (seconds / 86400.0) + regimes.BorderCost(period, pairs.FirstStates[pair], pairs.SecondStates[pair]);
}
