using System.Numerics;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The plan network of one system around one segment: committed segments as let, every other segment that is not lost in the specification
/// where there is one, else in the standard with most committed kilometres; the segment itself in each standard in turn.
/// </summary>
/// <remarks>
/// Where nothing is committed yet, the plan is drawn in the specification, which is neutral between the sponsors: a tie broken by name would
/// favour one of them (docs/model.md §6, V9). Nothing is drawn before it is asked for, and where only the host's pairs are asked for, only
/// they are answered: most arrangements ask for no others.
/// </remarks>
public sealed class PlanNetwork
{
    private readonly Compiled compiled;
    private readonly CompiledSystem system;
    private readonly PlanCosts costs;
    private readonly Answers[] answers;
    private readonly int[] candidates;
    private Record record = null!;
    private Arm arm = null!;
    private int segment;
    private int candidateCount;
    private PlanPairs? solved;

    /// <summary>Prepares the plan of one system.</summary>
    public PlanNetwork(Compiled compiled, CompiledSystem system)
    {
        this.compiled = compiled;
        this.system = system;
        costs = new PlanCosts(compiled, system);
        candidates = new int[system.StandardIds.Length];
        answers = Array.ConvertAll(system.Segments, _ => new Answers(candidates.Length, compiled.States));
    }

    private int Local => compiled.Segments[segment].Local;

    /// <summary>Looks at a segment on the plan of a record as it is now; drawn when something is asked that was not asked on the same network before.</summary>
    public void Load(Record record, Arm arm, int segment)
    {
        (this.record, this.arm, this.segment) = (record, arm, segment);
        solved = null;
        candidateCount = 0;
        for (var standard = 0; standard < candidates.Length; standard++)
            if (IsOnOffer(standard)) candidates[candidateCount++] = standard;
        answers[Local].Keep(record, arm);
    }

    /// <summary>
    /// Share of the worth of the segment's pairs that interfaces leave with the segment in a standard on offer, less that with the best of them;
    /// 0 where no pair needs it.
    /// </summary>
    public double Change(int standard)
    {
        var known = answers[Local];
        if (!known.IsKnown(Answers.Everybody)) TallyAll(known);
        return known.ChangeOf(Answers.Everybody, standard);
    }

    /// <summary>The same over one state's pairs.</summary>
    public double ChangeFor(int state, int standard)
    {
        var known = answers[Local];
        if (!known.IsKnown(state)) Tally(known, state);
        return known.ChangeOf(state, standard);
    }

    private bool IsOnOffer(int standard)
    {
        if (arm.Specification != SpecificationRule.None && standard == system.Specification) return true;
        if (arm.Specification == SpecificationRule.Mandatory) return false;
        foreach (var own in compiled.OwnStandards[compiled.Segments[segment].System])
            if (own == standard) return true;
        return false;
    }

    private bool AsksForHostOnly => arm.Opinion == OpinionRule.None && arm.RegionalWeight == 0 && arm.Consent == ConsentRule.Host;

    private PlanPairs Solve(bool hostOnly)
    {
        var all = system.PlanPairs[Local];
        var wanted = hostOnly ? system.HostPlanPairs[Local] : all;
        if (solved is null || (solved != wanted && solved != all))
        {
            costs.Solve(record, arm, Local, wanted, candidates.AsSpan(0, candidateCount));
            solved = wanted;
        }
        return solved;
    }

    private void TallyAll(Answers known)
    {
        var pairs = Solve(hostOnly: false);
        known.Begin(Answers.Everybody);
        for (var c = 0; c < candidateCount; c++)
        {
            double kept = 0, total = 0;
            var ratios = costs.RatiosOf(c);
            for (var k = 0; k < ratios.Length; k++)
            {
                var weight = system.Pairs.Weights[pairs.Pairs[k]];
                kept += weight * ratios[k];
                total += weight;
            }
            known.Add(Answers.Everybody, candidates[c], total > 0 ? kept / total : 1);
        }
        // While the plan is drawn, those are answered who will be asked for their consent days later, when it is no longer.
        for (var left = compiled.Segments[segment].StatesAtJunctions | 1UL << compiled.Segments[segment].Host; left != 0; left &= left - 1)
            if (!known.IsKnown(BitOperations.TrailingZeroCount(left))) Tally(known, BitOperations.TrailingZeroCount(left));
    }

    private void Tally(Answers known, int state)
    {
        var pairs = Solve(AsksForHostOnly && state == compiled.Segments[segment].Host);
        known.Begin(state);
        for (var c = 0; c < candidateCount; c++)
        {
            double kept = 0, total = 0;
            var ratios = costs.RatiosOf(c);
            foreach (var k in pairs.Of(state))
            {
                var weight = system.Pairs.Weights[pairs.Pairs[k]];
                kept += weight * ratios[k];
                total += weight;
            }
            known.Add(state, candidates[c], total > 0 ? kept / total : 1);
        }
    }

    /// <summary>What was answered about one segment, for each state and for everybody, kept while the network stays.</summary>
    private sealed class Answers(int standards, int states)
    {
        public const int Everybody = -1;

        private readonly double[] shares = new double[standards * (states + 1)];
        private readonly double[] best = new double[states + 1];
        private readonly bool[] known = new bool[states + 1];
        private Record? record;
        private Arm? arm;
        private int epoch;

        public void Keep(Record record, Arm arm)
        {
            if (ReferenceEquals(this.record, record) && ReferenceEquals(this.arm, arm) && epoch == record.NetworkEpoch) return;
            (this.record, this.arm, epoch) = (record, arm, record.NetworkEpoch);
            Array.Clear(known);
        }

        public bool IsKnown(int state) => known[state + 1];

        public double ChangeOf(int state, int standard) => shares[(state + 1) * standards + standard] - best[state + 1];

        public void Begin(int state)
        {
            known[state + 1] = true;
            best[state + 1] = double.NegativeInfinity;
        }

        public void Add(int state, int standard, double share)
        {
            shares[(state + 1) * standards + standard] = share;
            best[state + 1] = Math.Max(best[state + 1], share);
        }
    }
}
