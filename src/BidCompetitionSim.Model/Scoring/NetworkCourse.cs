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
    private readonly Costs[] costs; // by pair
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
        this.costs = new Costs[system.Pairs.Count];
        for (var pair = 0; pair < this.costs.Length; pair++) this.costs[pair] = new Costs(system.Ideal.Costs[pair], system.Before[pair], 0);
        foreach (var pair in system.Scored) this.costs[pair] = this.costs[pair] with { Weight = system.Pairs.Weights[pair] };
        achievable = PhysicalPart.Achievable(costs, system.Scored);
        int[] all = [.. Enumerable.Range(0, system.PassengerBefore.Length)];
        var contact = new double[all.Length];
        contactTerms.Find(all, system.PassengerBefore, contact);
        (shares, gains, contacts) = (
            new PairRows(Array.ConvertAll(this.costs, pair => pair.ShareAt(pair.Before))), new PairRows(Array.ConvertAll(this.costs, pair => pair.GainAt(pair.Before))),
            new PairRows(contact));
        idealPotential = PeoplePart.Potential(
            system.Pairs.PopulationProducts, system.PassengerIdeal, all, new ContactDecay(system.PassengerAccessSeconds, decayHours));
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
            if (snapshot > 0) Look(history, snapshot);
            var isOver = snapshot + 1 == history.Count;
            if (isOver || (snapshot + 1) % PairRows.Count == 0) Sum(snapshot - snapshot % PairRows.Count, from, isOver);
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
        LookAtFreight(history.ChangedIn(snapshot), snapshot);
        LookAtPassengers(history.PassengersChangedIn(snapshot), snapshot);
    }

    private void LookAtFreight(CloserPairs changed, int snapshot)
    {
        var some = changed.Pairs;
        var now = changed.Costs;
        var shareRows = shares.Rows;
        var gainRows = gains.Rows;
        var fromThenOn = PairRows.From(snapshot);
        for (var k = 0; k < some.Length; k++)
        {
            ref readonly var pair = ref costs[some[k]];
            PairRows.Set(ref shareRows[some[k]], fromThenOn, pair.ShareAt(now[k]));
            PairRows.Set(ref gainRows[some[k]], fromThenOn, pair.GainAt(now[k]));
        }
    }

    private void LookAtPassengers(CloserPairs changed, int snapshot)
    {
        var some = changed.Pairs;
        var decays = contactTerms.DecaysAt(changed.Costs);
        var products = system.Pairs.PopulationProducts;
        var rows = contacts.Rows;
        var fromThenOn = PairRows.From(snapshot);
        for (var k = 0; k < some.Length; k++) PairRows.Set(ref rows[some[k]], fromThenOn, products[some[k]] * decays[k]);
    }

    private void Sum(int first, ReadOnlySpan<int> from, bool isOver)
    {
        var (gained, met) = gains.SumWith(contacts, isOver);
        gained.CopyTo(realised.AsSpan(first));
        met.CopyTo(potentials.AsSpan(first));
        for (var local = 0; local < from.Length; local++)
            if (from[local] < first + PairRows.Count) system.Demand.Needing(local).ReachesIn(shares, reaches[local].AsSpan(first));
        withOneMore.FillReaches(first, shares, reaches);
        shares.GoOn(isOver);
    }

    /// <param name="Ideal">g*.</param>
    /// <param name="Before">g⁰.</param>
    /// <param name="Weight">w; 0 if the pair is not scored.</param>
    private readonly record struct Costs(double Ideal, double Before, double Weight)
    {
        public double ShareAt(double cost) => Ideal / cost;

        public double GainAt(double cost) => Weight * (Before / cost - 1.0);
    }
}
