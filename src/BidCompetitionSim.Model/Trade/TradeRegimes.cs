using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Trade;

/// <summary>
/// Friction between every two states over the run: piecewise constant, for it changes only on the days on which somebody joins or leaves a regime.
/// Those days are facts of the scenario, so all of it is known when the scenario is compiled (docs/model.md §4.10).
/// </summary>
public sealed class TradeRegimes
{
    private readonly int states;
    private readonly TradeRules rules;
    private readonly double[] utilisation;
    private readonly int[][] memberships; // [regime][state]: index of the membership, -1 for none
    private readonly int[] hubs; // by regime: the state all have it with, -1 for all with all
    private readonly int[] days;
    private readonly double[][] ratios;
    private readonly double[] bases;

    /// <summary>Compiles the regimes of a scenario.</summary>
    /// <param name="scenario">A validated scenario with a trade overlay.</param>
    /// <param name="stateOf">Index of a state id.</param>
    /// <param name="horizonDay">Last day over which scores are averaged.</param>
    public TradeRegimes(Scenario scenario, Func<string, int> stateOf, int horizonDay)
    {
        rules = scenario.Trade ?? throw new ArgumentException("The scenario has no trade overlay.", nameof(scenario));
        states = scenario.States.Length;
        utilisation = new double[states];
        Array.Fill(utilisation, rules.DefaultUtilisation);
        foreach (var of in rules.Utilisation) utilisation[stateOf(of.State)] = of.Share;
        memberships = Array.ConvertAll(rules.Regimes, regime => Enumerable.Range(0, states)
            .Select(state => Array.FindIndex(regime.Members, member => stateOf(member.State) == state)).ToArray());
        hubs = Array.ConvertAll(rules.Regimes, regime => regime.Hub.Length == 0 ? -1 : stateOf(regime.Hub));
        days = [.. rules.Regimes.SelectMany(regime => regime.Members).SelectMany(member => new[] { member.FromDay, member.UntilDay ?? 0 })
            .Where(day => day > 0 && day < horizonDay).Append(0).Distinct().Order()];
        ratios = Array.ConvertAll(days, RatiosOn);
        bases = new double[states * states];
        Array.Fill(bases, 1);
        foreach (var friction in scenario.Frictions)
        {
            var (a, b) = (stateOf(friction.A), stateOf(friction.B));
            bases[a * states + b] = bases[b * states + a] = friction.Base;
        }
        HorizonDay = horizonDay;
    }

    /// <summary>Last day over which frictions are averaged.</summary>
    public int HorizonDay { get; }

    /// <summary>Number of periods within which no friction changes.</summary>
    public int Periods => days.Length;

    /// <summary>First day of a period; 0 for the first.</summary>
    public int DayOf(int period) => days[period];

    /// <summary>The period of a day.</summary>
    public int PeriodOn(int day)
    {
        var period = days.Length - 1;
        while (period > 0 && days[period] > day) period--;
        return period;
    }

    /// <summary>Friction under the regimes in force over friction without any, by period and pair of states.</summary>
    public double Ratio(int period, int a, int b) => ratios[period][a * states + b];

    /// <summary>What the border between two states costs in a period, as a share of the goods' value.</summary>
    public double BorderCost(int period, int a, int b) => rules.BorderCost * bases[a * states + b] * Ratio(period, a, b);

    /// <summary>The ratio averaged from the start to the horizon.</summary>
    public double AverageRatio(int a, int b)
    {
        var average = new TimeAverage(0, Ratio(0, a, b));
        for (var period = 1; period < days.Length; period++) average.ChangeTo(days[period], Ratio(period, a, b));
        return average.Until(HorizonDay);
    }

    private double[] RatiosOn(int day)
    {
        var table = new double[states * states];
        for (var a = 0; a < states; a++)
            for (var b = 0; b < states; b++) table[a * states + b] = a == b ? 1 : RatioOn(day, a, b);
        return table;
    }

    // Π (1 − cut) over the regimes that both belong to. A certificate of origin costs effort, and with every other regime between the two there is
    // one more set of rules to choose among: use of tariffs falls. What is eased behind the border is eased for everybody, without a certificate.
    private double RatioOn(int day, int a, int b)
    {
        var use = (utilisation[a] + utilisation[b]) / 2;
        double tangle = 0, ratio = 1;
        for (var r = 0; r < rules.Regimes.Length; r++)
            if (Shared(r, day, a, b) && rules.Regimes[r].TariffDepth > 0) tangle += rules.Regimes[r].Force;
        for (var r = 0; r < rules.Regimes.Length; r++)
        {
            if (!Shared(r, day, a, b)) continue;
            var regime = rules.Regimes[r];
            var others = regime.TariffDepth > 0 ? tangle - regime.Force : 0;
            var tariffs = regime.TariffDepth * use * Elementary.Pow(1 - rules.NoodleBowl, others);
            ratio *= 1 - regime.Force * (rules.TariffShare * tariffs + (1 - rules.TariffShare) * regime.FacilitationDepth * rules.Implementation);
        }
        return ratio;
    }

    private bool Shared(int regime, int day, int a, int b) =>
        (hubs[regime] < 0 || hubs[regime] == a || hubs[regime] == b) && Holds(regime, day, a) && Holds(regime, day, b);

    private bool Holds(int regime, int day, int state) =>
        memberships[regime][state] is >= 0 and var member && rules.Regimes[regime].Members[member].Holds(day);
}
