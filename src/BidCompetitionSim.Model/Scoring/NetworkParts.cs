using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// What the networks of a run that is over make of it: the physical, people-to-people and equity parts of cohesion, and what they let through to
/// each segment. Systems are combined by reference cost planned; a system in which nothing can be gained is left out. Scratch of its owner; nothing
/// allocates after construction.
/// </summary>
public sealed class NetworkParts
{
    private readonly Compiled compiled;
    private readonly NetworkCourse[] courses;
    private readonly int[][] opened;
    private readonly Unbuilt[] unbuilt;
    private readonly StateShares[] states;
    private readonly double[][] shares;
    private readonly double[] members;
    private readonly double[] systemWeights;

    /// <summary>Prepares the parts of a scenario.</summary>
    public NetworkParts(Compiled compiled)
    {
        this.compiled = compiled;
        var all = Array.ConvertAll(compiled.Scenario.States, _ => true);
        courses = new NetworkCourse[compiled.Systems.Length];
        states = new StateShares[courses.Length];
        for (var k = 0; k < courses.Length; k++)
        {
            var system = compiled.Systems[k];
            var costs = CostsOf(k, [], []);
            courses[k] = new NetworkCourse(system, costs, compiled.Scenario.Scoring.PeopleDecayHours);
            states[k] = new StateShares(system.Pairs, costs, system.Scored, all);
        }
        opened = Array.ConvertAll(compiled.Systems, system => new int[system.Segments.Length]);
        unbuilt = new Unbuilt[compiled.Segments.Length];
        shares = Array.ConvertAll(states, own => new double[own.Count]);
        members = new double[compiled.States];
        systemWeights = new double[compiled.Systems.Length];
        foreach (var segment in compiled.Segments) systemWeights[segment.System] += segment.CostUsdBn;
    }

    /// <summary>Follows the networks of a run that is over; what the others say is of that run.</summary>
    /// <param name="kernel">The run.</param>
    /// <param name="bidders">By segment: the sponsor whose bid of the last attempt, which was turned down, is imagined to have been taken; -1 for none.</param>
    internal void Follow(Kernel kernel, ReadOnlySpan<int> bidders)
    {
        for (var k = 0; k < courses.Length; k++)
        {
            var (system, network) = (compiled.Systems[k], kernel.Networks[k]);
            for (var local = 0; local < opened[k].Length; local++)
            {
                var segment = system.Segments[local];
                opened[k][local] = kernel.Record.Status[segment] == Status.Commissioned ? network.EpochOn(kernel.Record.CommissionedDays[segment]) : int.MaxValue;
            }
            courses[k].Follow(network, kernel.Record, opened[k], Imagined(kernel, system, bidders));
            states[k].Of(CostsOf(k, network.ActualIn(network.EpochOn(compiled.HorizonDay)), []), shares[k]);
        }
    }

    /// <summary>Physical share of one system in a snapshot; null where nothing can be gained.</summary>
    internal double? Physical(int system, int snapshot) => courses[system].PhysicalIn(snapshot);

    /// <summary>People-to-people share of one system in a snapshot; null where nothing can be gained.</summary>
    internal double? People(int system, int snapshot) => courses[system].PeopleIn(snapshot);

    /// <summary>By snapshot: F of a segment of one system, from the one on in which it opened, or would have been closed if it is imagined (docs/model.md §4.8).</summary>
    internal ReadOnlySpan<double> ReachOf(int system, int local) => courses[system].ReachOf(local);

    /// <summary>What a state has gained of what it could gain from one system at the horizon; null where nothing can be.</summary>
    internal double? GainOf(int system, int state) =>
        states[system].States.IndexOf(state) is >= 0 and var place ? shares[system][place] : null;

    /// <summary>Equity over the states of one system that belong to ASEAN, at the horizon; null for fewer than two.</summary>
    internal double? Equity(int system)
    {
        var count = 0;
        for (var place = 0; place < shares[system].Length; place++)
            if (compiled.Scenario.States[states[system].States[place]].Asean) members[count++] = shares[system][place];
        return EquityPart.Of(members.AsSpan(0, count));
    }

    /// <summary>Weight of a system among those that have the part: reference cost planned.</summary>
    public double WeightOf(int system) => systemWeights[system];

    /// <summary>The costs the scores read.</summary>
    public PairCosts CostsOf(int system, ReadOnlySpan<int> actual, ReadOnlySpan<int> seamless) => new()
    {
        Weights = compiled.Systems[system].Pairs.Weights, Before = compiled.Systems[system].Before, Actual = actual,
        Seamless = seamless, Ideal = compiled.Systems[system].Ideal.Costs,
    };

    private ReadOnlySpan<Unbuilt> Imagined(Kernel kernel, CompiledSystem system, ReadOnlySpan<int> bidders)
    {
        var count = 0;
        foreach (var s in system.Segments)
            if (bidders[s] >= 0)
                unbuilt[count++] = new Unbuilt(
                    compiled.Segments[s].Local, kernel.Files.Bids(s, kernel.Record.Attempts[s])[bidders[s]].Standard, Appraiser.ClosedDayOf(kernel, s));
        return unbuilt.AsSpan(0, count);
    }
}
