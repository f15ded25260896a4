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

    private const sbyte Imagined = -2;

    private readonly CompiledSystem system;
    private readonly CommittedNetwork network;
    private readonly ContactSum contacts;
    private readonly double achievable;
    private readonly double[] stateAchievable;
    private readonly int[] slots;
    private readonly double[] stateRealised;
    private readonly double[] shares;
    private readonly int[] standards;
    private readonly ConfigurationMemo committedMemo;
    private readonly ConfigurationMemo imaginedMemo;
    private readonly NetworkMeasure[] committed;
    private readonly NetworkMeasure[] imagined; // [slot, standard]
    private readonly bool[] known; // likewise
    private Record record = null!;
    private double realised;
    private double potential;
    private bool isDrawn;

    public CommittedParts(Compiled compiled, CompiledSystem system)
    {
        this.system = system;
        network = new CommittedNetwork(system);
        contacts = new ContactSum(system, compiled.Scenario.Scoring.PeopleDecayHours);
        standards = new int[system.Segments.Length];
        (committedMemo, imaginedMemo) = (new ConfigurationMemo(standards.Length), new ConfigurationMemo(standards.Length));
        committed = new NetworkMeasure[ConfigurationMemo.UsualSlots];
        imagined = new NetworkMeasure[ConfigurationMemo.UsualSlots * system.StandardIds.Length];
        known = new bool[imagined.Length];
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

    /// <summary>Brings it up to a record. The network is drawn only if nobody has measured it before.</summary>
    public void Load(Record record)
    {
        (this.record, isDrawn) = (record, false);
        for (var local = 0; local < standards.Length; local++) standards[local] = CommittedNetwork.StandardIn(record, system.Segments[local]);
        Seek(committedMemo);
        var slot = committedMemo.Find(out var isKnown);
        if (!isKnown)
        {
            Draw();
            stateRealised.CopyTo(shares, 0);
            committed[slot] = Measure(realised, potential);
        }
        Committed = committed[slot];
    }

    /// <summary>With one more segment.</summary>
    public NetworkMeasure With(int local, int standard)
    {
        Seek(imaginedMemo);
        imaginedMemo.Sought[local] = Imagined;
        var first = imaginedMemo.Find(out var isKnown) * system.StandardIds.Length;
        if (!isKnown) known.AsSpan(first, system.StandardIds.Length).Clear();
        if (known[first + standard]) return imagined[first + standard];
        known[first + standard] = true;
        return imagined[first + standard] = Imagine(local, standard);
    }

    private void Seek(ConfigurationMemo memo)
    {
        var sought = memo.Sought;
        for (var local = 0; local < standards.Length; local++) sought[local] = (sbyte)standards[local];
    }

    private void Draw()
    {
        isDrawn = true;
        network.Load(record);
        realised = Sum(network.Actual, stateRealised);
        potential = contacts.Of(network.Passenger);
    }

    private NetworkMeasure Imagine(int local, int standard)
    {
        if (!isDrawn) Draw();
        network.WhatIf(local, standard);
        stateRealised.CopyTo(shares, 0);
        var more = realised + Gained();
        var before = standards[local];
        standards[local] = standard;
        var measure = Measure(more, potential + contacts.Gained(network.Passenger, network.ImaginedPassenger));
        standards[local] = before;
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
