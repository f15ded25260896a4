using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Model.Trade;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Trade;

/// <summary>Change of trade over a run, against the sum over every single day.</summary>
public class TradePotentialTests
{
    private static readonly int Tenth = Compiled.DayOfYear(10);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_averages_are_those_of_every_single_day(ulong seed)
    {
        var run = Run(Some.Trade(Some.Regime("early", -9, "AAA", "CCC"), Some.Regime("late", Tenth, "AAA", "BBB", "CCC")), "bilateral", seed);
        var trade = run.Outcome.Trade!;
        trade.Change.ShouldBe(DayByDay(run, grows: true, joins: true), 1e-9);
        trade.ByNetwork.ShouldBe(DayByDay(run, grows: true, joins: false), 1e-9);
        trade.ByRegimes.ShouldBe(DayByDay(run, grows: false, joins: true), 1e-9);
        trade.OfAllTrade.ShouldBe(0.6 * trade.Change, 1e-12);
        for (var state = 0; state < 3; state++)
            run.Outcome.Breakdown.States[state].TradeChange!.Value.ShouldBe(DayByDay(run, grows: true, joins: true, state), 1e-9);
    }

    [Fact]
    public void Regimes_of_the_first_day_change_nothing() => Run(Some.Trade(Some.Regime("r", 0, "AAA", "BBB")), "bilateral", 1).Outcome.Trade!.ByRegimes.ShouldBe(0);

    [Fact]
    public void Where_time_costs_nothing_the_network_changes_nothing()
    {
        var trade = Run(Some.Trade(Some.Regime("late", Tenth, "AAA", "BBB")) with { DayInTransit = 0 }, "bilateral", 1).Outcome.Trade!;
        trade.ByNetwork.ShouldBe(0);
        trade.Change.ShouldBe(trade.ByRegimes, 1e-12);
        trade.ByRegimes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Without_an_overlay_there_is_no_trade_to_tell_of()
    {
        var run = new Replication(new Compiled(Some.Scenario()), Arrangements.Named("bilateral", Some.Secretariat())!);
        run.Run(1, 0);
        run.Outcome.Trade.ShouldBeNull();
        run.Outcome.Breakdown.States.ShouldAllBe(state => state.TradeChange == null);
    }

    [Fact]
    public void Arrangements_move_trade_through_the_network_alone()
    {
        var rules = Some.Trade(Some.Regime("late", Tenth, "AAA", "BBB", "CCC"));
        var runs = Arrangements.Names.Select(arm => Run(rules, arm, 1)).ToArray();
        runs.Select(run => run.Outcome.Trade!.ByRegimes).Distinct().Count().ShouldBe(1);
        runs.Select(run => run.Outcome.Trade!.ByNetwork).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void An_overlay_changes_nothing_else_where_the_host_decides_alone()
    {
        var (with, without) = (Run(Some.Trade(Some.Regime("late", Tenth, "AAA", "BBB")), "bilateral", 1), Run(null, "bilateral", 1));
        with.Outcome.HostSurplusUsdBn.ShouldBe(without.Outcome.HostSurplusUsdBn);
        with.Outcome.EnpvBaseTotalUsdBn.ShouldBe(without.Outcome.EnpvBaseTotalUsdBn);
        with.Outcome.Compatibility.ShouldBe(without.Outcome.Compatibility);
        with.Outcome.Parts.Institutional.ShouldNotBe(without.Outcome.Parts.Institutional);
    }

    [Fact]
    public void A_run_played_again_tells_the_same()
    {
        var run = Run(Some.Trade(Some.Regime("late", Tenth, "AAA", "BBB")), "bilateral", 1);
        var first = run.Outcome.Fingerprint();
        run.Run(2, 0);
        run.Outcome.Fingerprint().ShouldNotBe(first);
        run.Run(1, 0);
        run.Outcome.Fingerprint().ShouldBe(first);
    }

    private static Replication Run(TradeRules? rules, string arm, ulong seed)
    {
        var scenario = Some.Scenario() with { Trade = rules };
        var run = new Replication(new Compiled(scenario), Arrangements.Named(arm, scenario.Secretariat)!);
        run.Run(seed, 0);
        return run;
    }

    private static double DayByDay(Replication run, bool grows, bool joins, int? of = null)
    {
        var compiled = run.Kernel.Compiled;
        var (system, network, regimes, rules) = (compiled.Systems[0], run.Kernel.Networks[0], compiled.Trade!, compiled.Scenario.Trade!);
        double sum = 0, total = 0;
        foreach (var pair in system.Pairs.CrossBorder())
        {
            var (a, b) = (system.Pairs.FirstStates[pair], system.Pairs.SecondStates[pair]);
            if (of is { } state && a != state && b != state) continue;
            total += system.Pairs.Weights[pair];
            for (var day = 0; day < compiled.HorizonDay; day++)
                sum += system.Pairs.Weights[pair] * Math.Pow(Cost(grows ? network.EpochOn(day) : 0, joins ? day : 0) / Cost(0, 0), rules.Elasticity);

            double Cost(int epoch, int day) =>
                1 + 0.02 * network.ActualIn(epoch)[pair] / 86400.0 + 0.5 * regimes.Ratio(regimes.PeriodOn(day), a, b);
        }
        return sum / compiled.HorizonDay / total - 1;
    }
}
