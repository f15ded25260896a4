using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Tests.Running;

/// <summary>Small experiments to play in tests.</summary>
internal static class SomePlan
{
    public static LoadedScenario Scenario { get; } = ScenarioFile.Load("jakarta-bandung");

    /// <summary>Two arms of a small scenario.</summary>
    public static ExperimentPlan Comparing(int replications, params string[] arms) => Of(new ComparisonOptions { Replications = replications, Arms = arms, Seed = 7 });

    public static ExperimentPlan Of(ComparisonOptions options)
    {
        var planned = ComparisonPlan.Of(Scenario, options);
        planned.Problems.ShouldBeEmpty();
        return planned.Plan!;
    }

    /// <summary>The same at some values of a number.</summary>
    public static ExperimentPlan Varying(this ExperimentPlan plan, string name, params double[] values) => plan with
    {
        Factors = [new Factor(name, values.Min(), values.Max(), "1")],
        Points = [.. values.Select((value, k) => new DesignPoint(k, [value]))],
    };

    /// <summary>Plays a plan and keeps all of its rows.</summary>
    public static Rows Play(this ExperimentPlan plan, RunnerOptions? options = null, Player? player = null, int? chunk = null)
    {
        var rows = new Rows(plan.Layout);
        new ExperimentRunner(player ?? ((carrier, seed, replication) => carrier.Run(seed, replication)), chunk).Run(plan, options, [rows]);
        return rows;
    }
}

/// <summary>Keeps copies of the rows that it takes.</summary>
internal sealed class Rows(RowLayout layout) : IRowSink
{
    public List<Row> All { get; } = [];

    public string Digest
    {
        get
        {
            var digest = new RowsDigest();
            foreach (var row in All) digest.Add(row);
            return digest.Text;
        }
    }

    public IEnumerable<string> Facts => All.Select(static row =>
        $"{row.Point} {row.Replication} {row.Arm} {row.Fingerprint:x} {row.Failure} {string.Join(' ', row.Values.Select(static v => v.ToString("R")))} {string.Join(' ', row.Winners)} {string.Join(' ', row.Clashes)}");

    public void Take(ReadOnlySpan<Row> rows)
    {
        foreach (var row in rows) All.Add(Copy(row));
    }

    private Row Copy(Row row)
    {
        var copy = layout.NewRow();
        (copy.Point, copy.Arm, copy.Replication, copy.Failure, copy.Fingerprint, copy.Redraws) =
            (row.Point, row.Arm, row.Replication, row.Failure, row.Fingerprint, row.Redraws);
        row.Values.CopyTo(copy.Values, 0);
        row.Winners.CopyTo(copy.Winners, 0);
        row.Clashes.CopyTo(copy.Clashes, 0);
        return copy;
    }
}
