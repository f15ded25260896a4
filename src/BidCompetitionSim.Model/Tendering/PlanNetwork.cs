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
/// they are answered: most arrangements ask for no others. Answers are kept by the plan itself, from run to run.
/// </remarks>
public sealed class PlanNetwork
{
    private const sbyte LookedAt = -2;
    private const sbyte LookedAtAndLost = -3;
    private const int Everybody = -1;
    private const int Slots = ConfigurationMemo.UsualSlots;

    private readonly Compiled compiled;
    private readonly CompiledSystem system;
    private readonly PlanCosts costs;
    private readonly ConfigurationMemo memo;
    private readonly int askers;
    private readonly double[] changes; // [slot, asker, candidate]
    private readonly bool[] known; // [slot, asker]
    private readonly double[] sums;
    private readonly int[] candidates;
    private readonly int[] candidateOf; // by standard
    private Record? record;
    private Arm? arm;
    private int epoch;
    private int segment;
    private int slot;
    private int candidateCount;
    private PlanPairs? solved;

    /// <summary>Prepares the plan of one system.</summary>
    public PlanNetwork(Compiled compiled, CompiledSystem system)
    {
        this.compiled = compiled;
        this.system = system;
        costs = new PlanCosts(compiled, system);
        memo = new ConfigurationMemo(system.Segments.Length, Slots);
        (candidates, candidateOf) = (new int[system.Awards.Length], new int[system.StandardIds.Length]);
        foreach (var s in system.Segments) askers = Math.Max(askers, 1 + BitOperations.PopCount(AskersOf(s)));
        sums = new double[PlanCosts.RoomFor(candidates.Length)];
        // The last slot is for those whom nobody expected to ask: what they are told is not kept.
        known = new bool[(Slots + 1) * askers];
        changes = new double[known.Length * candidates.Length];
    }

    /// <summary>The standards on offer, in ascending order.</summary>
    internal ReadOnlySpan<int> OnOffer => candidates.AsSpan(0, candidateCount);

    private int Local => compiled.Segments[segment].Local;

    /// <summary>Looks at a segment on the plan of a record as it is now; drawn when something is asked that was not asked on the same plan before.</summary>
    public void Load(Record record, Arm arm, int segment)
    {
        var isSamePlan = ReferenceEquals(this.record, record) && ReferenceEquals(this.arm, arm) && epoch == record.NetworkEpoch;
        if (isSamePlan && this.segment == segment) return;
        if (!ReferenceEquals(this.arm, arm)) Serve(arm);
        (this.record, this.segment, epoch) = (record, segment, record.NetworkEpoch);
        solved = null;
        if (!isSamePlan) costs.Plan(record, arm);
        var plan = memo.Sought;
        costs.Standards.CopyTo(plan);
        plan[Local] = plan[Local] == JunctionMap.NotBuilt ? LookedAtAndLost : LookedAt;
        slot = memo.Find(out var isKnown);
        if (!isKnown) known.AsSpan(PlaceOf(Everybody), askers).Clear();
    }

    /// <summary>
    /// Share of the worth of the segment's pairs that interfaces leave with the segment in a standard on offer, less that with the best of them;
    /// 0 where no pair needs it.
    /// </summary>
    public double Change(int standard)
    {
        if (!known[PlaceOf(Everybody)]) TallyAll();
        return ChangeOf(Everybody, standard);
    }

    /// <summary>The same over one state's pairs.</summary>
    public double ChangeFor(int state, int standard)
    {
        if (!known[PlaceOf(state)]) Tally(state);
        return ChangeOf(state, standard);
    }

    private double ChangeOf(int who, int standard) => changes[PlaceOf(who) * candidates.Length + candidateOf[standard]];

    private ulong AskersOf(int segment) => compiled.Segments[segment].StatesAtJunctions | compiled.Segments[segment].Hosts.Mask;

    // Everybody, then those who may be asked for their consent, by index.
    private int PlaceOf(int who)
    {
        if (who == Everybody) return slot * askers;
        var own = AskersOf(segment);
        return (own >> who & 1) == 0 ? Slots * askers : slot * askers + 1 + BitOperations.PopCount(own & ((1UL << who) - 1));
    }

    private void Serve(Arm arm)
    {
        this.arm = arm;
        memo.Clear();
        candidateCount = 0;
        for (var standard = 0; standard < candidateOf.Length; standard++)
        {
            if (!IsOnOffer(arm, standard)) continue;
            candidateOf[standard] = candidateCount;
            candidates[candidateCount++] = standard;
        }
    }

    private bool IsOnOffer(Arm arm, int standard)
    {
        if (arm.Specification != SpecificationRule.None && standard == system.Specification) return true;
        if (arm.Specification == SpecificationRule.Mandatory) return false;
        foreach (var own in compiled.OwnStandards[Array.IndexOf(compiled.Systems, system)])
            if (own == standard) return true;
        return false;
    }

    private bool AsksForHostOnly => arm!.Opinion == OpinionRule.None && arm.RegionalWeight == 0 && arm.Consent == ConsentRule.Host;

    private PlanPairs Solve(bool hostOnly)
    {
        var all = system.PlanPairs[Local];
        var wanted = hostOnly ? system.HostPlanPairs[Local] : all;
        if (solved is null || (solved != wanted && solved != all))
        {
            costs.Solve(Local, wanted, candidates.AsSpan(0, candidateCount));
            solved = wanted;
        }
        return solved;
    }

    private void TallyAll()
    {
        var pairs = Solve(hostOnly: false);
        Tally(Everybody, pairs.All, pairs.TotalWeight);
        // While the plan is drawn, those are answered who will be asked for their consent days later, when it is no longer.
        for (var left = AskersOf(segment); left != 0; left &= left - 1)
            if (!known[PlaceOf(BitOperations.TrailingZeroCount(left))]) Tally(BitOperations.TrailingZeroCount(left));
    }

    private void Tally(int state)
    {
        var pairs = Solve(AsksForHostOnly && compiled.Segments[segment].Hosts.Contains(state));
        Tally(state, pairs.Of(state), pairs.WeightOf(state));
    }

    private void Tally(int who, ReadOnlySpan<int> some, double total)
    {
        var own = ChangesOf(who);
        costs.Sum(some, sums);
        for (var c = 0; c < own.Length; c++) own[c] = total > 0 ? sums[c] / total : 1;
        LessBest(own);
    }

    private Span<double> ChangesOf(int who)
    {
        var place = PlaceOf(who);
        known[place] = place < Slots * askers;
        return changes.AsSpan(place * candidates.Length, candidateCount);
    }

    // From shares to what each is less than the best of them.
    private static void LessBest(Span<double> shares)
    {
        var best = double.NegativeInfinity;
        foreach (var share in shares) best = Math.Max(best, share);
        foreach (ref var share in shares) share -= best;
    }
}
