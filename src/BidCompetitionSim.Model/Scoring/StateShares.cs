using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// How much of what each state of a group could gain from the network it has gained: the physical share over the pairs that
/// have an end in it. What the equity part of cohesion compares (docs/model.md §5).
/// </summary>
public sealed class StateShares
{
    private readonly int[][] pairsOfState;

    /// <summary>Compiles the pairs of every state of the group.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="among">Q, the pairs in different states that plans can bring closer.</param>
    /// <param name="isMember">Membership of the group, such as ASEAN, by state index.</param>
    public StateShares(PairSet pairs, int[] among, bool[] isMember)
    {
        var found = new List<int[]>();
        for (int state = 0; state < isMember.Length; state++)
        {
            int[] touching = pairs.Touching(among, state);
            if (isMember[state] && touching.Length > 0)
            {
                found.Add(touching);
            }
        }

        pairsOfState = [.. found];
    }

    /// <summary>Number of states with something to gain, hence of shares.</summary>
    public int Count => pairsOfState.Length;

    /// <summary>Realised shares, in state order; negative only where lines were removed.</summary>
    /// <param name="costs">Costs of all pairs.</param>
    /// <param name="shares">Receives <see cref="Count"/> shares.</param>
    public void Of(in PairCosts costs, Span<double> shares)
    {
        for (int k = 0; k < pairsOfState.Length; k++)
        {
            // Pairs of Q can all gain, so a state that has one has a share.
            shares[k] = PhysicalPart.Share(costs, pairsOfState[k])!.Value;
        }
    }
}
