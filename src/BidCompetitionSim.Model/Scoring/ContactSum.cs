using System.Numerics;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// The potential A of one system (see <see cref="PeoplePart"/>), summed afresh but with each pair's term remembered: from one network to the
/// next most pairs keep their time, and a term costs an exponential. Scratch of its owner.
/// </summary>
internal sealed class ContactSum
{
    private const int Block = 8;

    private readonly CompiledSystem system;
    private readonly double accessSeconds;
    private readonly double decaySeconds;
    private readonly double[] terms;
    private readonly double[] imaginedTerms;
    private readonly int[] seconds;
    private readonly int[] imaginedSeconds;

    public ContactSum(CompiledSystem system, double decayHours)
    {
        this.system = system;
        (accessSeconds, decaySeconds) = (system.PassengerAccessSeconds, decayHours * 3600.0);
        seconds = [.. system.PassengerBefore];
        terms = new double[seconds.Length];
        for (var first = 0; first < seconds.Length; first += Block)
            FillTerms(first, seconds.AsSpan(first, Math.Min(Block, seconds.Length - first)), terms.AsSpan(first));
        (imaginedTerms, imaginedSeconds) = ([.. terms], [.. seconds]);
        Before = Of(system.PassengerBefore);
        Ideal = Of(system.PassengerIdeal);
    }

    /// <summary>The potential before any segment.</summary>
    public double Before { get; }

    /// <summary>The potential of the ideal network.</summary>
    public double Ideal { get; }

    /// <summary>The potential on a network of these passenger times, in pair order, seconds without access.</summary>
    public double Of(ReadOnlySpan<int> passenger)
    {
        Remember(passenger);
        double sum = 0;
        foreach (var term in terms) sum += term;
        return sum;
    }

    /// <summary>How much higher the potential is where some times were lower than in another network of a known potential.</summary>
    public double Gained(ReadOnlySpan<int> passenger, ReadOnlySpan<int> imagined)
    {
        Remember(passenger);
        double sum = 0;
        for (var first = 0; first < seconds.Length; first += Block)
        {
            var pairs = Math.Min(Block, seconds.Length - first);
            var times = imagined.Slice(first, pairs);
            if (passenger.Slice(first, pairs).SequenceEqual(times)) continue;
            Fill(first, times, imaginedSeconds, imaginedTerms);
            for (var k = first; k < first + pairs; k++)
                if (imagined[k] != passenger[k]) sum += imaginedTerms[k] - terms[k];
        }
        return sum;
    }

    // Pairs that change lie together, so a block is taken as a whole: the same bits as one by one.
    private void Remember(ReadOnlySpan<int> passenger)
    {
        for (var first = 0; first < seconds.Length; first += Block)
        {
            var pairs = Math.Min(Block, seconds.Length - first);
            Fill(first, passenger.Slice(first, pairs), seconds, terms);
        }
    }

    private void Fill(int first, ReadOnlySpan<int> times, int[] knownSeconds, double[] knownTerms)
    {
        var known = knownSeconds.AsSpan(first, times.Length);
        if (times.SequenceEqual(known)) return;
        times.CopyTo(known);
        FillTerms(first, times, knownTerms.AsSpan(first, times.Length));
    }

    private void FillTerms(int first, ReadOnlySpan<int> times, Span<double> values)
    {
        var products = system.Pairs.PopulationProducts.Slice(first, times.Length);
        var done = 0;
        for (; done + Vector<int>.Count <= times.Length; done += Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(times[done..]), out var low, out var high);
            (new Vector<double>(products[done..]) * Decay(low)).CopyTo(values[done..]);
            var half = done + Vector<double>.Count;
            (new Vector<double>(products[half..]) * Decay(high)).CopyTo(values[half..]);
        }
        for (; done < times.Length; done++) values[done] = products[done] * Elementary.Exp(-(accessSeconds + times[done]) / decaySeconds);
    }

    private Vector<double> Decay(Vector<long> times) =>
        Elementary.Exp(-(new Vector<double>(accessSeconds) + Vector.ConvertToDouble(times)) / new Vector<double>(decaySeconds));
}
