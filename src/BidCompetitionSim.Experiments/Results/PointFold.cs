using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>Sums one design point. A block of replications is summed in order and merged in order, so that no thread can change a bit.</summary>
internal sealed class PointFold
{
    /// <summary>Replications of a block.</summary>
    public const int Block = 1024;

    private readonly ExperimentPlan _plan;
    private readonly Pairing[] _pairings;
    private readonly int[] _outcomes;
    private readonly ArmFold[] _arms;
    private readonly PairFold[] _pairs;
    private readonly PoissonBootstrap _bootstrap;
    private readonly double[] _weights;
    private readonly double[] _resampled; // outcomes of every arm, then their differences in every pair
    private readonly BootstrapSums _sums;
    private readonly BootstrapSums _blockSums;

    public PointFold(ExperimentPlan plan, int point, PoissonBootstrap bootstrap)
    {
        (_plan, Point, _bootstrap, _pairings) = (plan, point, bootstrap, Pairing.Of(plan));
        _outcomes = [.. plan.Outcomes.Select(plan.Layout.IndexOf)];
        _arms = [.. plan.Arms.Select(_ => new ArmFold(plan.Layout))];
        _pairs = Array.ConvertAll(_pairings, _ => new PairFold(plan.Layout, _outcomes));
        _weights = new double[bootstrap.Resamples];
        _resampled = new double[_outcomes.Length * (_arms.Length + _pairs.Length)];
        (_sums, _blockSums) = (new BootstrapSums(_resampled.Length, bootstrap.Resamples), new BootstrapSums(_resampled.Length, bootstrap.Resamples));
    }

    public int Point { get; }

    public ArmFold[] Arms => _arms;

    public PairFold[] Pairs => _pairs;

    /// <summary>Takes one replication, all arms.</summary>
    public void Add(Row[] rows)
    {
        for (var arm = 0; arm < rows.Length; arm++) _arms[arm].Add(rows[arm]);
        for (var k = 0; k < _pairs.Length; k++) _pairs[k].Add(rows[_pairings[k].From], rows[_pairings[k].To]);
        Resample(rows);
        if ((rows[0].Replication + 1) % Block == 0) CloseBlock();
    }

    /// <summary>What has come so far; more may come.</summary>
    public PointResult Result()
    {
        var sums = new BootstrapSums(_resampled.Length, _bootstrap.Resamples);
        sums.Merge(_sums);
        sums.Merge(_blockSums);
        var tables = new PointTables(_plan, _outcomes, sums);
        var pairs = _pairings.Select((pairing, k) => tables.PairOf(pairing, _pairs[k], _arms.Length + k)).ToArray();
        return new PointResult
        {
            Point = Point, Values = _plan.Points[Point].Values,
            Arms = [.. _arms.Select((arm, k) => tables.ArmOf(_plan.Arms[k].Id, arm, k))],
            Pairs = pairs,
            States = [.. pairs.SelectMany(pair => StateVerdicts.Of(_plan.Layout, pair))],
            Segments = [.. _arms.SelectMany((arm, k) => arm.Segments(_plan.Arms[k].Id))],
            Junctions = [.. _arms.SelectMany((arm, k) => arm.Junctions(_plan.Arms[k].Id))],
        };
    }

    private void Resample(Row[] rows)
    {
        var at = 0;
        foreach (var row in rows)
            foreach (var outcome in _outcomes) _resampled[at++] = row.Values[outcome]; // a failed row has none
        foreach (var (from, to) in _pairings)
            foreach (var outcome in _outcomes) _resampled[at++] = rows[to].Values[outcome] - rows[from].Values[outcome];
        _bootstrap.Fill(rows[0].Replication, _weights);
        _blockSums.Add(_weights, _resampled);
    }

    private void CloseBlock()
    {
        foreach (var arm in _arms) arm.CloseBlock();
        foreach (var pair in _pairs) pair.CloseBlock();
        _sums.Merge(_blockSums);
        _blockSums.Clear();
    }
}
