using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// The potential A of one system (see <see cref="PeoplePart"/>), summed afresh but with each pair's term remembered: from one network to the
/// next most pairs keep their time, and a term costs an exponential. Scratch of its owner.
/// </summary>
internal sealed class ContactSum
{
    private readonly ContactTerms terms;
    private readonly int[] seconds; // by pair: the time whose term is known
    private readonly double[] known;
    private readonly int[] changed;

    public ContactSum(CompiledSystem system, double decayHours)
    {
        terms = new ContactTerms(system, decayHours);
        var pairs = system.PassengerBefore.Length;
        (seconds, known, changed) = (new int[pairs], new double[pairs], new int[pairs]);
        Array.Fill(seconds, Differences.NoCost);
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
        var some = Differences.Find(passenger, seconds, changed);
        terms.Find(some, passenger, known);
        foreach (var pair in some) seconds[pair] = passenger[pair];
        double sum = 0;
        foreach (var term in known) sum += term;
        return sum;
    }

    /// <summary>How much higher the potential is than on the last network whose potential was asked for, where some pairs are closer.</summary>
    /// <param name="closer">Indices of those pairs.</param>
    /// <param name="times">Their passenger times, seconds without access.</param>
    public double Gained(ReadOnlySpan<int> closer, ReadOnlySpan<int> times) => terms.Excess(closer, times, known);
}
