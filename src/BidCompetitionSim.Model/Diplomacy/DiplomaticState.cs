using System.Numerics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Diplomacy;

/// <summary>Ties of states to sponsors and to each other, and tension between sponsors: how awards, delays and clashes move them (docs/model.md §4.9).</summary>
public sealed class DiplomaticState(Compiled compiled)
{
    private readonly DiplomacyRules rules = compiled.Scenario.Diplomacy;
    private readonly double[] toSponsors = new double[compiled.States * compiled.Sponsors];
    private readonly double[] toStates = new double[compiled.States * compiled.States];
    private readonly double[] differences = new double[compiled.Active.Length * (compiled.Active.Length - 1) / 2 * compiled.States]; // [pair of sponsors, state]
    private readonly int[] clashes = new int[compiled.States * compiled.States];
    private int contestedLosses;
    private bool clashesKnown;

    /// <summary>Tension between the sponsors: contested losses, fading by the year.</summary>
    public double Tension { get; private set; }

    /// <summary>[state, sponsor]: ties in [-1, 1].</summary>
    public ReadOnlySpan<double> ToSponsors => toSponsors;

    /// <summary>[state, state]: ties in [-1, 1], symmetric.</summary>
    public ReadOnlySpan<double> ToStates => toStates;

    /// <summary>Tie of a state to a sponsor.</summary>
    public double ToSponsor(int state, int sponsor) => toSponsors[state * compiled.Sponsors + sponsor];

    /// <summary>Back to the baseline.</summary>
    public void Reset()
    {
        compiled.BaselineTies.CopyTo(toSponsors, 0);
        compiled.BaselineStateTies.CopyTo(toStates, 0);
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
        foreach (var tie in toStates) fold.Add(tie);
        fold.Add(Tension);
        fold.Add(contestedLosses);
    }

    private void CompareSponsors()
    {
        var next = 0;
        for (var a = 0; a < compiled.Active.Length; a++)
            for (var b = a + 1; b < compiled.Active.Length; b++)
                for (var state = 0; state < compiled.States; state++)
                    differences[next++] = ToSponsor(state, compiled.Active[a]) - ToSponsor(state, compiled.Active[b]);
    }

    // |lean_i − lean_j| with lean = (tie to one sponsor − tie to another)/2, averaged over the pairs of sponsors: for two it is the rule of §4.9.
    private static double GapOfLeans(ReadOnlySpan<double> differences, int states, int i, int j)
    {
        double sum = 0;
        var pairs = 0;
        for (var pair = 0; pair < differences.Length; pair += states, pairs++)
            sum += Math.Abs(differences[pair + i] - differences[pair + j]) / 2;
        return pairs == 0 ? 0 : sum / pairs;
    }

    // Every pair of states every year: what a row shares is read once.
    private void DriftApart(int i, double drift)
    {
        var states = compiled.States;
        var (reversion, clash) = (rules.StateReversionPerYear, rules.ClashPerYear);
        var row = toStates.AsSpan(i * states, states);
        var baseline = compiled.BaselineStateTies.AsSpan(i * states, states);
        var clashing = clashes.AsSpan(i * states, states);
        for (var j = i + 1; j < states; j++)
        {
            var change = drift * GapOfLeans(differences, states, i, j) + reversion * (baseline[j] - row[j]) - clash * clashing[j];
            row[j] = Math.Clamp(row[j] + change, -1, 1);
            toStates[j * states + i] = row[j];
        }
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

    private void CountClashes(Record record)
    {
        clashesKnown = true;
        Array.Clear(clashes);
        foreach (var system in compiled.Systems)
            for (var k = 0; k < system.Junctions.Junctions.Length; k++)
            {
                var junction = system.Junctions.Junctions[k];
                if (!junction.IsPlanned || !junction.CrossBorder) continue;
                var (a, b) = (system.Segments[junction.SegmentA], system.Segments[junction.SegmentB]);
                if (record.Status[a] != Status.Commissioned || record.Status[b] != Status.Commissioned) continue;
                if (system.Interfaces.Clashes(system.Variants.In(record.Standards[a], compiled.Segments[a].Host), system.Variants.In(record.Standards[b], compiled.Segments[b].Host)) == 0) continue;
                foreach (var one in compiled.Segments[a].Hosts.Shares)
                    foreach (var other in compiled.Segments[b].Hosts.Shares)
                        clashes[Math.Min(one.State, other.State) * compiled.States + Math.Max(one.State, other.State)]++;
            }
    }
}
