using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// Institutional and physical connectivity complement each other: trade gains more from both than from each alone together. Every run tells all three
/// gains: of the network as it grew, of the regimes as they came, and of both (docs/model.md §4.10).
/// </summary>
public class P8_Agreements_and_railways_help_each_other
{
    private static readonly int Replications = Corridor.Replications(40);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Both_gain_more_than_each_alone(ulong seed)
    {
        var runs = Play(Corridor.FactoryAsia, seed);
        new Statements("P8", seed)
            .Rises("trade by the network alone", Of(runs, t => t.Physical))
            .Rises("trade by both, less by each alone", Of(runs, t => t.Both - t.Physical - t.Institutional))
            .Reports("trade by regimes alone", Of(runs, t => t.Institutional))
            .Reports("trade of Laos by both", Of(runs, t => t.Laos))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Agreements_among_states_that_no_railway_joins_add_up(ulong seed)
    {
        // Regimes that come in the run hold between Japan and Korea alone: between them go only ships.
        var elsewhere = Corridor.FactoryAsia.WithTrade(trade => trade with { Regimes = Array.ConvertAll(trade.Regimes, Elsewhere) });
        var runs = Play(elsewhere, seed);
        new Statements("P8 off: regimes off the corridor", seed)
            .IsNothing("trade by both, less by each alone", Of(runs, t => Math.Round(t.Both - t.Physical - t.Institutional, 12)));
        runs.ShouldAllBe(trade => trade.Institutional > 0);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Where_time_costs_nothing_railways_do_not_help(ulong seed)
    {
        var runs = Play(Corridor.FactoryAsia.WithTrade(trade => trade with { DayInTransit = 0 }), seed);
        new Statements("P8 off: a day in transit free", seed)
            .IsNothing("trade by the network alone", Of(runs, t => t.Physical))
            .IsNothing("trade by both, less by regimes alone", Of(runs, t => Math.Round(t.Both - t.Institutional, 12)));
    }

    private static Regime Elsewhere(Regime regime) =>
        regime with { Members = [.. regime.Members.Where(member => member.State is "JPN" or "KOR" || member.FromDay <= 0)] };

    private static Gains[] Play(Scenario scenario, ulong seed)
    {
        var laos = Array.FindIndex(scenario.States, state => state.Id == "LAO");
        return scenario.Play("bilateral", seed, Replications, run => new Gains(
            run.Outcome.Trade!.ByNetwork, run.Outcome.Trade.ByRegimes, run.Outcome.Trade.Change, run.Outcome.Breakdown.States[laos].TradeChange!.Value));
    }

    private static Estimate Of(Gains[] runs, Func<Gains, double> gain) => Estimate.OfDifference(Array.ConvertAll(runs, run => gain(run)), new double[runs.Length]);

    private readonly record struct Gains(double Physical, double Institutional, double Both, double Laos);
}
