using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Influence;

/// <summary>What one assumed number, moved from its value to an end of its range with everything else and all draws the same, does to a measure.</summary>
/// <param name="Low">Change at the low end, in the measure's unit, with its standard error over replications.</param>
/// <param name="High">Change at the high end.</param>
public readonly record struct Swing(Estimate Low, Estimate High)
{
    /// <summary>Largest distance among the outcomes at the low end, at the value and at the high end; 0 where the measure does not exist.</summary>
    public double Size => Math.Max(Math.Max(Known(Low), Known(High)), Low.IsUnknown || High.IsUnknown ? 0 : Math.Abs(High.Value - Low.Value));

    /// <summary>Whether a change at either end is more than two standard errors from nothing. A single project that tips can make a large swing that is not clear.</summary>
    public bool IsClear => Clear(Low) || Clear(High);

    private static bool Clear(Estimate change) => !change.IsUnknown && Math.Abs(change.Value) > 2 * change.StandardError;

    private static double Known(Estimate change) => double.IsNaN(change.Value) ? 0 : Math.Abs(change.Value);
}

/// <summary>How much one assumed number decides.</summary>
/// <param name="Parameter">The number, with its paths, value, range and the reason it was assumed.</param>
/// <param name="Swings">Its swings, in the order of <see cref="InfluenceRanking.Measures"/>.</param>
/// <param name="Reaches">Whether an end of its range makes another scenario at all; if not, every swing is exactly 0.</param>
/// <param name="Problems">Why an end of its range could not be played, such as a check that it breaks; its change counts as unknown.</param>
public sealed record ParameterInfluence(Parameter Parameter, IReadOnlyList<Swing> Swings, bool Reaches, IReadOnlyList<string> Problems)
{
    /// <summary>Largest swing of a score, in points; host surplus has another unit and is left out.</summary>
    public double LargestScoreSwing { get; } = Enumerable.Range(0, InfluenceRanking.Scores).Max(k => Swings[k].Size);

    /// <summary>Swing of one measure.</summary>
    /// <param name="measure">One of <see cref="InfluenceRanking.Measures"/>.</param>
    public Swing On(string measure) => Swings[InfluenceRanking.IndexOf(measure)];
}

/// <summary>All assumed numbers of a scenario under one arm.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Replications">Replications that each value was played for: few make small swings uncertain.</param>
/// <param name="Means">Mean of each measure with every number at its value, in the order of <see cref="InfluenceRanking.Measures"/>.</param>
/// <param name="Rows">The numbers, by their largest swing of a score, then by name.</param>
public sealed record InfluenceTable(string Arm, int Replications, IReadOnlyList<double> Means, IReadOnlyList<ParameterInfluence> Rows)
{
    /// <summary>The same rows by their swing of one measure, then by name.</summary>
    public IEnumerable<ParameterInfluence> By(string measure) =>
        Rows.OrderByDescending(row => row.On(measure).Size).ThenBy(row => row.Parameter.Name, StringComparer.Ordinal);
}
