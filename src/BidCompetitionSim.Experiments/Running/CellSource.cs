using System.Collections.Concurrent;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>
/// Compiles what is played, when it is first played: arms without overrides share one compiled scenario. Shared by all threads; a point is
/// dropped when the experiment has left it behind.
/// </summary>
internal sealed class CellSource
{
    private readonly ExperimentPlan _plan;
    private readonly VariedScenario[] _scenarios;
    private readonly int[] _scenarioOfArm;
    private readonly UncertainDraws? _draws;
    private readonly ConcurrentDictionary<int, Lazy<Cells>> _points = new();

    public CellSource(ExperimentPlan plan)
    {
        _plan = plan;
        var sets = plan.Arms.Select(static arm => string.Join('\n', arm.Set)).ToArray();
        var distinct = sets.Distinct().ToList();
        _scenarioOfArm = Array.ConvertAll(sets, distinct.IndexOf);
        _scenarios = [.. distinct.Select(set => new VariedScenario(plan, plan.Arms[Array.IndexOf(sets, set)].Set))];
        _draws = plan.Uncertain ? new UncertainDraws(plan) : null;
    }

    /// <summary>Whether all replications of a point play the same scenarios.</summary>
    public bool IsSameForAll => _draws is null;

    /// <summary>The arms of a replication.</summary>
    public Cells Of(int point, uint replication)
    {
        if (_draws is not null) return _draws.Drawn(this, point, replication);
        return _points.GetOrAdd(point, static (p, source) => new Lazy<Cells>(() => new Cells(source.Compile(p, null, out _), 0)), this).Value;
    }

    /// <summary>Forgets a point.</summary>
    public void Drop(int point) => _points.TryRemove(point, out _);

    /// <summary>Compiles the arms at a point, with further numbers changed.</summary>
    /// <param name="point">The design point.</param>
    /// <param name="drawn">Values by parameter name; null for none.</param>
    /// <param name="problem">Why some arm has no valid scenario; null if all have.</param>
    public Cell[] Compile(int point, IReadOnlyDictionary<string, double>? drawn, out string? problem)
    {
        problem = null;
        var compiled = new (Compiled? Compiled, string? Problem)[_scenarios.Length];
        for (var k = 0; k < compiled.Length; k++)
        {
            compiled[k] = Compile(_scenarios[k], point, drawn);
            problem ??= compiled[k].Problem;
        }
        var cells = new Cell[_plan.Arms.Count];
        for (var arm = 0; arm < cells.Length; arm++)
        {
            var of = compiled[_scenarioOfArm[arm]];
            cells[arm] = of.Compiled is { } ready ? new Cell(ready, _plan.Arms[arm].In(ready.Scenario), null) : Cell.Impossible(of.Problem!);
        }
        return cells;
    }

    private (Compiled?, string?) Compile(VariedScenario scenario, int point, IReadOnlyDictionary<string, double>? drawn)
    {
        var loaded = scenario.At(_plan.Points[point], drawn);
        return loaded.Ok ? (new Compiled(loaded.Scenario), null) : (null, loaded.Problems[0].ToString());
    }
}
