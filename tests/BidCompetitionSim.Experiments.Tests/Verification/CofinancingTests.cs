using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>Multilateral windows: they act where their members' projects pass their own appraisal, and nowhere else.</summary>
public class CofinancingTests
{
    private const int Replications = 20;

    [Theory, InlineData("bilateral"), InlineData("asean-led")]
    public void Banks_whose_hurdle_no_project_passes_change_nothing(string armId)
    {
        var some = Some.Cofinanced();
        var (strict, without) = (new Compiled(WithBanks(some, bank => bank with { HurdlePerYear = 0.5 })), new Compiled(some with { Windows = Array.FindAll(some.Windows, window => window.Multilateral is null) }));
        for (var replication = 0U; replication < Replications; replication++)
            Facts.Lines(Worlds.Run(strict, Worlds.ArmOf(strict, armId), 3, replication)).ShouldBe(Facts.Lines(Worlds.Run(without, Worlds.ArmOf(without, armId), 3, replication)));
    }

    [Fact]
    public void Their_own_appraisal_passes_as_often_as_its_error_says()
    {
        // Forecasts of 10 % against a hurdle of 9 %, with an error of 2 %: Φ(½) = 0.69.
        var (passed, asked) = (0, 0);
        foreach (var notice in Notices(Some.Cofinanced(), 60))
        {
            asked++;
            if (notice.OpenWindows.Contains("world-bank")) passed++;
        }

        // Its money runs out now and then, so fewer are offered than pass.
        (passed / (double)asked).ShouldBeInRange(0.6, 0.72);
    }

    [Fact]
    public void They_lend_to_members_only()
    {
        var lent = Notices(Some.Cofinanced(), 20).Where(notice => notice.OpenWindows.Contains("aaa-bank")).Select(notice => notice.Tender.Segment).Distinct();

        lent.ShouldBe(["alpha-amber", "amber-bravo", "bravo-basin"], ignoreOrder: true); // and not basin-coral, in CCC
    }

    [Fact]
    public void An_award_says_in_public_what_they_lend()
    {
        var awards = Said<TenderAwarded>(Some.Cofinanced(), 20).Where(award => award.Cofinancing.Length > 0).ToArray();

        awards.Length.ShouldBeGreaterThan(10);
        awards.SelectMany(award => award.Cofinancing).ShouldAllBe(tranche => tranche.Window.EndsWith("-bank", StringComparison.Ordinal) && tranche.FaceUsdBn > 0);
    }

    [Fact]
    public void Their_rules_keep_sponsors_with_money_of_their_own_away()
    {
        var some = Some.Cofinanced();
        var hurried = WithBanks(some, bank => bank with { ProcessingDays = 0, OpacityCap = 1, Laxity = 1 });

        Cofinanced(hurried).ShouldBeGreaterThan(Cofinanced(some));

        static int Cofinanced(Scenario scenario) => Said<TenderAwarded>(scenario, Replications).Count(award => award.Cofinancing.Length > 0);
    }

    private static Scenario WithBanks(Scenario scenario, Func<Multilateral, Multilateral> edit) => scenario with
    {
        Windows = Array.ConvertAll(scenario.Windows, window => window.Multilateral is { } bank ? window with { Multilateral = edit(bank) } : window),
    };

    private static TenderOpened[] Notices(Scenario scenario, int replications) => Said<TenderOpened>(scenario, replications);

    private static T[] Said<T>(Scenario scenario, int replications)
    {
        var compiled = new Compiled(scenario);
        var run = new Replication(compiled, Worlds.Bilateral(scenario));
        var said = new List<T>();
        for (var replication = 0U; replication < replications; replication++)
        {
            using var journal = new Journal(compiled, run.Kernel.Arm, new RunKey("", 7, replication), entry => { if (entry.Message is T message) said.Add(message); });
            run.Run(7, replication, journal);
        }
        return [.. said];
    }
}
