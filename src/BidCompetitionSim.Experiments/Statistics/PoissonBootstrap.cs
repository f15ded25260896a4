using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>
/// Weights of a bootstrap that needs no second look at the rows: in every resample each row counts a Poisson(1) number of times (Hanley and MacGibbon 2006;
/// Chamandy et al. 2012), which is what drawing n of n rows with replacement comes to as n grows. A weight is addressed by resample and replication,
/// so it depends on no order, thread or number of rows, and is the same in all arms, measures and design points.
/// </summary>
public sealed class PoissonBootstrap
{
    /// <summary>Resamples unless told otherwise: the ends of a 95 % interval then rest on ten resamples each.</summary>
    public const int DefaultResamples = 400;

    private const int WordsInBlock = 8;
    private readonly ulong key;

    /// <summary>Weights under a key of their own, derived from the experiment's seed.</summary>
    /// <param name="seed">The experiment's seed.</param>
    /// <param name="resamples">Resamples, a multiple of 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">No positive multiple of 8.</exception>
    public PoissonBootstrap(ulong seed, int resamples = DefaultResamples)
    {
        if (resamples <= 0 || resamples % WordsInBlock != 0) throw new ArgumentOutOfRangeException(nameof(resamples), resamples, "Resamples come in eights.");
        key = Draws.KeyFor(seed, "bootstrap");
        Resamples = resamples;
    }

    /// <summary>How many resamples.</summary>
    public int Resamples { get; }

    /// <summary>Writes how often each resample counts a replication: small whole numbers. Allocates nothing; may be called by several threads at once.</summary>
    /// <param name="replication">Number of the replication.</param>
    /// <param name="weights">One place a resample.</param>
    public void Fill(uint replication, Span<double> weights)
    {
        for (var block = 0; block < Resamples / WordsInBlock; block++)
        {
            var (a, b, c, d) = Philox.At(new PhiloxBlock(replication, (uint)block, 0, 0), key);
            var eight = weights.Slice(block * WordsInBlock, WordsInBlock);
            (eight[0], eight[1]) = (Weight(a & 0xFFFF), Weight(a >> 16));
            (eight[2], eight[3]) = (Weight(b & 0xFFFF), Weight(b >> 16));
            (eight[4], eight[5]) = (Weight(c & 0xFFFF), Weight(c >> 16));
            (eight[6], eight[7]) = (Weight(d & 0xFFFF), Weight(d >> 16));
        }
    }

    // The inverse distribution function on 16 bits: 65536·P(X ≤ k) for k = 0 to 7, rounded. Mean 1.00005, variance 1.0002. Comparisons are added up, since no
    // processor can foresee which is the first to fail; four and more, one in fifty, it foresees well enough.
    internal static int Weight(uint word) =>
        Reached(word, 24109) + Reached(word, 48219) + Reached(word, 60273) + (word < 64291 ? 0 : FourOrMore(word) - 3);

    private static int FourOrMore(uint word) =>
        4 + Reached(word, 65296) + Reached(word, 65497) + Reached(word, 65530) + Reached(word, 65535);

    private static int Reached(uint word, uint threshold) => word >= threshold ? 1 : 0;
}
