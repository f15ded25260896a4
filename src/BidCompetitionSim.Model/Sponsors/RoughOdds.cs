using System.Numerics;
using System.Runtime.CompilerServices;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// <see cref="WinOdds"/> around one utility, for bounds: right to a few parts in a million where utilities are small, and never lower by more than
/// <see cref="Reach"/> says. Scratch of its owner.
/// </summary>
internal sealed class RoughOdds
{
    private readonly Opponent[] opponents;
    private int certain;
    private int count;

    /// <param name="mostRivals">Most rivals there may be.</param>
    public RoughOdds(int mostRivals) => opponents = new Opponent[mostRivals + 1];

    /// <summary>How far the utility lies from those it is held against: as many times a float's precision may be lost of a utility.</summary>
    public double Reach { get; private set; }

    /// <summary>Reads the odds around a utility.</summary>
    public void Load(in WinOdds odds, double utility)
    {
        (Reach, count) = (0, 0);
        Add(odds.NobodyUtility - utility, odds.Mu, 1);
        foreach (ref readonly var rival in odds.Certain) Add(rival.Utility - utility, rival.TasteSpread, 1);
        certain = count;
        foreach (ref readonly var rival in odds.Uncertain) Add(rival.Utility - utility, rival.TasteSpread, rival.Participation);
    }

    /// <summary>Probability of winning with that utility and so much more; where next to none is left, some 10⁻¹⁷ are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> At(Vector<float> more)
    {
        var odds = Vector<float>.One;
        for (var k = 0; k < certain; k++) odds += opponents[k].OddsAt(more);
        return (count - certain) switch
        {
            0 => Vector<float>.One / odds,
            1 => Expected(opponents[certain].Participation, odds, odds + opponents[certain].OddsAt(more)),
            _ => OverSets(certain, odds, more),
        };
    }

    private Vector<float> OverSets(int first, Vector<float> odds, Vector<float> more)
    {
        ref readonly var rival = ref opponents[first];
        var (p, with) = (rival.Participation, odds + rival.OddsAt(more));
        return first + 1 == count ? Expected(p, odds, with) : p * OverSets(first + 1, with, more) + (1 - p) * OverSets(first + 1, odds, more);
    }

    private static Vector<float> Expected(float p, Vector<float> without, Vector<float> with) => (p * without + (1 - p) * with) / (with * without);

    private void Add(double above, double spread, double participation)
    {
        if (double.IsFinite(above)) Reach = Math.Max(Reach, Math.Abs(above));
        var steepness = Elementary.InverseLn2 / spread;
        opponents[count++] = new Opponent((float)(above * steepness), (float)steepness, (float)participation);
    }

    // Odds of even chances doubled so many times.
    private readonly record struct Opponent(float Height, float Steepness, float Participation)
    {
        public Vector<float> OddsAt(Vector<float> more) => Elementary.RoughPowerOfTwo(new Vector<float>(Height) - Steepness * more);
    }
}
