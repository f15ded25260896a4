using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Store.Plans;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Store.Tests;

/// <summary>Plans and rows made by hand: every row follows from its place in the sequence, so that any process can say what it should be.</summary>
internal static class Planned
{
    public static readonly ResolvedScenario Scenario = ResolvedScenario.Of(Some.Scenario());

    /// <summary>Stands for the scenario's file.</summary>
    public const string Source = "scenario: some\n";

    /// <summary>Two arms, one point, two factors that stand still.</summary>
    public static PlanDocument Plan(int replications = 100, int measures = 5, int points = 1) => new()
    {
        Schema = PlanDocument.SchemaName, Experiment = "e0123456789a", Name = "some", Title = "Some experiment", Question = "Does it hold?",
        Scenario = Scenario.Scenario.Id, ScenarioHash = Scenario.Hash,
        Set = [], Arms = [new PlanArm("bilateral", "bilateral", [], null, []), new PlanArm("asean-led", "asean-led", ["secretariat.strength=0.8"], null, [])], Steps = null,
        Factors = [new FactorResult("bidding.softness", 0.1, 1, "1"), new FactorResult("delivery.delay", 1, 2, "year")],
        Points = [.. Enumerable.Range(0, points).Select(static i => new PlanPoint(i, [0.1 + i, 1.5]))],
        Uncertain = false, Ranges = [], Precision = null, Seed = ulong.MaxValue, Replications = replications,
        Measures = [.. Enumerable.Range(0, measures).Select(static i => new Measure($"measure{i}@laos", $"Measure {i}", "1", Family.State, Resolution.Hundredths, Direction.Higher, "laos"))],
        Outcomes = ["measure0@laos"], Segments = ["a-b", "b-c"], Sponsors = ["china", "japan"], Junctions = ["b", "c"],
    };

    /// <summary>As wide as a corridor of 25 segments and twenty junctions.</summary>
    public static PlanDocument Wide(int replications) => Plan(replications, measures: 110) with
    {
        Segments = [.. Enumerable.Range(0, 25).Select(static i => $"segment-{i}")], Junctions = [.. Enumerable.Range(0, 20).Select(static i => $"junction-{i}")],
    };

    public static Sitting Sitting => Store.Sitting.Now("bidsim compare some");

    public static StoreSink Begin(this ResultStore store, PlanDocument plan) => store.Begin(plan, new ScenarioText(Scenario, Source), Sitting);

    /// <summary>The row at a place of the sequence. Every 17th has failed.</summary>
    public static Row RowAt(PlanDocument plan, long index)
    {
        var row = plan.NewRow();
        Fill(row, plan, index);
        return row;
    }

    public static void Fill(Row row, PlanDocument plan, long index)
    {
        var (arms, replications) = (plan.Arms.Count, plan.Replications);
        (row.Arm, row.Replication, row.Point) = ((int)(index % arms), (uint)(index / arms % replications), (int)(index / arms / replications));
        row.Failure = index % 17 == 16 ? $"No offer could be made, at row {index}." : null;
        row.Fingerprint = row.Failure is null ? unchecked((ulong)(index + 1) * 0x9E3779B97F4A7C15) : 0;
        row.Redraws = (int)(index / arms % 5);
        for (var i = 0; i < row.Values.Length; i++) row.Values[i] = row.Failure is null && i % 11 != 3 ? Math.Sqrt(index + i + 2) : double.NaN;
        for (var i = 0; i < row.Winners.Length; i++) row.Winners[i] = row.Failure is null ? (int)((index + i) % 3) - 1 : -1;
        for (var i = 0; i < row.Clashes.Length; i++) row.Clashes[i] = row.Failure is null && (index + i) % 4 == 0;
    }

    public static Row[] Rows(PlanDocument plan, long from, int count) => [.. Enumerable.Range(0, count).Select(i => RowAt(plan, from + i))];
}
