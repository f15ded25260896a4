using System.Runtime.Intrinsics;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// What one system's network was worth in every snapshot of a run that is over. From one snapshot to the next most pairs keep their cost, so only
/// those that do not are looked at again. Scratch of its owner; nothing allocates after construction.
/// </summary>
internal sealed class NetworkCourse
{
    private readonly CompiledSystem system;
    private readonly ContactTerms contactTerms;
    private readonly NetworkWithOneMore withOneMore;
    private readonly double[] weights; // by pair; 0 if it is not scored
    private readonly double[] contact; // by pair
    private readonly PairRows shares; // g*/g
    private readonly PairRows gains; // w·(g⁰/g − 1)
    private readonly PairRows contacts;
    private readonly double[] realised; // by snapshot
    private readonly double[] potentials;
    private readonly double[][] reaches; // [segment][snapshot]
    private readonly double achievable;
    private readonly double idealPotential;

    /// <summary>Prepares the course of one system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="costs">Its costs; those as built are not read.</param>
    /// <param name="decayHours">β of the potential.</param>
    public NetworkCourse(CompiledSystem system, in PairCosts costs, double decayHours)
    {
        this.system = system;
        contactTerms = new ContactTerms(system, decayHours);
        withOneMore = new NetworkWithOneMore(system);
        weights = new double[system.Pairs.Count];
        foreach (var pair in system.Scored) weights[pair] = system.Pairs.Weights[pair];
        achievable = PhysicalPart.Achievable(costs, system.Scored);
        int[] all = [.. Enumerable.Range(0, weights.Length)];
        contact = new double[system.PassengerBefore.Length];
        contactTerms.Find(all.AsSpan(0, contact.Length), system.PassengerBefore, contact);
        (shares, gains, contacts) = (
            new PairRows(Array.ConvertAll(all, pair => (double)system.Ideal.Costs[pair] / system.Before[pair])),
            new PairRows(Array.ConvertAll(all, pair => weights[pair] * ((double)system.Before[pair] / system.Before[pair] - 1.0))), new PairRows(contact));
        idealPotential = PeoplePart.Potential(
            system.Pairs.PopulationProducts, system.PassengerIdeal, all.AsSpan(0, contact.Length), new ContactDecay(system.PassengerAccessSeconds, decayHours));
        // Snapshots are summed several at once.
        var room = system.Segments.Length + PairRows.Count;
        (realised, potentials) = (new double[room], new double[room]);
        reaches = Array.ConvertAll(system.Segments, _ => new double[room]);
    }

    /// <summary>Follows a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="record">The record of the same run.</param>
    /// <param name="from">By segment: the snapshot from which its reach is asked for; <see cref="int.MaxValue"/> if it is not.</param>
    /// <param name="unbuilt">Segments whose reach is asked for as if they had been built.</param>
    public void Follow(NetworkHistory history, Record record, ReadOnlySpan<int> from, ReadOnlySpan<Unbuilt> unbuilt)
    {
        withOneMore.Ask(record, history, unbuilt);
        for (var snapshot = 0; snapshot < history.Count; snapshot++)
        {
            Look(history, snapshot);
            if ((snapshot + 1) % PairRows.Count == 0 || snapshot + 1 == history.Count) Sum(snapshot - snapshot % PairRows.Count, from);
        }
    }

    /// <summary>Physical share in a snapshot; null where nothing can be gained.</summary>
    public double? PhysicalIn(int snapshot) => achievable > 0 ? realised[snapshot] / achievable : null;

    /// <summary>People-to-people share in a snapshot; null where nothing can be gained.</summary>
    public double? PeopleIn(int snapshot) => PeoplePart.Share(potentials[snapshot], potentials[0], idealPotential);

    /// <summary>By snapshot: F of a segment (docs/model.md §4.8), from the one on that was asked for, or in which one that was not built would have been closed.</summary>
    public ReadOnlySpan<double> ReachOf(int local) => reaches[local];

    private void Look(NetworkHistory history, int snapshot)
    {
        shares.GoOnTo(snapshot);
        gains.GoOnTo(snapshot);
        contacts.GoOnTo(snapshot);
        if (snapshot == 0) return;
        var costs = history.ActualIn(snapshot);
        var (ideal, before, fromThenOn) = (system.Ideal.Costs, system.Before, PairRows.From(snapshot));
        var shareRows = shares.Rows;
        var gainRows = gains.Rows;
        foreach (var pair in history.ChangedIn(snapshot))
        {
            double cost = costs[pair];
            PairRows.Set(ref shareRows[pair], fromThenOn, ideal[pair] / cost);
            PairRows.Set(ref gainRows[pair], fromThenOn, weights[pair] * (before[pair] / cost - 1.0));
        }
        var some = history.PassengersChangedIn(snapshot);
        contactTerms.Find(some, history.PassengerIn(snapshot), contact);
        contacts.Set(snapshot, some, contact);
    }

    private void Sum(int first, ReadOnlySpan<int> from)
    {
        var (gained, met) = gains.SumsWith(contacts);
        gained.CopyTo(realised.AsSpan(first));
        met.CopyTo(potentials.AsSpan(first));
        for (var local = 0; local < from.Length; local++)
            if (from[local] < first + PairRows.Count) system.Demand.Needing(local).ReachesIn(shares, reaches[local].AsSpan(first));
        withOneMore.FillReaches(first, shares, reaches);
    }
}
