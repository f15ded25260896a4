using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The parts of cohesion that one system's network makes, as committed and with one more segment imagined. The sums of the committed network are
/// taken afresh whenever it changes; what a segment adds to them is summed over the pairs it brings closer, which are few.
/// </summary>
internal sealed class CommittedParts
{
    private const int NoState = -1;

    private readonly CompiledSystem system;
    private readonly CommittedNetwork network;
    private readonly ContactSum contacts;
    private readonly double achievable;
    private readonly double[] stateAchievable;
    private readonly int[] slots;
    private readonly double[] stateRealised;
    private readonly double[] shares;
    private readonly int[] standards;
    private double realised;
    private double potential;

    public CommittedParts(Compiled compiled, CompiledSystem system)
    {
        this.system = system;
        network = new CommittedNetwork(system);
        contacts = new ContactSum(system, compiled.Scenario.Scoring.PeopleDecayHours);
        standards = new int[system.Segments.Length];
        slots = new int[compiled.States];
        Array.Fill(slots, NoState);
        var members = 0;
        for (var state = 0; state < slots.Length; state++)
            if (compiled.Scenario.States[state].Asean && system.Pairs.Touching(system.Scored, state).Length > 0) slots[state] = members++;
        stateAchievable = new double[members];
        stateRealised = new double[members];
        shares = new double[members];
        achievable = Sum(system.Ideal.Costs, stateAchievable);
    }

    /// <summary>As committed.</summary>
    public NetworkMeasure Committed { get; private set; }

    /// <summary>Brings it up to a record.</summary>
    public void Load(Record record)
    {
        network.Load(record);
        network.Standing.CopyTo(standards);
        realised = Sum(network.Actual, stateRealised);
        potential = contacts.Of(network.Passenger);
        stateRealised.CopyTo(shares, 0);
        Committed = Measure(realised, potential);
    }

    /// <summary>With one more segment.</summary>
    public NetworkMeasure With(int local, int standard)
    {
        network.WhatIf(local, standard);
        stateRealised.CopyTo(shares, 0);
        var more = realised + Gained();
        standards[local] = standard;
        var measure = Measure(more, potential + contacts.Gained(network.Passenger, network.ImaginedPassenger));
        standards[local] = JunctionMap.NotBuilt;
        return measure;
    }

    private double Gained()
    {
        double sum = 0;
        foreach (var pair in system.Scored)
        {
            var (now, then) = (network.Actual[pair], network.Imagined[pair]);
            if (then == now) continue;
            var gain = system.Pairs.Weights[pair] * ((double)system.Before[pair] / then - (double)system.Before[pair] / now);
            sum += gain;
            Share(pair, gain, shares);
        }
        return sum;
    }

    private double Sum(ReadOnlySpan<int> costs, Span<double> byState)
    {
        double sum = 0;
        byState.Clear();
        foreach (var pair in system.Scored)
        {
            var gain = system.Pairs.Weights[pair] * ((double)system.Before[pair] / costs[pair] - 1.0);
            sum += gain;
            Share(pair, gain, byState);
        }
        return sum;
    }

    private void Share(int pair, double gain, Span<double> byState)
    {
        var (first, second) = (slots[system.Pairs.FirstStates[pair]], slots[system.Pairs.SecondStates[pair]]);
        if (first != NoState) byState[first] += gain;
        if (second != NoState) byState[second] += gain;
    }

    private NetworkMeasure Measure(double gained, double contact)
    {
        for (var k = 0; k < shares.Length; k++) shares[k] /= stateAchievable[k];
        return new NetworkMeasure(
            achievable > 0 ? gained / achievable : null, PeoplePart.Share(contact, contacts.Before, contacts.Ideal), EquityPart.Of(shares),
            system.Junctions.Tally(standards));
    }
}

/// <summary>What one system's network measures of cohesion; null is a part that it cannot have.</summary>
internal readonly record struct NetworkMeasure(double? Physical, double? PeopleToPeople, double? Equity, JunctionTally Junctions);
