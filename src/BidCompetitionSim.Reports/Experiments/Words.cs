using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>Short words for what a difference allows to say.</summary>
internal static class Words
{
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
