using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// What each pair puts into the potential A of one system (see <see cref="PeoplePart"/>), followed from network to network: most pairs keep their
/// time, and a term costs an exponential. Scratch of its owner.
/// </summary>
internal sealed class ContactSum
{
    private readonly ContactTerms terms;
    private readonly double[] before;
    private readonly double[] known;

    public ContactSum(CompiledSystem system, double decayHours)
    {
        terms = new ContactTerms(system, decayHours);
        (before, known) = (new double[system.Pairs.Count], new double[system.Pairs.Count]);
        int[] all = [.. Enumerable.Range(0, system.PassengerBefore.Length)];
        terms.Find(all, system.PassengerIdeal, before);
        foreach (var term in before) Ideal += term;
        terms.Find(all, system.PassengerBefore, before);
        foreach (var term in before) Before += term;
        Reset();
    }

    /// <summary>The potential before any segment.</summary>
    public double Before { get; }

    /// <summary>The potential of the ideal network.</summary>
    public double Ideal { get; }

    /// <summary>By pair, what it puts into the potential: added up in this order, they are the potential. All 0 in a system without passengers.</summary>
    public ReadOnlySpan<double> Terms => known;

    /// <summary>Back to the network before any segment.</summary>
    public void Reset() => before.CopyTo(known, 0);

    /// <summary>Follows the network to where some pairs are closer.</summary>
    /// <param name="closer">Indices of those pairs.</param>
    /// <param name="times">Their passenger times, seconds without access.</param>
    public void Follow(ReadOnlySpan<int> closer, ReadOnlySpan<int> times) => terms.Find(closer, times, known);

    /// <summary>How much higher the potential would be where some pairs were closer.</summary>
    /// <param name="closer">Indices of those pairs.</param>
    /// <param name="times">Their passenger times, seconds without access.</param>
    public double Gained(ReadOnlySpan<int> closer, ReadOnlySpan<int> times) => terms.Excess(closer, times, known);
}
