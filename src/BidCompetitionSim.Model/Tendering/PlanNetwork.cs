using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The plan network of one system around one segment: committed segments as let, every other segment that is not lost in the specification
/// where there is one, else in the standard with most committed kilometres; the segment itself in each standard in turn.
/// </summary>
/// <remarks>
/// Where nothing is committed yet, the plan is drawn in the specification, which is neutral between the sponsors: a tie broken by name would
/// favour one of them (docs/model.md §6, V9).
/// </remarks>
public sealed class PlanNetwork
{
    private readonly Compiled compiled;
    private readonly CompiledSystem system;
    private readonly CostTable table;
    private readonly CostTable seamless;
    private readonly CostTable inherited;
    private readonly CostTable inheritedSeamless;
    private readonly int[][] needing;
    private readonly PlacePair[][] needingPairs;
    private readonly int[] now;
    private readonly int[] seamlessNow;
    private readonly int[] then;
    private readonly int[] seamlessThen;
    private readonly double[] shares;
    private readonly double[] stateShares;
    private readonly double[] bestStateShares;
    private readonly double[] committedKm;
    private readonly bool[] replacing;
    private bool drawn;

    /// <summary>Prepares the plan of one system.</summary>
    public PlanNetwork(Compiled compiled, CompiledSystem system)
    {
        this.compiled = compiled;
        this.system = system;
        table = new CostTable(system.Places.Length, system.Interfaces);
        inherited = new CostTable(system.Places.Length, system.Interfaces);
        seamless = new CostTable(system.Places.Length, InterfaceTable.Seamless);
        inheritedSeamless = new CostTable(system.Places.Length, InterfaceTable.Seamless);
        var scored = new HashSet<int>(system.Scored);
        needing = Array.ConvertAll(system.Segments, s => system.Demand.PairsNeeding(compiled.Segments[s].Local).ToArray().Where(scored.Contains).ToArray());
        needingPairs = Array.ConvertAll(needing, pairs => Array.ConvertAll(pairs, p => system.Pairs.Pairs[p]));
        var most = needing.Length == 0 ? 0 : needing.Max(pairs => pairs.Length);
        (now, then) = (new int[most], new int[most]);
        (seamlessNow, seamlessThen) = (new int[most], new int[most]);
        replacing = new bool[system.Segments.Length];
        shares = new double[system.StandardIds.Length];
        committedKm = new double[system.StandardIds.Length];
        stateShares = new double[system.StandardIds.Length * compiled.States];
        bestStateShares = new double[compiled.States];
    }

    /// <summary>Best share over the standards on offer.</summary>
    public double BestShare { get; private set; }

    /// <summary>Share of the worth of the segment's pairs that interfaces leave, with the segment in a standard; 1 where no pair needs it.</summary>
    public double Share(int standard) => shares[standard];

    /// <summary>The same over one state's pairs.</summary>
    public double ShareOf(int state, int standard) => stateShares[standard * compiled.States + state];

    /// <summary>Best of it over the standards on offer.</summary>
    public double BestShareOf(int state) => bestStateShares[state];

    /// <summary>Draws the plan around a segment and tries every standard on offer.</summary>
    public void Load(Record record, Arm arm, int segment)
    {
        var local = compiled.Segments[segment].Local;
        var count = needing[local].Length;
        Draw(record, arm, local);
        PlaceCosts.Of(table, needingPairs[local], now);
        PlaceCosts.Of(seamless, needingPairs[local], seamlessNow);
        BestShare = double.NegativeInfinity;
        Array.Fill(bestStateShares, double.NegativeInfinity);
        for (var standard = 0; standard < shares.Length; standard++)
        {
            if (!IsOnOffer(arm, segment, standard)) continue;
            var edge = system.SegmentEdges[local][standard];
            table.WhatIf(edge, needingPairs[local], now.AsSpan(0, count), then.AsSpan(0, count));
            seamless.WhatIf(edge, needingPairs[local], seamlessNow.AsSpan(0, count), seamlessThen.AsSpan(0, count));
            Tally(local, standard);
        }
    }

    private bool IsOnOffer(Arm arm, int segment, int standard)
    {
        if (arm.Specification != SpecificationRule.None && standard == system.Specification) return true;
        if (arm.Specification == SpecificationRule.Mandatory) return false;
        foreach (var own in compiled.OwnStandards[compiled.Segments[segment].System])
            if (own == standard) return true;
        return false;
    }

    private void Draw(Record record, Arm arm, int around)
    {
        DrawInherited(record);
        table.CopyFrom(inherited);
        seamless.CopyFrom(inheritedSeamless);
        var planned = PlannedStandard(record, arm);
        for (var local = 0; local < system.Segments.Length; local++)
        {
            var segment = system.Segments[local];
            if (local == around || record.IsLost(segment)) continue;
            var edge = system.SegmentEdges[local][record.IsCommitted(segment) ? record.Standards[segment] : planned];
            table.Add(edge);
            seamless.Add(edge);
        }
    }

    private int PlannedStandard(Record record, Arm arm)
    {
        if (arm.Specification != SpecificationRule.None) return system.Specification;
        Array.Clear(committedKm);
        foreach (var segment in system.Segments)
            if (record.IsCommitted(segment)) committedKm[record.Standards[segment]] += compiled.Scenario.Segments[segment].LengthKm;
        var best = system.Specification;
        for (var standard = 0; standard < committedKm.Length; standard++)
            if (committedKm[standard] > committedKm[best]) best = standard;
        return best;
    }

    // Segments that will be built take away the lines they replace; this set changes only when such a segment is lost.
    private void DrawInherited(Record record)
    {
        var changed = !drawn;
        for (var local = 0; local < replacing.Length; local++)
        {
            var live = system.ReplacedLinks[local].Length > 0 && !record.IsLost(system.Segments[local]);
            changed |= live != replacing[local];
            replacing[local] = live;
        }
        if (!changed) return;
        drawn = true;
        inherited.Clear();
        inheritedSeamless.Clear();
        for (var link = 0; link < system.LinkEdges.Length; link++)
        {
            if (IsReplaced(link)) continue;
            inherited.Add(system.LinkEdges[link]);
            inheritedSeamless.Add(system.LinkEdges[link]);
        }
    }

    private bool IsReplaced(int link)
    {
        for (var local = 0; local < replacing.Length; local++)
            if (replacing[local] && Array.IndexOf(system.ReplacedLinks[local], link) >= 0) return true;
        return false;
    }

    private void Tally(int local, int standard)
    {
        double kept = 0, total = 0;
        var weights = system.Pairs.Weights;
        for (var k = 0; k < needing[local].Length; k++)
        {
            var weight = weights[needing[local][k]];
            kept += weight * ((double)seamlessThen[k] / then[k]);
            total += weight;
        }
        shares[standard] = total > 0 ? kept / total : 1;
        BestShare = Math.Max(BestShare, shares[standard]);
        TallyStates(local, standard);
    }

    private void TallyStates(int local, int standard)
    {
        var weights = system.Pairs.Weights;
        for (var state = 0; state < compiled.States; state++)
        {
            double kept = 0, total = 0;
            for (var k = 0; k < needing[local].Length; k++)
            {
                var pair = needing[local][k];
                if (system.Pairs.FirstStates[pair] != state && system.Pairs.SecondStates[pair] != state) continue;
                kept += weights[pair] * ((double)seamlessThen[k] / then[k]);
                total += weights[pair];
            }
            var share = total > 0 ? kept / total : 1;
            stateShares[standard * compiled.States + state] = share;
            bestStateShares[state] = Math.Max(bestStateShares[state], share);
        }
    }
}
