namespace BidCompetitionSim.Experiments.Designs;

/// <summary>Points in the unit cube, one column a factor. A column depends on its factor's name and place alone.</summary>
internal static class PointDesigns
{
    private const double TwoToMinus32 = 1.0 / (1UL << 32);

    /// <summary>A column of a Latin hypercube (McKay, Beckman and Conover 1979): every n-th of the range holds one point, anywhere in it.</summary>
    public static double[] LatinColumn(string factor, int size, ulong seed)
    {
        var uniform = new AddressedUniform(seed, "latin hypercube");
        var keys = new ulong[size];
        for (var k = 0; k < size; k++) keys[k] = uniform.Bits(factor, (uint)k);
        var order = Enumerable.Range(0, size).ToArray();
        Array.Sort(keys, order);
        var column = new double[size];
        for (var stratum = 0; stratum < size; stratum++) column[order[stratum]] = (stratum + uniform.At(factor, (uint)order[stratum], 1)) / size;
        return column;
    }

    /// <summary>
    /// A column of a Sobol' sequence, in the middles of its 2³² cells. A seed shifts it digit by digit, which keeps its evenness and takes the first
    /// point away from the corner (Owen 2022: that point must not be dropped).
    /// </summary>
    public static double[] SobolColumn(string factor, int dimension, int size, ulong? seed)
    {
        var shift = seed is { } given ? (uint)new AddressedUniform(given, "sobol").Bits(factor, 0) : 0;
        var column = new double[size];
        for (var k = 0; k < size; k++) column[k] = ((Sobol.Coordinate(dimension, (uint)k) ^ shift) + 0.5) * TwoToMinus32;
        return column;
    }

    /// <summary>Every combination of levels, the last factor changing fastest.</summary>
    public static IEnumerable<double[]> Combinations(IReadOnlyList<double[]> levels)
    {
        var count = levels.Aggregate(1L, static (product, one) => product * one.Length);
        for (var k = 0L; k < count; k++)
        {
            var (point, left) = (new double[levels.Count], k);
            for (var factor = levels.Count - 1; factor >= 0; left /= levels[factor--].Length) point[factor] = levels[factor][left % levels[factor].Length];
            yield return point;
        }
    }

    /// <summary>The base point, then every level of each factor that differs from it, the others at the base.</summary>
    public static IEnumerable<double[]> OneAtATime(double[] start, IReadOnlyList<double[]> levels)
    {
        yield return start;
        for (var factor = 0; factor < levels.Count; factor++)
            foreach (var level in levels[factor])
            {
                if (level == start[factor]) continue;
                var point = (double[])start.Clone();
                point[factor] = level;
                yield return point;
            }
    }

    /// <summary>Evenly spaced values from one end of a range to the other.</summary>
    public static double[] Levels(double low, double high, int count)
    {
        var levels = new double[count];
        for (var k = 0; k < count; k++) levels[k] = k == count - 1 ? high : low + (high - low) * k / (count - 1);
        return levels;
    }
}
