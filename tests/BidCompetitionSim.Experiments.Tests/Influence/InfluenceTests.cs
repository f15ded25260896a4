using BidCompetitionSim.Experiments.Influence;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Tests.Influence;

/// <summary>On Jakarta–Bandung, which is small, lies in one state, and has numbers whose influence is known beforehand.</summary>
public class InfluenceTests
{
    private const string Arm = "bilateral";

    private static readonly Lazy<InfluenceTable> Table = new(() => InfluenceRanking.Of(Scenario(), Arm, new Batch(1, 6)));

    [Fact]
    public void A_number_that_only_another_arm_reads_decides_nothing()
    {
        var consultation = Row("secretariat.consultation");

        consultation.Reaches.ShouldBeTrue();
        foreach (var measure in InfluenceRanking.Measures) (consultation.On(measure).Size, consultation.On(measure).IsClear).ShouldBe((0, false));
    }

    [Fact]
    public void What_nobody_uses_does_not_reach_the_scenario()
    {
        var handling = Row("linkDefaults.handling");

        handling.Reaches.ShouldBeFalse();
        handling.LargestScoreSwing.ShouldBe(0);
    }

    [Fact]
    public void A_score_moves_with_the_bar_it_is_held_against()
    {
        // A higher share of lasting loans counts more debt, and nothing else of a viability.
        var contingent = Row("scoring.contingentWeight").On("viability");

        contingent.Low.Value.ShouldBeGreaterThanOrEqualTo(0);
        contingent.High.Value.ShouldBeLessThanOrEqualTo(0);
        contingent.Size.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_dearer_builder_leaves_hosts_with_less()
    {
        var cost = Row("sponsors.china.capabilities.rail.costMultiplier").On("hostSurplus");

        cost.Low.Value.ShouldBeGreaterThan(0);
        cost.High.Value.ShouldBeLessThan(0);
        cost.Low.DegreesOfFreedom.ShouldBe(5);
        cost.IsClear.ShouldBeTrue();
    }

    [Fact]
    public void A_measure_that_the_scenario_lacks_ranks_nothing()
    {
        double.IsNaN(Table.Value.Means[0]).ShouldBeTrue();
        Table.Value.Rows.ShouldAllBe(row => row.On("compatibility").Size == 0);
    }

    [Fact]
    public void Every_assumed_number_has_its_row_and_the_largest_comes_first()
    {
        var rows = Table.Value.Rows;

        rows.Count.ShouldBe(Scenario().Provenance.Parameters.Count(parameter => parameter.Assumed is not null));
        rows.Select(row => row.LargestScoreSwing).ShouldBeInOrder(SortDirection.Descending);
        rows[0].LargestScoreSwing.ShouldBeGreaterThan(1);
        Table.Value.By("hostSurplus").Select(row => row.On("hostSurplus").Size).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Threads_change_nothing_and_progress_counts_up()
    {
        var steps = new List<int>();

        var again = InfluenceRanking.Of(Scenario(), Arm, new Batch(1, 6) { Threads = 1 }, (done, total) => steps.Add(total - done), TestContext.Current.CancellationToken);

        again.Rows.Select(Shown).ShouldBe(Table.Value.Rows.Select(Shown));
        steps.ShouldBe(Enumerable.Range(0, again.Rows.Count).Reverse());
    }

    [Fact]
    public void A_ranking_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();

        Should.Throw<OperationCanceledException>(() =>
            InfluenceRanking.Of(Scenario(), Arm, new Batch(1, 2), (done, _) => { if (done == 3) source.Cancel(); }, source.Token));
    }

    [Fact]
    public void An_arm_that_is_not_there_is_refused() =>
        Should.Throw<ArgumentException>(() => InfluenceRanking.Of(Scenario(), "none", new Batch(1, 1), null, TestContext.Current.CancellationToken)).Message.ShouldContain("asean-led");

    private static LoadedScenario Scenario() => ScenarioFile.Load("jakarta-bandung");

    private static ParameterInfluence Row(string name) => Table.Value.Rows.Single(row => row.Parameter.Name == name);

    private static string Shown(ParameterInfluence row) => $"{row.Parameter.Name} {row.Reaches} {string.Join(' ', row.Swings)}";
}
