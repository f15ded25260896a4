using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Running;

/// <summary>What is told apart by state, year and place adds up to what the outcome says of the whole.</summary>
public class BreakdownTests
{
    public static TheoryData<string> Arms => ["bilateral", "asean-led"];

    [Theory, MemberData(nameof(Arms))]
    public void States_sum_to_the_whole(string arm)
    {
        foreach (var run in Runs(arm, 20))
        {
            var (outcome, states) = (run.Outcome, run.Outcome.Breakdown.States);
            states.Sum(state => state.HostSurplusUsdBn).ShouldBe(outcome.HostSurplusUsdBn, 1e-9);
            states.Sum(state => state.HostWelfareUsdBn).ShouldBe(outcome.HostWelfareUsdBn, 1e-9);
            states.Sum(state => state.RentsUsdBn).ShouldBe(outcome.RentsUsdBn, 1e-9);
            states.Sum(state => state.Built).ShouldBe(outcome.Built);
            if (outcome.Built > 0)
                (states.Sum(state => state.Built * (state.MeanYearsToCommissioning ?? 0)) / outcome.Built).ShouldBe(outcome.MeanYearsToCommissioning!.Value, 1e-9);
        }
    }

    [Theory, MemberData(nameof(Arms))]
    public void Realised_shares_are_those_that_evenness_compares(string arm)
    {
        foreach (var run in Runs(arm, 20))
        {
            var states = run.Kernel.Compiled.Scenario.States;
            var shares = run.Outcome.Breakdown.States.Where((_, i) => states[i].Asean).Select(state => state.RealisedGain).OfType<double>().ToArray();
            if (run.Outcome.Parts.Equity is { } equity) Model.Scoring.EquityPart.Of(shares)!.Value.ShouldBe(equity, 1e-12);
        }
    }

    [Theory, MemberData(nameof(Arms))]
    public void Shares_rise_from_nothing_and_average_to_about_the_part_of_cohesion(string arm)
    {
        foreach (var run in Runs(arm, 20))
        {
            var shares = run.Outcome.Breakdown.PhysicalShares;
            shares[0].ShouldBe(0);
            shares.ShouldBe(shares.Order());
            var middles = shares.Skip(1).Zip(shares, static (end, start) => (start + end) / 2).Average();
            middles.ShouldBe(run.Outcome.Parts.Physical!.Value, 0.5 * (shares[^1] - shares[0]) / (shares.Length - 1) + 1e-9);
        }
    }

    [Theory, MemberData(nameof(Arms))]
    public void Debt_at_the_horizon_is_the_last_of_the_path_that_a_run_is_told_with(string id)
    {
        var (compiled, recorder) = Recorded(id);
        var run = DirectRun.Play(compiled, Worlds.ArmOf(compiled, id), new RunKey("", 5, 0), recorder.Hear);

        RunAssembly.Of(run, recorder).States.Select(state => state.DebtToGdp[^1])
            .ShouldBe(run.Outcome.Breakdown.States.Select(state => state.DebtToGdp));
    }

    [Fact]
    public void A_place_clashes_where_two_lines_that_operate_do_not_match()
    {
        foreach (var run in Runs("bilateral", 20))
        {
            var (compiled, breakdown) = (run.Kernel.Compiled, run.Outcome.Breakdown);
            var standards = new int[compiled.Systems[0].Segments.Length];
            Model.Scoring.Scorer.FillStandards(run.Kernel, 0, compiled.HorizonDay, standards);
            for (var k = 0; k < breakdown.Crossings.Length; k++)
                breakdown.Clashes[k].ShouldBe(breakdown.Crossings[k].Junctions.Any(j =>
                    compiled.Systems[0].Junctions.StateOf(j, standards) is { BothBuilt: true } state && !state.Works));
        }
    }

    private static (Compiled, RunRecorder) Recorded(string arm)
    {
        var compiled = Worlds.Named("skrl");
        return (compiled, new RunRecorder(compiled, Worlds.ArmOf(compiled, arm)));
    }

    private static IEnumerable<Replication> Runs(string arm, uint replications)
    {
        var compiled = Worlds.Named("skrl");
        var run = new Replication(compiled, Worlds.ArmOf(compiled, arm));
        for (var replication = 0U; replication < replications; replication++)
        {
            run.Run(5, replication);
            yield return run;
        }
    }
}
