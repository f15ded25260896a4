using System.Numerics;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.States;

/// <summary>One of the states that let a segment.</summary>
/// <param name="State">Index of the state.</param>
/// <param name="Share">Its share of length and cost; all of them add to 1.</param>
/// <param name="Weight">What its utility counts for in the joint one: its share, on the common scale of taste.</param>
public readonly record struct HostShare(int State, double Share, double Weight);

/// <summary>
/// The states that let a segment: one as a rule, several where a line is shared. Together they choose by the sum of their utilities, each on the scale
/// of its own taste and weighted by its share, and none of them has to take a bid that it likes less than none (docs/model.md §4.6). For a single state all
/// of this is that state's own, to the bit.
/// </summary>
public sealed class ContractingStates
{
    private readonly HostShare[] shares;

    /// <summary>Compiles the states of a segment, in the scenario's order.</summary>
    public ContractingStates(Scenario scenario, Segment segment, Dictionary<string, int> index)
    {
        double left = 1;
        foreach (var partner in segment.CoHosts) left -= partner.Share;
        var named = segment.CoHosts.Select(partner => (State: index[partner.State], partner.Share)).Append((State: index[segment.Host], Share: left));
        var sorted = named.OrderBy(one => one.State).ToArray();
        var states = scenario.States;
        double scale = 0;
        foreach (var (state, share) in sorted) scale += share * states[state].Weights.TasteScale;
        shares = Array.ConvertAll(sorted, one => new HostShare(one.State, one.Share, one.Share * (scale / states[one.State].Weights.TasteScale)));
        foreach (var host in shares)
        {
            Mask |= 1UL << host.State;
            Governance += host.Share * states[host.State].Governance;
        }
        Weights = shares.Length == 1 ? states[shares[0].State].Weights : Joint(Array.ConvertAll(shares, host => states[host.State]));
    }

    /// <summary>All of them, in the scenario's order of states.</summary>
    public ReadOnlySpan<HostShare> Shares => shares;

    /// <summary>The same as a bit mask.</summary>
    public ulong Mask { get; }

    /// <summary>Whether they are more than one.</summary>
    public bool AreSeveral => shares.Length > 1;

    /// <summary>Governance over the length of the line, 0 to 1.</summary>
    public double Governance { get; }

    /// <summary>
    /// The joint weights: what price, gift, time, quality, local content, nobody and a rent are worth to them together, and the scale of their joint taste,
    /// part of which cancels. Those of guarantee, tie, concentration and compatibility are sums, told for the reader: each state has its own stress, ties,
    /// awards and traffic.
    /// </summary>
    public EvaluationWeights Weights { get; }

    /// <summary>Whether a state is one of them.</summary>
    public bool Contains(int state) => (Mask >> state & 1) != 0;

    /// <summary>Share of the line that lies in some states.</summary>
    public double ShareIn(ulong states)
    {
        if ((Mask & ~states) == 0) return 1;
        double sum = 0;
        foreach (var host in shares)
            if ((states >> host.State & 1) != 0) sum += host.Share;
        return sum;
    }

    private EvaluationWeights Joint(State[] states)
    {
        double Sum(Func<State, double> of)
        {
            double sum = 0;
            for (var k = 0; k < shares.Length; k++) sum += shares[k].Weight * of(states[k]);
            return sum;
        }

        double variance = 0;
        for (var k = 0; k < shares.Length; k++)
        {
            var scale = shares[k].Weight * states[k].Weights.TasteScale;
            variance += scale * scale;
        }
        // A rent is what officials of all of them are paid; each values its own.
        var corruptible = 1 - Governance;
        return new EvaluationWeights
        {
            Price = Sum(s => s.Weights.Price), Concession = Sum(s => s.Weights.Concession), Guarantee = Sum(s => s.Weights.Guarantee),
            Time = Sum(s => s.Weights.Time), Quality = Sum(s => s.Weights.Quality), LocalContent = Sum(s => s.Weights.LocalContent),
            Tie = Sum(s => s.Weights.Tie), Concentration = Sum(s => s.Weights.Concentration),
            Rent = corruptible > 0 ? Sum(s => s.Weights.Rent * (1 - s.Governance)) / corruptible : 0,
            Compatibility = Sum(s => s.Weights.Compatibility), Nobody = Sum(s => s.Weights.Nobody), TasteScale = Math.Sqrt(variance),
        };
    }
}
