using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// The potential A of one system (see <see cref="PeoplePart"/>), summed afresh but with each pair's term remembered: from one network to the
/// next most pairs keep their time, and a term costs an exponential. Scratch of its owner.
/// </summary>
internal sealed class ContactSum
{
    private readonly CompiledSystem system;
    private readonly double decaySeconds;
    private readonly double[] termsBefore;
    private readonly double[] terms;
    private readonly int[] seconds;

    public ContactSum(CompiledSystem system, double decayHours)
    {
        this.system = system;
        decaySeconds = decayHours * 3600.0;
        seconds = [.. system.PassengerBefore];
        terms = new double[seconds.Length];
        for (var pair = 0; pair < seconds.Length; pair++) terms[pair] = Term(pair, seconds[pair]);
        termsBefore = [.. terms];
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
        double sum = 0;
        for (var pair = 0; pair < seconds.Length; pair++) sum += Remembered(pair, passenger[pair]);
        return sum;
    }

    /// <summary>How much higher the potential is where some times were lower than in another network of a known potential.</summary>
    public double Gained(ReadOnlySpan<int> passenger, ReadOnlySpan<int> imagined)
    {
        double sum = 0;
        for (var pair = 0; pair < seconds.Length; pair++)
            if (imagined[pair] != passenger[pair]) sum += Term(pair, imagined[pair]) - Remembered(pair, passenger[pair]);
        return sum;
    }

    private double Remembered(int pair, int time)
    {
        if (time == seconds[pair]) return terms[pair];
        seconds[pair] = time;
        return terms[pair] = time == system.PassengerBefore[pair] ? termsBefore[pair] : Term(pair, time);
    }

    private double Term(int pair, int time) =>
        system.Pairs.PopulationProducts[pair] * Elementary.Exp(-((double)system.PassengerAccessSeconds + time) / decaySeconds);
}
