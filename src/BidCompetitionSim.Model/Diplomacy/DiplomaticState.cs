using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Diplomacy;

/// <summary>Ties of states to sponsors and to each other, and tension between sponsors: how awards, delays and clashes move them (docs/model.md §4.9).</summary>
public sealed class DiplomaticState
{
    private readonly Compiled compiled;
    private readonly DiplomacyRules rules;
    private readonly Crossing[][] crossings; // by segment
    private readonly double[] toSponsors; // [state, sponsor], to whole vectors, as home
    private readonly double[] home;
    private readonly int width; // of a row of all states, in vectors
    private readonly int[] rows; // by state: where in toStates its row would begin, of which only what holds the state itself and later ones is there
    private readonly Vector<double>[] toStates;
    private readonly Vector<double>[] baseline;
    private readonly Vector<double>[] clashes;
    private readonly (int State, int Column)[] places; // of each vector of toStates in a table of all pairs of states
    private readonly (int One, int Other)[] pairs; // of sponsors
    private readonly Vector<double>[] differences; // [pair of sponsors, state]
    private int contestedLosses;

    /// <summary>The ties of a scenario, at their baseline.</summary>
    public DiplomaticState(Compiled compiled)
    {
        this.compiled = compiled;
        rules = compiled.Scenario.Diplomacy;
        var all = Enumerable.Range(0, compiled.Systems.Length).SelectMany(CrossingsOf).ToArray();
        crossings = Array.ConvertAll(compiled.Segments, segment => Array.FindAll(all, crossing => crossing.Joins(segment.Index)));
        home = new double[Lanes.Padded(compiled.BaselineTies.Length)];
        compiled.BaselineTies.CopyTo(home, 0);
        toSponsors = new double[home.Length];
        width = (compiled.States + Vector<double>.Count - 1) / Vector<double>.Count;
        rows = new int[compiled.States];
        var stored = 0;
        for (var i = 0; i < compiled.States; i++)
        {
            rows[i] = stored - FirstIn(i);
            stored += width - FirstIn(i);
        }
        (toStates, baseline, clashes) = (new Vector<double>[stored], new Vector<double>[stored], new Vector<double>[stored]);
        places = [.. from state in Enumerable.Range(0, compiled.States) from column in Enumerable.Range(FirstIn(state), width - FirstIn(state)) select (state, column)];
        for (var i = 0; i < compiled.States; i++)
            for (var j = i; j < compiled.States; j++) Between(baseline, i, j) = compiled.BaselineStateTies[i * compiled.States + j];
        pairs = [.. from one in compiled.Active from other in compiled.Active where other > one select (one, other)];
        differences = new Vector<double>[pairs.Length * width];
        Reset();
    }

    /// <summary>Tension between the sponsors: contested losses, fading by the year.</summary>
    public double Tension { get; private set; }

    /// <summary>Rises whenever ties between states may have changed.</summary>
    internal int StateTiesVersion { get; private set; }

    /// <summary>[state, sponsor]: ties in [-1, 1].</summary>
    public ReadOnlySpan<double> ToSponsors => toSponsors.AsSpan(0, compiled.BaselineTies.Length);

    /// <summary>Tie of a state to another, in [-1, 1]; symmetric.</summary>
    public double ToState(int state, int other) => Between(toStates, state, other);

    /// <summary>Tie of a state to a sponsor.</summary>
    public double ToSponsor(int state, int sponsor) => toSponsors[state * compiled.Sponsors + sponsor];

    /// <summary>Back to the baseline.</summary>
    public void Reset()
    {
        home.CopyTo(toSponsors, 0);
        baseline.CopyTo(toStates, 0);
        Array.Clear(clashes);
        StateTiesVersion++;
        Tension = 0;
        contestedLosses = 0;
    }

    /// <summary>An award: the winner gains all its contracting states, other bidders lose some of them, and a contest leaves tension.</summary>
    public void Awarded(ContractingStates hosts, int winner, ulong bidders)
    {
        Move(hosts, winner, rules.Award);
        for (var left = bidders & ~(1UL << winner); left != 0; left &= left - 1)
        {
            Move(hosts, BitOperations.TrailingZeroCount(left), rules.LostBid);
            contestedLosses++;
        }
    }

    /// <summary>A sponsor shares in an award as the winner's partner.</summary>
    public void Joined(ContractingStates hosts, int partner) => Move(hosts, partner, rules.Award);

    /// <summary>A project went into operation.</summary>
    public void Commissioned(ContractingStates hosts, int sponsor) => Move(hosts, sponsor, rules.Completion);

    /// <summary>A segment went into operation: where it meets another across a border in a standard that clashes, their states drift apart from now on.</summary>
    public void Opened(Record record, int segment)
    {
        foreach (ref readonly var crossing in crossings[segment].AsSpan())
        {
            var (a, b) = (crossing.SegmentA, crossing.SegmentB);
            if (record.Status[a] != Status.Commissioned || record.Status[b] != Status.Commissioned || !Clash(crossing, record)) continue;
            foreach (var one in compiled.Segments[a].Hosts.Shares)
                foreach (var other in compiled.Segments[b].Hosts.Shares) Between(clashes, one.State, other.State)++;
        }
    }

    /// <summary>A project was given up by one of its contracting states: the others would have gone on.</summary>
    public void Cancelled(int leaver, int sponsor) => Move(leaver, sponsor, rules.Cancellation);

    /// <summary>A loan was renegotiated.</summary>
    public void Renegotiated(ContractingStates hosts, int sponsor) => Move(hosts, sponsor, rules.DebtDispute);

    /// <summary>A year passes: ties revert, states that lean apart drift apart, tension fades into the next.</summary>
    public void TurnYear()
    {
        Revert();
        StateTiesVersion++;
        FindDifferences();
        DriftApart(-rules.DriftPerYear * (1 + rules.TensionOnDrift * Tension));
        Tension = rules.TensionMemory * Tension + contestedLosses;
        contestedLosses = 0;
    }

    /// <summary>Adds all of it to a fingerprint.</summary>
    public void AddTo(ref Fingerprint fold)
    {
        foreach (var tie in ToSponsors) fold.Add(tie);
        for (var i = 0; i < compiled.States; i++)
            for (var j = 0; j < compiled.States; j++) fold.Add(ToState(i, j));
        fold.Add(Tension);
        fold.Add(contestedLosses);
    }

    private void Revert()
    {
        var ties = VectorsOf(toSponsors);
        var homes = VectorsOf(home);
        var reversion = new Vector<double>(rules.ReversionPerYear);
        for (var k = 0; k < ties.Length; k++) ties[k] += reversion * (homes[k] - ties[k]);
    }

    private void FindDifferences()
    {
        var single = LanesOf(differences);
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var (one, other) = pairs[pair];
            for (int state = 0, tie = 0; state < rows.Length; state++, tie += compiled.Sponsors)
                single[pair * width * Vector<double>.Count + state] = toSponsors[tie + one] - toSponsors[tie + other];
        }
    }

    // Every pair of states every year. They drift by |lean_i − lean_j| with lean = (tie to one sponsor − tie to another)/2, averaged over the pairs of
    // sponsors: for two it is the rule of §4.9.
    private void DriftApart(double drift)
    {
        var (pull, reversion, clash) = (new Vector<double>(drift), new Vector<double>(rules.StateReversionPerYear), new Vector<double>(rules.ClashPerYear));
        var (ties, homes, clashing, leans, where) = (toStates, baseline, clashes, differences, places);
        var single = LanesOf(leans);
        for (var k = 0; k < ties.Length; k++)
        {
            var apart = Vector<double>.Zero;
            for (var (own, others) = where[k]; others < leans.Length; own += width * Vector<double>.Count, others += width)
                apart += Vector.Abs(new Vector<double>(single[own]) - leans[others]) * 0.5;
            if (pairs.Length > 1) apart /= new Vector<double>(pairs.Length);
            var tie = ties[k];
            var change = pull * apart + reversion * (homes[k] - tie) - clash * clashing[k];
            ties[k] = Vector.MinNative(Vector.MaxNative(tie + change, -Vector<double>.One), Vector<double>.One);
        }
    }

    // Of two states, the lower one is the row: ties are symmetric.
    private ref double Between(Vector<double>[] table, int state, int other) =>
        ref LanesOf(table)[rows[Math.Min(state, other)] * Vector<double>.Count + Math.Max(state, other)];

    private static int FirstIn(int state) => state / Vector<double>.Count;

    private static Span<Vector<double>> VectorsOf(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan());

    private static Span<double> LanesOf(Vector<double>[] values) => MemoryMarshal.Cast<Vector<double>, double>(values.AsSpan());

    private void Move(ContractingStates hosts, int sponsor, double by)
    {
        foreach (var host in hosts.Shares) Move(host.State, sponsor, by);
    }

    private void Move(int state, int sponsor, double by)
    {
        ref var tie = ref toSponsors[state * compiled.Sponsors + sponsor];
        tie = Math.Clamp(tie + by, -1, 1);
    }

    private IEnumerable<Crossing> CrossingsOf(int system)
    {
        var compiledSystem = compiled.Systems[system];
        return from junction in compiledSystem.Junctions.Junctions.ToArray()
               where junction.IsPlanned && junction.CrossBorder
               select new Crossing(compiledSystem, compiledSystem.Segments[junction.SegmentA], compiledSystem.Segments[junction.SegmentB]);
    }

    private bool Clash(in Crossing crossing, Record record) => crossing.System.Interfaces.Clashes(
        crossing.System.Variants.In(record.Standards[crossing.SegmentA], compiled.Segments[crossing.SegmentA].Host),
        crossing.System.Variants.In(record.Standards[crossing.SegmentB], compiled.Segments[crossing.SegmentB].Host)) != 0;

    /// <summary>A planned junction of two segments across a border.</summary>
    private readonly record struct Crossing(CompiledSystem System, int SegmentA, int SegmentB)
    {
        public bool Joins(int segment) => segment == SegmentA || segment == SegmentB;
    }
}
