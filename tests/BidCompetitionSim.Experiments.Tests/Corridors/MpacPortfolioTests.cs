using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>What is special about the portfolio: four systems draw on one set of windows, and what is lent is held against what the region needs.</summary>
public class MpacPortfolioTests
{
    private static readonly Scenario Portfolio = Worlds.Read("mpac-portfolio");

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Envelopes_of_their_own_for_each_system_fund_more_and_nothing_more_where_money_never_ends(ulong seed)
    {
        new Statements("mpac-portfolio", seed).Rises("lent, own envelopes less shared ones", Estimate.OfDifference(Lent(WithOwnEnvelopes(Portfolio), seed), Lent(Portfolio, seed))).ShouldHold();
        var endless = Portfolio.WithUnlimitedMoney();
        new Statements("mpac-portfolio, endless money", seed).IsNothing("lent, own less shared", Estimate.OfDifference(Lent(WithOwnEnvelopes(endless), seed), Lent(endless, seed)));
    }

    [Fact]
    public void What_is_lent_is_held_against_the_need_of_the_region()
    {
        var outcome = Worlds.Run(new Compiled(Portfolio), Worlds.Bilateral(Portfolio), 1, 0).Outcome;
        outcome.GapClosed.ShouldBe(outcome.FundedUsdBn / (184 * 15), 1e-12);
    }

    [Fact]
    public void Every_system_tells_its_losses_in_its_own_unit()
    {
        var outcome = Worlds.Run(new Compiled(Portfolio), Worlds.Bilateral(Portfolio), 1, 0).Outcome;
        outcome.HoursLost.ShouldNotBeNull();
        outcome.Breakdown.InterfaceLosses.Length.ShouldBe(4);
        outcome.Parts.PeopleToPeople.ShouldNotBeNull();
    }

    private static double[] Lent(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Corridor.Replications(100), static run => run.Outcome.FundedUsdBn);

    // Every window once for each system that it lends for, as full as the one that they shared.
    private static Scenario WithOwnEnvelopes(Scenario scenario) => scenario with
    {
        Windows = [.. scenario.Windows.SelectMany(static window => window.Systems.Select(system => Own(window, system))).OrderBy(static window => window.Id, StringComparer.Ordinal)],
    };

    private static FinanceWindow Own(FinanceWindow window, string system) => window with { Id = $"{window.Id}-{system}", Systems = [system] };
}
