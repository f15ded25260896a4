using BidCompetitionSim.Experiments.Learning;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Learning;

public class PolicyTrainingTests
{
    private static readonly string[] Both = ["china", "japan"];

    private static Arm Bilateral => Worlds.Bilateral(Some.Scenario());

    [Fact]
    public void Regret_falls_and_the_same_training_gives_the_same_policies()
    {
        var (one, two) = (Trained(20), Trained(20));
        LearnedPolicyText.Of(one.Policies, "x").ShouldBe(LearnedPolicyText.Of(two.Policies, "x"));
        var early = one.AverageRegret!.Value;

        one.Train(380, null, TestContext.Current.CancellationToken);

        one.Rounds.ShouldBe(400);
        one.AverageRegret!.Value.ShouldBeLessThan(early);
        LearnedPolicyText.Of(one.Policies, "x").ShouldNotBe(LearnedPolicyText.Of(two.Policies, "x"));
    }

    [Fact]
    public void A_training_that_is_stopped_keeps_its_finished_rounds()
    {
        using var stop = new CancellationTokenSource();
        var training = new PolicyTraining(Some.Scenario(), Bilateral, Both, 1);

        training.Train(100, one => { if (one.Rounds == 5) stop.Cancel(); }, stop.Token);

        training.Rounds.ShouldBe(5);
    }

    [Fact]
    public void What_was_learnt_earns_more_than_bidding_at_random()
    {
        var learnt = Trained(300).Policies.Single(policy => policy.Id == "japan");
        var random = PolicyTraining.Uniform("japan");

        Profit(learnt).ShouldBeGreaterThan(1.05 * Profit(random));

        static double Profit(LearnedPolicy japan)
        {
            var compiled = new Compiled(Some.Scenario() with { Sponsors = [Some.China(), Some.Japan() with { Behaviour = SponsorBehaviourKind.Learning }], LearnedPolicies = [japan] });
            var (run, sum) = (new Replication(compiled, Bilateral), 0.0);
            for (var replication = 0U; replication < 300; replication++)
            {
                run.Run(77, replication);
                for (var s = 0; s < compiled.Segments.Length; s++)
                    if (run.Kernel.Record.Winners[s] == 1) sum += run.Kernel.Contracts[s].PayoffUsdBn;
            }
            return sum;
        }
    }

    [Fact]
    public void Before_the_first_choice_nothing_is_known_of_regret_and_nothing_is_learnt()
    {
        var training = Trained(0);

        training.AverageRegret.ShouldBeNull();
        training.Policies.ShouldBeEmpty();
        training.Situations.ShouldAllBe(static one => one.Choices == 0);
    }

    [Fact]
    public void Choices_are_counted_where_they_were_met_and_what_was_never_met_stays_alike()
    {
        var training = Trained(20);

        training.Situations.Length.ShouldBe(2 * LearnedTable.Situations);
        training.Situations.Sum(static one => one.Choices).ShouldBe(training.Choices);
        training.Situations.ShouldContain(static one => one.Choices == 0);
        foreach (var met in training.Situations)
        {
            var offers = training.Policies.Single(policy => policy.Id == met.Sponsor).Offers
                .Where(offer => (offer.Contested, offer.Home, offer.Pressed) == (met.Contested, met.Home, met.Pressed)).ToArray();
            var alike = offers.Length == 36 && offers.Select(static offer => offer.Probability).Distinct().Count() == 1;
            // The first choice teaches what to play next: the average over one choice is still even.
            if (met.Choices is 0 or > 3) alike.ShouldBe(met.Choices == 0, $"{met.Sponsor}, {met}");
        }
    }

    [Fact]
    public void Lines_of_several_states_are_learnt_from_as_they_are_let()
    {
        var scenario = Some.Scenario();
        var shared = scenario with { Segments = Array.ConvertAll(scenario.Segments, static segment => segment with { CoHosts = [new CoHost { State = segment.Host == "AAA" ? "BBB" : "AAA", Share = 0.5 }] }) };
        var training = new PolicyTraining(shared, Bilateral, Both, 1);

        training.Train(200, null, TestContext.Current.CancellationToken);

        training.Choices.ShouldBeGreaterThan(500);
        training.AverageRegret!.Value.ShouldBeGreaterThan(0);
        foreach (var learnt in training.Policies)
            learnt.Offers.Max(static offer => offer.Probability).ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void A_line_that_one_state_would_never_let_teaches_that_nothing_wins()
    {
        var scenario = Some.Scenario();
        var stubborn = scenario with
        {
            States = Array.ConvertAll(scenario.States, static state => state.Id == "AAA" ? state with { Weights = state.Weights with { Nobody = 100 } } : state),
            Segments = Array.ConvertAll(scenario.Segments, static segment => segment with { Host = "CCC", CoHosts = [new CoHost { State = "AAA", Share = 0.01 }] }),
        };
        var training = new PolicyTraining(stubborn, Bilateral, Both, 1);

        training.Train(20, null, TestContext.Current.CancellationToken);

        training.Choices.ShouldBeGreaterThan(0);
        training.AverageRegret.ShouldBe(0);
    }

    [Theory]
    [InlineData("bundled")]
    [InlineData("consortium")]
    public void Where_an_offer_alone_does_not_decide_nothing_is_learnt(string arm)
    {
        var scenario = Some.Scenario();
        var arrangement = Arrangements.Named(arm, scenario.Secretariat)!;

        PolicyTraining.WhyNot(arrangement).ShouldNotBeNull().ShouldStartWith(arm);
        Should.Throw<ArgumentException>(() => new PolicyTraining(scenario, arrangement, Both, 1));
        PolicyTraining.WhyNot(Bilateral).ShouldBeNull();
    }

    [Fact]
    public void A_policy_written_is_read_back_and_plays_the_same_as_messages()
    {
        var policies = Trained(30).Policies;
        var scenario = Some.Scenario() with { Sponsors = Array.ConvertAll(Some.Scenario().Sponsors, static sponsor => sponsor with { Behaviour = SponsorBehaviourKind.Learning }), LearnedPolicies = policies };
        var resolved = ResolvedScenario.Of(scenario);

        var read = new Compiled(ResolvedScenario.Parse(resolved.Json).Scenario);

        for (var replication = 0U; replication < 5; replication++)
            Facts.Lines(Worlds.Run(read, Bilateral, 2, replication)).ShouldBe(Facts.Lines(Worlds.Run(new Compiled(scenario), Bilateral, 2, replication)));
    }

    private static PolicyTraining Trained(int rounds)
    {
        var training = new PolicyTraining(Some.Scenario(), Bilateral, Both, 1);
        training.Train(rounds, null, TestContext.Current.CancellationToken);
        return training;
    }
}
