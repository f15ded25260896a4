using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>What single pairs of one system put into the potential A (see <see cref="PeoplePart"/>). Scratch of its owner.</summary>
internal sealed class ContactTerms
{
    private readonly CompiledSystem system;
    private readonly Vector<double> accessSeconds;
    private readonly Vector<double> decaySeconds;
    private readonly double[] lanes;

    public ContactTerms(CompiledSystem system, double decayHours)
    {
        this.system = system;
        (accessSeconds, decaySeconds) = (new Vector<double>(system.PassengerAccessSeconds), new Vector<double>(decayHours * 3600.0));
        lanes = new double[system.PassengerBefore.Length + Vector<double>.Count];
    }

    /// <summary>Finds the terms of some pairs, side by side in vectors: the same bits as one by one.</summary>
    /// <param name="some">Indices of the pairs.</param>
    /// <param name="times">Their passenger times, seconds without access.</param>
    /// <param name="terms">Receives those pairs' terms, each at the pair's own index.</param>
    public void Find(ReadOnlySpan<int> some, ReadOnlySpan<int> times, Span<double> terms)
    {
        var decays = DecaysAt(times);
        var products = system.Pairs.PopulationProducts;
        for (var k = 0; k < some.Length; k++) terms[some[k]] = products[some[k]] * decays[k];
    }

    /// <summary>How much the terms of some pairs exceed others.</summary>
    /// <param name="some">Indices of the pairs.</param>
    /// <param name="times">Their passenger times, seconds without access.</param>
    /// <param name="others">By pair: the other terms.</param>
    public double Excess(ReadOnlySpan<int> some, ReadOnlySpan<int> times, ReadOnlySpan<double> others)
    {
        var decays = DecaysAt(times);
        var products = system.Pairs.PopulationProducts;
        double sum = 0;
        for (var k = 0; k < some.Length; k++) sum += products[some[k]] * decays[k] - others[some[k]];
        return sum;
    }

    /// <summary>What the terms of some pairs are to their population products; until it is asked again.</summary>
    /// <param name="times">Their passenger times, seconds without access.</param>
    public ReadOnlySpan<double> DecaysAt(ReadOnlySpan<int> times)
    {
        // Converted in vectors, as whoever loads a vector waits for the single numbers that were stored there.
        var k = 0;
        for (; k <= times.Length - Vector128<int>.Count; k += Vector128<int>.Count)
            Vector256.ConvertToDouble(Vector256.WidenLower(Vector128.Create(times[k..]).ToVector256Unsafe())).CopyTo(lanes, k);
        for (; k < times.Length; k++) lanes[k] = times[k];
        Decay(times.Length);
        return lanes.AsSpan(0, times.Length);
    }

    private void Decay(int count)
    {
        var several = MemoryMarshal.Cast<double, Vector<double>>(lanes.AsSpan());
        for (var v = 0; v * Vector<double>.Count < count; v++) several[v] = Elementary.Exp(-(accessSeconds + several[v]) / decaySeconds);
    }
}
