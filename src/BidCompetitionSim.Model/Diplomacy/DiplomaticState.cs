using System.Numerics;
using System.Runtime.CompilerServices;
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
    private readonly Crossing[] crossings;
    private readonly int width; // of a row of states, in whole vectors
    private readonly double[] toSponsors;
    private readonly double[] baseline; // [state, state], as toStates and clashes
    private readonly double[] toStates;
    private readonly double[] clashes;
    private readonly double[] differences; // [pair of sponsors, state]
    private int contestedLosses;
    private bool clashesKnown;

    /// <summary>The ties of a scenario, at their baseline.</summary>
    public DiplomaticState(Compiled compiled)
    {
        this.compiled = compiled;
        rules = compiled.Scenario.Diplomacy;
        crossings = [.. Enumerable.Range(0, compiled.Systems.Length).SelectMany(CrossingsOf)];
        width = Lanes.Padded(compiled.States);
        toSponsors = new double[compiled.States * compiled.Sponsors];
        baseline = new double[compiled.States * width];
        for (var i = 0; i < compiled.States; i++) compiled.BaselineStateTies.AsSpan(i * compiled.States, compiled.States).CopyTo(baseline.AsSpan(i * width));
        (toStates, clashes) = (new double[baseline.Length], new double[baseline.Length]);
        differences = new double[compiled.Active.Length * (compiled.Active.Length - 1) / 2 * width];
        Reset();
    }

    /// <summary>Tension between the sponsors: contested losses, fading by the year.</summary>
    public double Tension { get; private set; }

    /// <summary>Rises whenever ties between states may have changed.</summary>
    internal int StateTiesVersion { get; private set; }

    /// <summary>[state, sponsor]: ties in [-1, 1].</summary>
    public ReadOnlySpan<double> ToSponsors => toSponsors;

    /// <summary>Tie of a state to another, in [-1, 1]; symmetric.</summary>
    public double ToState(int state, int other) => toStates[Math.Min(state, other) * width + Math.Max(state, other)];

    /// <summary>Tie of a state to a sponsor.</summary>
    public double ToSponsor(int state, int sponsor) => toSponsors[state * compiled.Sponsors + sponsor];

    /// <summary>Back to the baseline.</summary>
    public void Reset()
    {
        compiled.BaselineTies.CopyTo(toSponsors, 0);
        baseline.CopyTo(toStates, 0);
        StateTiesVersion++;
        Tension = 0;
        contestedLosses = 0;
        clashesKnown = false;
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
    public void Commissioned(ContractingStates hosts, int sponsor)
    {
        Move(hosts, sponsor, rules.Completion);
        clashesKnown = false;
    }

    /// <summary>A project was given up by one of its contracting states: the others would have gone on.</summary>
    public void Cancelled(int leaver, int sponsor) => Move(leaver, sponsor, rules.Cancellation);

    /// <summary>A loan was renegotiated.</summary>
    public void Renegotiated(ContractingStates hosts, int sponsor) => Move(hosts, sponsor, rules.DebtDispute);

    /// <summary>A year passes: ties revert, states that lean apart drift apart, tension fades into the next.</summary>
    public void TurnYear(Record record)
    {
        for (var k = 0; k < toSponsors.Length; k++)
            toSponsors[k] += rules.ReversionPerYear * (compiled.BaselineTies[k] - toSponsors[k]);
        if (!clashesKnown) CountClashes(record);
        StateTiesVersion++;
        CompareSponsors();
        var drift = rules.DriftPerYear * (1 + rules.TensionOnDrift * Tension);
        for (var i = 0; i < compiled.States; i++) DriftApart(i, -drift);
        Tension = rules.TensionMemory * Tension + contestedLosses;
        contestedLosses = 0;
    }

    /// <summary>Adds all of it to a fingerprint.</summary>
    public void AddTo(ref Fingerprint fold)
    {
        foreach (var tie in toSponsors) fold.Add(tie);
        for (var i = 0; i < compiled.States; i++)
            for (var j = 0; j < compiled.States; j++) fold.Add(ToState(i, j));
        fold.Add(Tension);
        fold.Add(contestedLosses);
    }

    private void CompareSponsors()
    {
        var next = 0;
        for (var a = 0; a < compiled.Active.Length; a++)
            for (var b = a + 1; b < compiled.Active.Length; b++, next += width)
                for (var state = 0; state < compiled.States; state++)
                    differences[next + state] = ToSponsor(state, compiled.Active[a]) - ToSponsor(state, compiled.Active[b]);
    }

    // Every pair of states every year, from the vector on that holds the state itself: ties are symmetric, and read where the lower state is the row.
    private void DriftApart(int i, double drift)
    {
        var (reversion, clash) = (rules.StateReversionPerYear, rules.ClashPerYear);
        for (var j = i / Vector<double>.Count * Vector<double>.Count; j < compiled.States; j += Vector<double>.Count)
        {
            var k = i * width + j;
            var tie = new Vector<double>(toStates, k);
            var change = drift * GapsOfLeans(i, j) + reversion * (new Vector<double>(baseline, k) - tie) - clash * new Vector<double>(clashes, k);
            Vector.MinNative(Vector.MaxNative(tie + change, new Vector<double>(-1.0)), Vector<double>.One).CopyTo(toStates, k);
        }
    }

    // |lean_i − lean_j| with lean = (tie to one sponsor − tie to another)/2, averaged over the pairs of sponsors: for two it is the rule of §4.9.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<double> GapsOfLeans(int i, int j)
    {
        var sum = Vector<double>.Zero;
        for (var pair = 0; pair < differences.Length; pair += width)
            sum += Vector.Abs(new Vector<double>(differences[pair + i]) - new Vector<double>(differences, pair + j)) * 0.5;
        return differences.Length <= width ? sum : sum / new Vector<double>(differences.Length / width);
    }

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

    private void CountClashes(Record record)
    {
        clashesKnown = true;
        Array.Clear(clashes);
        foreach (ref readonly var crossing in crossings.AsSpan())
        {
            var (a, b) = (crossing.SegmentA, crossing.SegmentB);
            if (record.Status[a] != Status.Commissioned || record.Status[b] != Status.Commissioned || !Clash(crossing, record)) continue;
            foreach (var one in compiled.Segments[a].Hosts.Shares)
                foreach (var other in compiled.Segments[b].Hosts.Shares)
                    clashes[Math.Min(one.State, other.State) * width + Math.Max(one.State, other.State)]++;
        }
    }

    private bool Clash(in Crossing crossing, Record record) => crossing.System.Interfaces.Clashes(
        crossing.System.Variants.In(record.Standards[crossing.SegmentA], compiled.Segments[crossing.SegmentA].Host),
        crossing.System.Variants.In(record.Standards[crossing.SegmentB], compiled.Segments[crossing.SegmentB].Host)) != 0;

    /// <summary>A planned junction of two segments across a border.</summary>
    private readonly record struct Crossing(CompiledSystem System, int SegmentA, int SegmentB);
}
