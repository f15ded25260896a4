using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// How much of what each state of a group could gain from the network it has gained: the physical share over the pairs that
/// have an end in it. What the equity part of cohesion compares (docs/model.md §5).
/// </summary>
public sealed class StateShares
{
    private readonly int[] among;
    private readonly Ends[] ends;
    private readonly int[] states;
    private readonly double[] achievable;
    private readonly double[] realised;

    /// <summary>Compiles the pairs of every state of the group.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="costs">Their costs; those as built are not read.</param>
    /// <param name="among">Q, the pairs in different states that plans can bring closer.</param>
    /// <param name="isMember">Membership of the group, such as ASEAN, by state index.</param>
    public StateShares(PairSet pairs, in PairCosts costs, int[] among, bool[] isMember)
    {
        this.among = among;
        states = [.. Enumerable.Range(0, isMember.Length).Where(state => isMember[state] && pairs.Touching(among, state).Length > 0)];
        ends = Array.ConvertAll(among, pair => new Ends(PlaceOf(pairs.FirstStates[pair]), PlaceOf(pairs.SecondStates[pair])));
        // The last place takes what falls to nobody of the group.
        realised = new double[states.Length + 1];
        Realise(costs with { Actual = costs.Ideal });
        achievable = [.. realised];

        int PlaceOf(int state) => Array.IndexOf(states, state) is >= 0 and var place ? place : states.Length;
    }

    /// <summary>Number of states with something to gain, hence of shares.</summary>
    public int Count => states.Length;

    /// <summary>Those states, ascending.</summary>
    public ReadOnlySpan<int> States => states;

    /// <summary>Realised shares, in state order; negative only where lines were removed.</summary>
    /// <param name="costs">Costs of all pairs.</param>
    /// <param name="shares">Receives <see cref="Count"/> shares.</param>
    public void Of(in PairCosts costs, Span<double> shares)
    {
        Realise(costs);
        // Pairs of Q can all gain, so a state that has one has a share.
        for (int k = 0; k < states.Length; k++)
        {
            shares[k] = realised[k] / achievable[k];
        }
    }

    private void Realise(in PairCosts costs)
    {
        Array.Clear(realised);
        for (int k = 0; k < among.Length; k++)
        {
            double gain = PhysicalPart.Realised(costs, among[k]);
            realised[ends[k].First] += gain;
            realised[ends[k].Second] += gain;
        }
    }

    // By the place of their states' shares.
    private readonly record struct Ends(int First, int Second);
}
