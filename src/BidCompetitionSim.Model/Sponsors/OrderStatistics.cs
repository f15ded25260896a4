namespace BidCompetitionSim.Model.Sponsors;

/// <summary>What the best of several bidders' luck amounts to.</summary>
public static class OrderStatistics
{
    // ∫ x n φ(x) Φ(x)ⁿ⁻¹ dx by 40-digit quadrature; e₂ = 1/√π and e₃ = 3/(2√π) in closed form (Teichroew 1956).
    // An array: a span over constant data allocates in code that is not optimised.
    private static readonly double[] expectedMaxima =
    [
        0.0,
        0.56418958354775628695,
        0.84628437532163443042,
        1.0293753730039641321,
        1.1629644736405196128,
        1.2672063606114712976,
        1.3521783756069043992,
        1.4236003060452777531,
        1.4850131622092370063,
        1.538752730835172856,
        1.5864363519080001689,
        1.6292276398719129903,
        1.667990177049127498,
        1.7033815540999765215,
        1.7359134449410374337,
        1.7659913930547879673,
    ];

    /// <summary>e_n, the expected maximum of n independent standard normals.</summary>
    /// <param name="n">1 to 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is outside 1 to 16.</exception>
    public static double ExpectedMaximum(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, expectedMaxima.Length);
        return expectedMaxima[n - 1];
    }
}
