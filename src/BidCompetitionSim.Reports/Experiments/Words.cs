using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>Short words for what a difference allows to say.</summary>
internal static class Words
{
    /// <summary>How many replications were played of every arm, of how many where it stopped before its end.</summary>
    public static string Played(ExperimentResult result)
    {
        var played = (result.Done + result.Failed) / result.Arms.Count / Math.Max(1, result.Points.Count);
        return result.Status == "stopped" ? $"{Shown.Count(played)} of {Shown.Count(result.Replications, "replication")}" : Shown.Count(result.Replications, "replication");
    }

    /// <summary>What became of the precision that was wanted.</summary>
    public static string Precision(ExperimentResult result, StoppingResult stopping)
    {
        if (stopping.HalfWidth is not { } reach) return "told by no pair of the first stage";
        if (reach > stopping.HalfWidthWanted * 1.000001)
            return $"out of reach: it would take more replications than can be numbered, so the first stage is all there is, which knows it to {Shown.Number(reach)}";
        return result.Status == "stopped" ? $"would be {Shown.Number(reach)} after {Shown.Count(stopping.Needed, "replication")}, and it was stopped before" : $"reached {Shown.Number(reach)}";
    }

    /// <summary>What measures of a family stand under.</summary>
    public static string Of(Family family) => family switch { Family.Score => "Scores", Family.Part => "Parts of cohesion", _ => "Beside the scores" };

    /// <summary>better, worse, same or unclear; higher or lower for a measure that is neither good nor bad.</summary>
    public static string Of(Measure measure, Comparison comparison) => (Standings.Of(comparison), measure.Direction) switch
    {
        (Standing.Same, _) => "same",
        (Standing.Unclear or Standing.Unknown, _) => "unclear",
        (Standing.Higher, Direction.Neither) => "higher",
        (Standing.Lower, Direction.Neither) => "lower",
        (Standing.Higher, Direction.Higher) or (Standing.Lower, Direction.Lower) => "better",
        _ => "worse",
    };
}
