using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>
/// What the model cannot know of a sector: its data hold the sponsors' capability for railways alone. Odds of each alternative are multiplied by how much more
/// often it happened in the sector than at all, both drawn towards the whole by a few cases' worth (empirical Bayes; Efron and Morris 1975).
/// </summary>
public sealed class SectorTilt
{
    /// <summary>Cases that the whole counts for in a sector: one for each alternative.</summary>
    public const double WorthOfWhole = ReplayedChoice.Alternatives;

    private readonly SortedDictionary<string, double[]> _factors = new(StringComparer.Ordinal);

    internal SectorTilt(IEnumerable<KeyValuePair<string, double[]>> factors)
    {
        foreach (var (sector, by) in factors) _factors.Add(sector, by);
    }

    /// <summary>No tilt at all.</summary>
    public static SectorTilt None { get; } = new([]);

    /// <summary>Factors by sector, on China, Japan, other and nobody.</summary>
    public IReadOnlyDictionary<string, double[]> Factors => _factors;

    /// <summary>What some cases tell of their sectors.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="left">One that is left out; −1 for none.</param>
    /// <param name="alsoLeft">Another one.</param>
    internal static SectorTilt Of(IReadOnlyList<HistoricalCase> cases, int left = -1, int alsoLeft = -1)
    {
        var all = new double[ReplayedChoice.Alternatives];
        var counts = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        for (var i = 0; i < cases.Count; i++)
        {
            if (i == left || i == alsoLeft || cases[i].Winner is not { } winner) continue;
            if (!counts.TryGetValue(cases[i].Sector, out var own)) counts.Add(cases[i].Sector, own = new double[ReplayedChoice.Alternatives]);
            own[(int)winner]++;
            all[(int)winner]++;
        }
        var rates = BaseRates.Of(all);
        return new SectorTilt(counts.Select(pair => KeyValuePair.Create(pair.Key, Factor(pair.Value, rates))));
    }

    /// <summary>A prediction for a sector; one that no case is of stays as it is.</summary>
    public double[] On(string sector, double[] prediction)
    {
        if (!_factors.TryGetValue(sector, out var factor)) return prediction;
        var (tilted, sum) = (new double[prediction.Length], 0.0);
        for (var k = 0; k < tilted.Length; k++) sum += tilted[k] = prediction[k] * factor[k];
        for (var k = 0; k < tilted.Length; k++) tilted[k] /= sum;
        return tilted;
    }

    private static double[] Factor(double[] counts, double[] rates)
    {
        var (factor, sum) = (new double[counts.Length], 0.0);
        foreach (var count in counts) sum += count;
        for (var k = 0; k < factor.Length; k++) factor[k] = (counts[k] + WorthOfWhole * rates[k]) / (sum + WorthOfWhole) / rates[k];
        return factor;
    }
}
