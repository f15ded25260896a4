using BidCompetitionSim.Experiments.Learning;
using BidCompetitionSim.Experiments.Tests.Verification;
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
        var early = one.AverageRegret;

        one.Train(380, null, TestContext.Current.CancellationToken);

        one.Rounds.ShouldBe(400);
        one.AverageRegret.ShouldBeLessThan(early);
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
        var random = Trained(0).Policies.Single(policy => policy.Id == "japan");

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
