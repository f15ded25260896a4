using System.Collections.Concurrent;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Tests.Running;

/// <summary>Every replication draws every assumed number from its range: the same in all arms, by address, and valid.</summary>
public class UncertainTests
{
    private const int Replications = 24;

    private static readonly ExperimentPlan Plan = SomePlan.Of(new ComparisonOptions { Replications = Replications, Arms = ["bilateral", "asean-led"], Seed = 7, Uncertain = true });

    [Fact]
    public void Threads_change_nothing() => Plan.Play(new RunnerOptions { Threads = 3 }, chunk: 1).Facts.ShouldBe(Plan.Play(new RunnerOptions { Threads = 1 }).Facts);

    [Fact]
    public void All_arms_play_the_same_numbers_and_replications_play_others()
    {
        var scenarios = Scenarios(Plan);

        foreach (var replication in scenarios) replication.Value.Distinct().Count().ShouldBe(1);
        scenarios.SelectMany(static one => one.Value).Distinct().Count().ShouldBe(Replications);
    }

    [Fact]
    public void An_arm_without_its_own_numbers_is_the_same_as_one_with_them_switched_back()
    {
        var twin = Plan with { Arms = [Plan.Arms[0], Plan.Arms[0] with { Id = "twin", Set = ["secretariat.strength=0.4"] }] };
        var rows = twin.Play().All;

        // Its strength is set, and bilateral tendering has no use for it.
        rows.Where(static row => row.Arm == 1).Select(static row => row.Fingerprint).ShouldBe(rows.Where(static row => row.Arm == 0).Select(static row => row.Fingerprint));
    }

    [Fact]
    public void Numbers_lie_in_their_ranges_and_fill_them()
    {
        var (strengths, seen) = (new ConcurrentBag<double>(), Plan.Scenario.Provenance.Parameters.Single(static p => p.Name == "secretariat.strength").Range!.Value);

        (Plan with { Replications = 100 }).Play(null, (carrier, _, _) => strengths.Add(carrier.Kernel.Compiled.Scenario.Secretariat.Strength));

        strengths.ShouldAllBe(strength => strength >= seen.Low && strength <= seen.High);
        strengths.Min().ShouldBeLessThan(seen.Low + 0.1 * (seen.High - seen.Low));
        strengths.Max().ShouldBeGreaterThan(seen.High - 0.1 * (seen.High - seen.Low));
        strengths.Average().ShouldBe((seen.Low + seen.High) / 2, 0.1 * (seen.High - seen.Low));
    }

    [Fact]
    public void Sourced_numbers_stay_and_factors_go_before_draws()
    {
        var varied = Plan.Varying("secretariat.strength", 0.55) with { Replications = 5 };
        var (strengths, debts) = (new ConcurrentBag<double>(), new ConcurrentBag<string>());

        varied.Play(null, (carrier, _, _) =>
        {
            strengths.Add(carrier.Kernel.Compiled.Scenario.Secretariat.Strength);
            debts.Add(string.Join(' ', carrier.Kernel.Compiled.Scenario.States.Select(static state => state.PopulationMillion)));
        });

        strengths.ShouldAllBe(static strength => strength == 0.55);
        debts.Distinct().Count().ShouldBe(1);
    }

    /// <summary>Grace must be shorter than tenor: of these ranges, about two draws in five are not.</summary>
    [Fact]
    public void Numbers_that_make_no_scenario_are_drawn_again()
    {
        var rows = WithTerms(grace: "value: 3, range: [3, 19]", tenor: "value: 15, range: [10, 16]").Play().All;

        rows.Select(static row => row.Failure).Distinct().ShouldBe([null]);
        rows.Where(static row => row.Arm == 0).Select(static row => row.Redraws).Distinct().Count().ShouldBeGreaterThan(1);
        rows.Where(static row => row.Arm == 0).Select(static row => row.Redraws).ShouldBe(rows.Where(static row => row.Arm == 1).Select(static row => row.Redraws));
    }

    [Fact]
    public void Numbers_that_hardly_ever_make_a_scenario_fail_with_the_reason()
    {
        var rows = WithTerms(grace: "value: 1, range: [1, 20]", tenor: "value: 2, range: [2, 2]").Play().All;

        var failed = rows.Where(static row => row.Failure is not null).ToArray();
        failed.Length.ShouldBeGreaterThan(8);
        failed.ShouldAllBe(static row => row.Failure!.Contains("windows.china-cdb.terms") && row.Redraws == 20);
    }

    private static ExperimentPlan WithTerms(string grace, string tenor) => Plan with
    {
        Scenario = Plan.Scenario.With(
        [
            $"windows.china-cdb.terms[2015-01-01].grace={{ unit: years, assumed: test, {grace} }}",
            $"windows.china-cdb.terms[2015-01-01].tenor={{ unit: years, assumed: test, {tenor} }}",
        ]),
    };

    private static ConcurrentDictionary<uint, ConcurrentBag<string>> Scenarios(ExperimentPlan plan)
    {
        var scenarios = new ConcurrentDictionary<uint, ConcurrentBag<string>>();
        plan.Play(null, (carrier, _, replication) =>
            scenarios.GetOrAdd(replication, static _ => []).Add(ResolvedScenario.Of(carrier.Kernel.Compiled.Scenario).Hash));
        return scenarios;
    }
}
