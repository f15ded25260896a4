namespace BidCompetitionSim.Model.Network;

/// <summary>What a place weighs in the scores.</summary>
/// <param name="State">Index of the state it lies in.</param>
/// <param name="GdpUsdBn">Its gross domestic product, USD bn, positive.</param>
/// <param name="Population">Its population, persons (or any one unit for all places), positive.</param>
public readonly record struct PlaceMass(int State, double GdpUsdBn, double Population);

/// <summary>All pairs of places of a system with their gravity weights; fixed per scenario, so that arms are comparable.</summary>
/// <remarks>
/// w_ij ∝ √(GDP_i·pop_i)·√(GDP_j·pop_j)/distance_ij, scaled so that the pairs in different states sum to 1; domestic pairs
/// carry the same constant (docs/model.md §4.8). Pairs are ordered by first, then second place.
/// </remarks>
public sealed class PairSet
{
    private readonly PlacePair[] pairs;
    private readonly double[] weights;
    private readonly double[] populationProducts;
    private readonly int[] firstStates;
    private readonly int[] secondStates;

    /// <summary>Compiles the pairs of all places.</summary>
    /// <param name="places">The places, in index order.</param>
    /// <param name="distanceKm">Places × places, km, row by row; only entries with first &lt; second are read, and must be positive and finite.</param>
    /// <exception cref="ArgumentException">A mass or a distance is not positive and finite, or the matrix has another size.</exception>
    public PairSet(ReadOnlySpan<PlaceMass> places, ReadOnlySpan<double> distanceKm)
    {
        if (distanceKm.Length != places.Length * places.Length)
        {
            throw new ArgumentException("Distances are places × places.", nameof(distanceKm));
        }

        int count = places.Length * (places.Length - 1) / 2;
        pairs = new PlacePair[count];
        weights = new double[count];
        populationProducts = new double[count];
        firstStates = new int[count];
        secondStates = new int[count];
        int p = 0;
        for (int i = 0; i < places.Length; i++)
        {
            for (int j = i + 1; j < places.Length; j++, p++)
            {
                pairs[p] = new PlacePair(i, j);
                (firstStates[p], secondStates[p]) = (places[i].State, places[j].State);
                populationProducts[p] = places[i].Population * places[j].Population;
                weights[p] = Gravity(places[i], places[j], distanceKm[i * places.Length + j]);
            }
        }

        Normalise();
    }

    /// <summary>Number of pairs, n(n−1)/2 of n places.</summary>
    public int Count => pairs.Length;

    /// <summary>The pairs.</summary>
    public ReadOnlySpan<PlacePair> Pairs => pairs;

    /// <summary>Their weights, dimensionless; those of pairs in different states sum to 1.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Product of the two populations, persons².</summary>
    public ReadOnlySpan<double> PopulationProducts => populationProducts;

    /// <summary>State of each pair's first place.</summary>
    public ReadOnlySpan<int> FirstStates => firstStates;

    /// <summary>State of each pair's second place.</summary>
    public ReadOnlySpan<int> SecondStates => secondStates;

    /// <summary>Whether a pair joins places in different states.</summary>
    public bool IsCrossBorder(int pair) => firstStates[pair] != secondStates[pair];

    /// <summary>Q of docs/model.md §5: pairs in different states that the plans can bring closer (g* &lt; g⁰).</summary>
    public int[] Improvable(int[] before, int[] ideal) => Where(pair => IsCrossBorder(pair) && ideal[pair] < before[pair]);

    /// <summary>Q_s of docs/model.md §4.8: pairs, domestic ones too, whose ideal path needs a segment (g* without it is larger).</summary>
    public int[] Needing(int[] ideal, int[] idealWithout) => Where(pair => idealWithout[pair] > ideal[pair]);

    /// <summary>Pairs in different states.</summary>
    public int[] CrossBorder() => Where(IsCrossBorder);

    /// <summary>Those of some pairs whose two states both belong to a group, such as ASEAN.</summary>
    /// <param name="among">Pair indices.</param>
    /// <param name="isMember">Membership by state index.</param>
    public int[] Within(int[] among, bool[] isMember) =>
        Array.FindAll(among, pair => isMember[firstStates[pair]] && isMember[secondStates[pair]]);

    /// <summary>Those of some pairs that have an end in one state.</summary>
    public int[] Touching(int[] among, int state) =>
        Array.FindAll(among, pair => firstStates[pair] == state || secondStates[pair] == state);

    /// <summary>Indices, among those given, of the pairs that have an end in one of some states.</summary>
    public int[] TouchingAny(int[] among, ulong states) =>
        Array.FindAll(among, pair => ((states >> firstStates[pair] | states >> secondStates[pair]) & 1) != 0);

    private static double Gravity(in PlaceMass a, in PlaceMass b, double distanceKm)
    {
        double weight = Math.Sqrt(a.GdpUsdBn * a.Population) * Math.Sqrt(b.GdpUsdBn * b.Population) / distanceKm;
        bool valid = a.GdpUsdBn > 0.0 && a.Population > 0.0 && b.GdpUsdBn > 0.0 && b.Population > 0.0 && distanceKm > 0.0;
        return valid && double.IsFinite(weight) && weight > 0.0
            ? weight
            : throw new ArgumentException($"Masses and distances are positive and finite; found {a}, {b}, {distanceKm} km.");
    }

    private void Normalise()
    {
        double total = 0.0;
        for (int p = 0; p < weights.Length; p++)
        {
            total += IsCrossBorder(p) ? weights[p] : 0.0;
        }

        // A system within one state has no pair to score; its weights keep their raw scale, which cancels in every ratio.
        double scale = total > 0.0 ? total : 1.0;
        for (int p = 0; p < weights.Length; p++)
        {
            weights[p] /= scale;
        }
    }

    private int[] Where(Predicate<int> wanted)
    {
        var found = new List<int>();
        for (int p = 0; p < Count; p++)
        {
            if (wanted(p))
            {
                found.Add(p);
            }
        }

        return [.. found];
    }
}
