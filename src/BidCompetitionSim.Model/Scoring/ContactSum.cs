using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// The potential A of one system (see <see cref="PeoplePart"/>), summed afresh but with each pair's term remembered: from one network to the
/// next most pairs keep their time, and a term costs an exponential. Scratch of its owner.
/// </summary>
internal sealed class ContactSum
{
    private readonly ContactTerms terms;
    private readonly Terms known;
    private readonly Terms imagined;
    private readonly int[] changed;
    private readonly int[] stale;

    public ContactSum(CompiledSystem system, double decayHours)
    {
        terms = new ContactTerms(system, decayHours);
        var pairs = system.PassengerBefore.Length;
        (known, imagined) = (new Terms(pairs), new Terms(pairs));
        (changed, stale) = (new int[pairs], new int[pairs]);
        Ideal = Of(system.PassengerIdeal);
        Before = Of(system.PassengerBefore);
    }

    /// <summary>The potential before any segment.</summary>
    public double Before { get; }

    /// <summary>The potential of the ideal network.</summary>
    public double Ideal { get; }

    /// <summary>The potential on a network of these passenger times, in pair order, seconds without access.</summary>
    public double Of(ReadOnlySpan<int> passenger)
    {
        Find(Differences.Find(passenger, known.Seconds, changed), passenger, known);
        double sum = 0;
        foreach (var term in known.Values) sum += term;
        return sum;
    }

    /// <summary>How much higher the potential is on a network of these times than on the last one whose potential was asked for.</summary>
    public double Gained(ReadOnlySpan<int> passenger)
    {
        var faster = Differences.Find(passenger, known.Seconds, changed);
        var count = 0;
        foreach (var pair in faster)
        {
            stale[count] = pair;
            count += passenger[pair] == imagined.Seconds[pair] ? 0 : 1;
        }
        Find(stale.AsSpan(0, count), passenger, imagined);
        double sum = 0;
        foreach (var pair in faster) sum += imagined.Values[pair] - known.Values[pair];
        return sum;
    }

    private void Find(ReadOnlySpan<int> some, ReadOnlySpan<int> passenger, in Terms known)
    {
        terms.Find(some, passenger, known.Values);
        foreach (var pair in some) known.Seconds[pair] = passenger[pair];
    }

    /// <summary>By pair: a time, and the term of that time.</summary>
    private readonly struct Terms
    {
        public readonly int[] Seconds;
        public readonly double[] Values;

        public Terms(int pairs)
        {
            (Seconds, Values) = (new int[pairs], new double[pairs]);
            Array.Fill(Seconds, Differences.NoCost);
        }
    }
}
