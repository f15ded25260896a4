using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>How often each thing happens anyway; one case of each kind is added (Laplace), so that what has not been seen keeps a chance.</summary>
internal static class BaseRates
{
    /// <summary>Rates over all cases but one.</summary>
    public static double[] Of(IReadOnlyList<HistoricalCase> cases, int left = -1)
    {
        var counts = new double[ReplayedChoice.Alternatives];
        for (var i = 0; i < cases.Count; i++)
            if (i != left && cases[i].Winner is { } winner) counts[(int)winner]++;
        return Of(counts);
    }

    /// <summary>Rates from counts.</summary>
    public static double[] Of(double[] counts)
    {
        var sum = 0.0;
        foreach (var count in counts) sum += count + 1;
        return Array.ConvertAll(counts, count => (count + 1) / sum);
    }
}
