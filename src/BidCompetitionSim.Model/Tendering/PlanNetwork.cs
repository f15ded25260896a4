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
    private readonly double[] shares;
    private readonly double[] stateShares;
    private readonly double[] bestStateShares;
    private readonly bool[] stateKnown;
    private readonly int[] candidates;
    private Record record = null!;
    private Arm arm = null!;
    private int segment;
    private int candidateCount;
    private PlanPairs? solved;
    private double bestShare;
    private bool shareKnown;

    /// <summary>Prepares the plan of one system.</summary>
    public PlanNetwork(Compiled compiled, CompiledSystem system)
    {
        this.compiled = compiled;
        this.system = system;
        var standards = system.StandardIds.Length;
        costs = new PlanCosts(compiled, system);
        shares = new double[standards];
        candidates = new int[standards];
        stateShares = new double[standards * compiled.States];
        bestStateShares = new double[compiled.States];
        stateKnown = new bool[compiled.States];
    }

    private int Local => compiled.Segments[segment].Local;

    /// <summary>Looks at a segment on the plan of a record as it is now; drawn when something is asked.</summary>
    public void Load(Record record, Arm arm, int segment)
    {
        (this.record, this.arm, this.segment) = (record, arm, segment);
        candidateCount = 0;
        for (var standard = 0; standard < shares.Length; standard++)
            if (IsOnOffer(standard)) candidates[candidateCount++] = standard;
        solved = null;
        shareKnown = false;
        Array.Clear(stateKnown);
    }

    /// <summary>
    /// Share of the worth of the segment's pairs that interfaces leave with the segment in a standard on offer, less that with the best of them;
    /// 0 where no pair needs it.
    /// </summary>
    public double Change(int standard)
    {
        if (!shareKnown) TallyAll();
        return shares[standard] - bestShare;
    }

    /// <summary>The same over one state's pairs.</summary>
    public double ChangeFor(int state, int standard)
    {
        if (!stateKnown[state]) Tally(state);
        return stateShares[state * shares.Length + standard] - bestStateShares[state];
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

    private void TallyAll()
    {
        shareKnown = true;
        var pairs = Solve(hostOnly: false);
        bestShare = double.NegativeInfinity;
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
            var share = total > 0 ? kept / total : 1;
            shares[candidates[c]] = share;
            bestShare = Math.Max(bestShare, share);
        }
    }

    private void Tally(int state)
    {
        stateKnown[state] = true;
        var pairs = Solve(AsksForHostOnly && state == compiled.Segments[segment].Host);
        bestStateShares[state] = double.NegativeInfinity;
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
            var share = total > 0 ? kept / total : 1;
            stateShares[state * shares.Length + candidates[c]] = share;
            bestStateShares[state] = Math.Max(bestStateShares[state], share);
        }
    }
}
