using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>Contest raises concession and grant element and lowers the margin: the same sponsor's bids for the same segments, with a rival and without.</summary>
public class P2_Contest_softens_offers
{
    private static readonly int Replications = Corridor.Replications(40);

    // Without limits of money: a sponsor that wins everything for want of a rival exhausts its soft windows, which is another matter.
    private static readonly Scenario Contest = Corridor.Skrl.WithUnlimitedMoney();

    [Theory, InlineData(1, "china", "japan"), InlineData(2, "china", "japan"), InlineData(3, "china", "japan")]
    [InlineData(1, "japan", "china"), InlineData(2, "japan", "china"), InlineData(3, "japan", "china")]
    public void A_rival_that_comes_softens_the_offers(ulong seed, string sponsor, string rival)
    {
        var contested = Play(Contest, "bilateral", seed, sponsor);
        var alone = Play(Contest.WithAbsent(rival), "bilateral", seed, sponsor);

        new Statements($"P2 {sponsor}", seed)
            .Rises("concession", Of(contested, alone, b => b.Concession))
            .Rises("grant over price", Of(contested, alone, b => b.Grant))
            .Falls("margin", Of(contested, alone, b => b.Margin))
            .Reports("price over reference cost", Of(contested, alone, b => b.Price))
            .ShouldHold();
    }

    [Theory, InlineData(1, "china", "japan"), InlineData(2, "japan", "china"), InlineData(3, "china", "japan")]
    public void A_rival_known_to_stay_away_changes_nothing(ulong seed, string sponsor, string rival)
    {
        var absent = Play(Contest.WithPlanBlindHosts().WithAbsent(rival), "bilateral-open", seed, sponsor);
        var nobody = Play(Contest.WithPlanBlindHosts().WithRemoved(rival), "bilateral-open", seed, sponsor);

        new Statements($"P2 off {sponsor}: named absent", seed)
            .IsNothing("concession", Of(absent, nobody, b => b.Concession))
            .IsNothing("grant over price", Of(absent, nobody, b => b.Grant))
            .IsNothing("margin", Of(absent, nobody, b => b.Margin));
    }

    [Theory, InlineData(1, "china", "japan"), InlineData(1, "japan", "china")]
    public void Names_money_awareness_and_margins_change_its_size_and_not_its_sign(ulong seed, string sponsor, string rival)
    {
        Assert.SkipUnless(Corridor.Full, "Long: set BIDSIM_FULL=1.");
        var statements = new Statements($"P2 beside {sponsor}", seed);
        foreach (var (arm, scenario, name) in new[]
        {
            ("bilateral-open", Contest, "names public"), ("bilateral", Corridor.Skrl, "limited money"),
            ("bilateral", Contest.WithSponsors(s => s with { Shade = 1 }), "shade 1"),
            ("bilateral", Contest.WithSponsors(s => s with { MarginSoft = s.MarginHard }), "flat margin"),
        })
        {
            var contested = Play(scenario, arm, seed, sponsor);
            var alone = Play(scenario.WithAbsent(rival), arm, seed, sponsor);
            statements
                .Rises($"{name}: concession", Of(contested, alone, b => b.Concession))
                .Rises($"{name}: grant over price", Of(contested, alone, b => b.Grant))
                .Reports($"{name}: price over reference cost", Of(contested, alone, b => b.Price));
        }
        statements.ShouldHold();
    }

    private static Bids[] Play(Scenario scenario, string arm, ulong seed, string sponsor) =>
        scenario.Play(arm, seed, Replications, run => new Bids(run.Kernel, run.Kernel.Compiled.SponsorOf(sponsor)));

    private static Estimate Of(Bids[] first, Bids[] second, Func<Bids, double[]> of) => Estimate.OfMean(Bids.Differences(first, second, of));
}
