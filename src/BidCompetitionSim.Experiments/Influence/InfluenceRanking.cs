using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Influence;

/// <summary>
/// Which invented numbers decide: every assumed number is set to the low and the high end of its range, one at a time, and the same draws are
/// played again. It shows what a number does beside the others' values; what two of them do together it does not show.
/// </summary>
public static class InfluenceRanking
{
    /// <summary>Replications for a quick look: large swings show, small ones drown in their standard error.</summary>
    public const int QuickReplications = 20;

    /// <summary>Measures that influences are measured on, by id: the scores, which share a unit, and host surplus.</summary>
    public static IReadOnlyList<string> Measures { get; } = [.. Measured.Select(static entry => entry.Name)];

    /// <summary>How many of them, the first, are scores.</summary>
    internal static int Scores => Catalogue.Scores.Length;

    /// <summary>Reads them from outcomes.</summary>
    internal static IEnumerable<Entry<Outcome>> Measured => Catalogue.Scores.Append(Array.Find(Catalogue.Beside, static entry => entry.Name == "hostSurplus"));

    internal static int IndexOf(string measure)
    {
        for (var k = 0; k < Measures.Count; k++)
            if (Measures[k] == measure) return k;
        throw new ArgumentOutOfRangeException(nameof(measure), measure, $"Influences are measured on {string.Join(", ", Measures)}.");
    }

    /// <summary>Ranks the assumed numbers of a scenario.</summary>
    /// <param name="scenario">A scenario that loaded.</param>
    /// <param name="arm">Id of an arm of it.</param>
    /// <param name="batch">What to play for every value; threads work on different numbers, and the result does not depend on them.</param>
    /// <param name="progress">Told how many numbers are done, of how many; never by two threads at once.</param>
    /// <param name="cancellation">Stops between two runs.</param>
    /// <exception cref="ArgumentException">The scenario did not load, or has no such arm.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static InfluenceTable Of(
        LoadedScenario scenario, string arm, Batch batch, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        if (!scenario.Ok) throw new ArgumentException("A scenario with problems has no influences.", nameof(scenario));
        if (!Array.Exists(scenario.Scenario.Arms, one => one.Id == arm))
            throw new ArgumentException($"There is no arm {arm}; there are {string.Join(", ", scenario.Scenario.Arms.Select(static one => one.Id))}.", nameof(arm));
        var trial = new Trial(scenario, arm, batch);
        var assumed = Assumed(scenario.Provenance.Parameters);
        var rows = new ParameterInfluence[assumed.Length];
        var (done, counting) = (0, new Lock());
        Runner.Share(batch.ThreadsFor(assumed.Length), assumed.Length, () => trial, (shared, index) =>
        {
            rows[index] = shared.Vary(assumed[index], cancellation);
            lock (counting) progress?.Invoke(++done, assumed.Length);
        }, cancellation);
        return new InfluenceTable(arm, batch.Replications, trial.Means,
            [.. rows.OrderByDescending(row => row.LargestScoreSwing).ThenBy(row => row.Parameter.Name, StringComparer.Ordinal)]);
    }

    private static int[] Assumed(IReadOnlyList<Parameter> parameters) =>
        [.. Enumerable.Range(0, parameters.Count).Where(k => parameters[k] is { Assumed: not null, Range: not null, Value: not null })];
}
