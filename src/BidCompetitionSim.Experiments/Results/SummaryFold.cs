using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>
/// Sums an experiment as its rows come, in memory that does not grow with their number: from rows of the runner, or of a store that tells them again.
/// The same rows give the same document to the last bit.
/// </summary>
public sealed class SummaryFold : IRowSink
{
    private const int FailuresKept = 100;

    private readonly ExperimentPlan _plan;
    private readonly PoissonBootstrap _bootstrap;
    private readonly Row[] _replication;
    private readonly List<PointResult> _points = [];
    private readonly List<FailureResult> _failures = [];
    private PointFold? _point;
    private RowsDigest _digest;
    private long _rows;
    private long _before; // replications of the points before this one
    private long _failed;
    private long _redraws;

    /// <summary>Sums of an experiment of which no row has come.</summary>
    public SummaryFold(ExperimentPlan plan)
    {
        (_plan, _bootstrap) = (plan, new PoissonBootstrap(plan.Seed));
        _replication = [.. plan.Arms.Select(_ => plan.Layout.NewRow())];
    }

    /// <summary>Whole replications taken, counted over points: where a runner goes on.</summary>
    public long Replications => _rows / _plan.Arms.Count;

    /// <summary>How many replications the wanted precision takes; null while the first stage is not over, or where none is wanted.</summary>
    public StoppingResult? Stopping { get; private set; }

    /// <summary>Digest of the rows taken.</summary>
    public string Digest => _digest.Text;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A row is not the next one.</exception>
    public void Take(ReadOnlySpan<Row> rows)
    {
        foreach (var row in rows) Take(row);
    }

    /// <summary>
    /// The difference between the first two arms at the point being played, of the measure that is to be known or else of the first outcome that has
    /// values; null with a single arm or before there is an interval.
    /// </summary>
    public (string Measure, string From, string To, Estimate Difference)? Interim()
    {
        if (_point is not { Pairs: [var pair, ..] }) return null;
        foreach (var measure in _plan.Precision is { } precision ? [precision.Measure] : _plan.Outcomes)
            if (pair.MomentsOf(_plan.Layout.IndexOf(measure)).Difference.Estimate is { IsUnknown: false } difference)
                return (measure, _plan.Arms[0].Id, _plan.Arms[1].Id, difference);
        return null;
    }

    /// <summary>The document of what has come so far.</summary>
    /// <param name="rowsPerSecond">Rows played a second, this time; null if none were.</param>
    public ExperimentResult Result(double? rowsPerSecond = null)
    {
        var scenario = _plan.Scenario.Scenario!;
        var points = _point is null ? _points : [.. _points, _point.Result()];
        var replications = Stopping?.Needed ?? _plan.Replications;
        var whole = Replications == replications * _plan.Points.Count;
        return new ExperimentResult
        {
            Schema = ExperimentResult.SchemaName, Program = ProgramIdentity.OfThisProcess(), Experiment = ExperimentId.Of(_plan), Title = _plan.Title,
            Question = _plan.Question, Scenario = scenario.Id, ScenarioTitle = scenario.Title, ScenarioHash = ResolvedScenario.Of(scenario).Hash, Seed = _plan.Seed,
            Uncertain = _plan.Uncertain, Replications = replications, Done = _rows - _failed, Failed = _failed, Redraws = _redraws,
            Status = !whole ? "stopped" : _failed > 0 ? "failed" : "done", Digest = Digest, ReplicationsPerSecond = rowsPerSecond, Stopping = Stopping,
            Factors = [.. _plan.Factors.Select(static factor => new FactorResult(factor.Name, factor.Low, factor.High, factor.Unit))],
            Arms = [.. _plan.Arms.Select(ArmOf)], Measures = _plan.Measures, Outcomes = _plan.Outcomes, Points = points,
            Decomposition = _plan.Steps is { } steps ? [.. steps.Select((name, k) => new StepResult(name, _plan.Arms[k].Id, _plan.Arms[k + 1].Id))] : null,
            Failures = [.. _failures], Limits = [.. Caveats.Of(_plan, points, whole, _failed)],
        };
    }

    private void Take(Row row)
    {
        var arm = (int)(_rows % _plan.Arms.Count);
        if (arm == 0 && (_point is null || row.Point != _point.Point)) Enter(row.Point);
        var replication = Replications - _before;
        if ((row.Point, row.Replication, row.Arm) != (_point!.Point, replication, arm))
            throw new ArgumentException($"Row {_rows} is of point {row.Point}, replication {row.Replication}, arm {row.Arm}; the next one is of {_point.Point}, {replication}, {arm}.", nameof(row));
        Copy(row, _replication[arm]);
        _digest.Add(row);
        _rows++;
        if (arm == 0) _redraws += row.Redraws;
        if (row.Failure is { } reason)
        {
            _failed++;
            if (_failures.Count < FailuresKept) _failures.Add(new FailureResult(row.Point, _plan.Arms[arm].Id, row.Replication, _plan.Seed, reason));
        }
        if (arm < _replication.Length - 1) return;
        _point.Add(_replication);
        if (_plan.Precision is { } precision && replication == PointFold.Block - 1) Stopping = StoppingOf(precision);
    }

    private void Enter(int point)
    {
        if (point != (_point?.Point + 1 ?? 0)) throw new ArgumentException($"Rows of point {point} are out of order.", nameof(point));
        // A stored experiment of several points that is made longer has rows missing in the middle: they are no prefix of the new sequence.
        if (_point is not null && Replications - _before != _plan.Replications)
            throw new ArgumentException($"Point {_point.Point} has {Replications - _before} replications and not {_plan.Replications}: only an experiment of one point can be made longer.", nameof(point));
        if (_point is not null) _points.Add(_point.Result());
        _before = Replications;
        _point = new PointFold(_plan, point, _bootstrap);
    }

    private static void Copy(Row row, Row copy)
    {
        (copy.Point, copy.Replication, copy.Arm, copy.Failure) = (row.Point, row.Replication, row.Arm, row.Failure);
        row.Values.CopyTo(copy.Values, 0);
        row.Winners.CopyTo(copy.Winners, 0);
        row.Clashes.CopyTo(copy.Clashes, 0);
    }

    private StoppingResult StoppingOf(Precision precision)
    {
        var first = _point!.Pairs[0].MomentsOf(_plan.Layout.IndexOf(precision.Measure)).Difference;
        var (needed, reach) = ((long)PointFold.Block, (double?)null);
        if (first.Count >= 2)
        {
            var stages = TwoStage.Of(first);
            // Replications are numbered by whole numbers of 32 bits: what takes more is not begun.
            if (stages.Needed(precision.HalfWidth) is <= int.MaxValue - PointFold.Block and var wanted) needed = WholeBlocks(wanted);
            reach = stages.HalfWidth(needed);
        }
        return new StoppingResult(precision.Measure, precision.HalfWidth, PointFold.Block, needed, reach, TwoStage.Rule);
    }

    private static long WholeBlocks(long replications) => ((Math.Max(replications, PointFold.Block) - 1) / PointFold.Block + 1) * PointFold.Block;

    private static ArmResult ArmOf(PlannedArm arm) =>
        new(arm.Id, arm.Arrangement, arm.Set, arm.Taken?.From, arm.Taken?.Switches.Select(ArmSwitches.Label).ToArray());
}
