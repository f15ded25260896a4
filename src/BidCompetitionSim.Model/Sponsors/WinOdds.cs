using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>A rival as a bidder sees it before a tender. Utilities are the host's.</summary>
/// <param name="Utility">ū + m: the rival's reference offer and what it is believed to add.</param>
/// <param name="TasteSpread">μ', see <see cref="WinProbability.SpreadOfTaste"/>; above 0.</param>
/// <param name="Participation">p, the believed probability that it bids, in [0, 1].</param>
public readonly record struct RivalBelief(double Utility, double TasteSpread, double Participation);

/// <summary>
/// The probability of winning as a function of the own utility u (docs/model.md §4.4):
/// Σ over sets A of rivals of Π p Π(1 − p) / [1 + e^((u₀−u)/μ) + Σ_A e^((ū+m−u)/μ')].
/// Prepared once per tender, then evaluated for many u with one exponential for nobody and one per rival.
/// </summary>
public readonly ref struct WinOdds
{
    private readonly double _nobodyUtility;
    private readonly double _mu;
    private readonly ReadOnlySpan<RivalBelief> _certain;
    private readonly ReadOnlySpan<RivalBelief> _uncertain;

    /// <summary>Sorts rivals that surely bid from those that may; who surely does not is dropped.</summary>
    /// <param name="nobodyUtility">u₀, the utility of choosing nobody; −∞ if that is excluded.</param>
    /// <param name="mu">μ &gt; 0, scale of the host's taste.</param>
    /// <param name="rivals">Any number of rivals, of whom at most 16 are uncertain.</param>
    /// <param name="memory">At least as long as <paramref name="rivals"/>; must live as long as this value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A scale is not positive, a probability outside [0, 1], or too many rivals are uncertain.</exception>
    public WinOdds(double nobodyUtility, double mu, ReadOnlySpan<RivalBelief> rivals, Span<RivalBelief> memory)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mu);
        int certain = 0, uncertain = 0;
        foreach (var rival in rivals)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rival.TasteSpread);
            if (!(rival.Participation is >= 0.0 and <= 1.0))
            {
                throw new ArgumentOutOfRangeException(nameof(rivals), rival.Participation, "A probability lies in [0, 1].");
            }

            if (rival.Participation == 1.0)
            {
                memory[certain++] = rival;
            }
            else if (rival.Participation > 0.0)
            {
                memory[rivals.Length - ++uncertain] = rival;
            }
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(uncertain, WinProbability.MostUncertainRivals, nameof(rivals));
        _nobodyUtility = nobodyUtility;
        _mu = mu;
        _certain = memory[..certain];
        _uncertain = memory[(rivals.Length - uncertain)..rivals.Length];
    }

    internal double NobodyUtility => _nobodyUtility;

    internal double Mu => _mu;

    internal ReadOnlySpan<RivalBelief> Certain => _certain;

    internal ReadOnlySpan<RivalBelief> Uncertain => _uncertain;

    /// <summary>P̂(win | u), in [0, 1].</summary>
    /// <param name="u">The host's utility of the own offer.</param>
    public double At(double u)
    {
        var odds = 1.0 + Elementary.Exp((_nobodyUtility - u) / _mu);
        foreach (var rival in _certain)
        {
            odds += OddsOf(rival, u);
        }

        return _uncertain.Length switch
        {
            0 => 1.0 / odds,
            1 => Expected(_uncertain[0].Participation, odds, OddsOf(_uncertain[0], u)),
            _ => ExpectedOverSets(odds, u),
        };
    }

    private static double OddsOf(in RivalBelief rival, double u) =>
        Elementary.Exp((rival.Utility - u) / rival.TasteSpread);

    private static double Expected(double p, double without, double added) => p / (without + added) + (1.0 - p) / without;

    private double ExpectedOverSets(double odds, double u)
    {
        Span<double> added = stackalloc double[_uncertain.Length];
        for (var k = 0; k < added.Length; k++)
        {
            added[k] = OddsOf(_uncertain[k], u);
        }

        return ExpectedOverSets(_uncertain, added, odds);
    }

    // Each rival in turn either bids or not: 2ⁿ⁻¹ leaves, none of which allocates.
    private static double ExpectedOverSets(ReadOnlySpan<RivalBelief> rivals, ReadOnlySpan<double> added, double odds)
    {
        var p = rivals[0].Participation;
        return rivals.Length == 1
            ? Expected(p, odds, added[0])
            : p * ExpectedOverSets(rivals[1..], added[1..], odds + added[0])
                + (1.0 - p) * ExpectedOverSets(rivals[1..], added[1..], odds);
    }
}
