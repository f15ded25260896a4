using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>Tests judged together.</summary>
internal static class HolmFamily
{
    /// <summary>Holm's adjustment over those that could be judged; null for the others.</summary>
    public static double?[] Adjust(double?[] probabilities)
    {
        var adjusted = Holm.Adjust([.. probabilities.OfType<double>()]);
        var next = 0;
        return Array.ConvertAll(probabilities, p => p is null ? (double?)null : adjusted[next++]);
    }
}
