using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Influence;

/// <summary>Plays one scenario with single numbers changed, against itself unchanged.</summary>
internal sealed class Trial
{
    private readonly LoadedScenario _scenario;
    private readonly string _arm;
    private readonly Batch _batch;
    private readonly string _hash;
    private readonly double[][] _unchanged;

    public Trial(LoadedScenario scenario, string arm, Batch batch)
    {
        (_scenario, _arm, _batch) = (scenario, arm, batch);
        _hash = ResolvedScenario.Of(scenario.Scenario!).Hash;
        _unchanged = Play(scenario.Scenario!, batch, CancellationToken.None);
        Means = Array.ConvertAll(_unchanged, static values => Estimate.OfMean(values).Value);
    }

    public double[] Means { get; }

    /// <summary>Sets one parameter to both ends of its range.</summary>
    public ParameterInfluence Vary(int position, CancellationToken cancellation)
    {
        var parameter = _scenario.Provenance.Parameters[position];
        var problems = new List<string>();
        var low = ChangeAt(position, parameter.Range!.Value.Low, problems, cancellation);
        var high = ChangeAt(position, parameter.Range!.Value.High, problems, cancellation);
        var swings = new Swing[InfluenceRanking.Measures.Count];
        for (var k = 0; k < swings.Length; k++) swings[k] = new Swing(Difference(low, k), Difference(high, k));
        return new ParameterInfluence(parameter, swings, low != Unmoved || high != Unmoved, problems);
    }

    private static double[][] Unmoved { get; } = [];

    private double[][]? ChangeAt(int position, double value, List<string> problems, CancellationToken cancellation)
    {
        if (value == _scenario.Provenance.Parameters[position].Value) return Unmoved;
        var changed = _scenario.With(new Dictionary<int, double> { [position] = value });
        if (changed.Ok)
            return ResolvedScenario.Of(changed.Scenario).Hash == _hash ? Unmoved : Play(changed.Scenario, _batch with { Threads = 1 }, cancellation);
        problems.AddRange(changed.Problems.Select(static problem => problem.ToString()));
        return null;
    }

    private Estimate Difference(double[][]? played, int measure) =>
        played is null ? new Estimate(double.NaN, double.NaN, 0)
        : Estimate.OfDifference(played == Unmoved ? _unchanged[measure] : played[measure], _unchanged[measure]);

    /// <summary>Values of all measures, [measure][replication].</summary>
    private double[][] Play(Scenario scenario, Batch batch, CancellationToken cancellation)
    {
        var arm = Array.Find(scenario.Arms, arm => arm.Id == _arm)!;
        var rows = Runner.Play(new Compiled(scenario), arm, batch,
            static run => InfluenceRanking.Measured.Select(entry => entry.Read(run.Outcome) ?? double.NaN).ToArray(), cancellation);
        return [.. InfluenceRanking.Measures.Select((_, k) => Array.ConvertAll(rows, row => row[k]))];
    }
}
