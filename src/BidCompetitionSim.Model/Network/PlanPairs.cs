namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Some of the scored pairs that need a segment, arranged for <see cref="SweptCosts"/>: few places see all of them, so few sources answer for all.
/// Immutable, compiled once.
/// </summary>
public sealed class PlanPairs
{
    private readonly PlanPair[] pairs;
    private readonly int[] sources;
    private readonly int[] all;
    private readonly int[][] ofState;
    private readonly double[] weights;
    private readonly double[] weightOfState;

    /// <summary>Arranges pairs.</summary>
    /// <param name="all">All pairs of the system.</param>
    /// <param name="pairs">Indices of those wanted, ascending.</param>
    /// <param name="places">Number of places.</param>
    /// <param name="states">Number of states.</param>
    public PlanPairs(PairSet all, int[] pairs, int places, int states)
    {
        this.pairs = new PlanPair[pairs.Length];
        sources = [.. Cover(all, pairs, places)];
        this.all = [.. Enumerable.Range(0, pairs.Length)];
        ofState = new int[states][];
        for (var state = 0; state < states; state++)
            ofState[state] = [.. Enumerable.Range(0, pairs.Length).Where(k => all.FirstStates[pairs[k]] == state || all.SecondStates[pairs[k]] == state)];
        weights = Array.ConvertAll(pairs, pair => all.Weights[pair]);
        TotalWeight = WeightOf(this.all);
        weightOfState = Array.ConvertAll(ofState, WeightOf);
    }

    /// <summary>The pairs, ascending.</summary>
    public ReadOnlySpan<PlanPair> Pairs => pairs;

    /// <summary>Places such that every pair has one of them at an end.</summary>
    public ReadOnlySpan<int> Sources => sources;

    /// <summary>Positions in <see cref="Pairs"/> of all of them, ascending.</summary>
    public ReadOnlySpan<int> All => all;

    /// <summary>Positions in <see cref="Pairs"/> of those with an end in a state, ascending.</summary>
    public ReadOnlySpan<int> Of(int state) => ofState[state];

    /// <summary>By position in <see cref="Pairs"/>: what the pair weighs.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>What all of them weigh.</summary>
    public double TotalWeight { get; }

    /// <summary>What those with an end in a state weigh.</summary>
    public double WeightOf(int state) => weightOfState[state];

    private double WeightOf(IEnumerable<int> positions)
    {
        double total = 0;
        foreach (var k in positions) total += weights[k];
        return total;
    }

    // Again and again the place that sees most of what nobody sees yet: on a corridor, the places on the shorter side of the segment.
    private List<int> Cover(PairSet all, int[] indices, int places)
    {
        var seen = new List<int>[places];
        for (var place = 0; place < places; place++) seen[place] = [];
        var unseen = new int[places];
        var isSeen = new bool[indices.Length];
        for (var k = 0; k < indices.Length; k++)
        {
            var (first, second) = all.Pairs[indices[k]];
            seen[first].Add(k);
            seen[second].Add(k);
            unseen[first]++;
            unseen[second]++;
        }
        var cover = new List<int>();
        for (var most = MostOf(unseen); unseen[most] > 0; most = MostOf(unseen))
        {
            foreach (var k in seen[most])
            {
                if (isSeen[k]) continue;
                isSeen[k] = true;
                var (first, second) = all.Pairs[indices[k]];
                pairs[k] = new PlanPair(indices[k], cover.Count, most, first == most ? second : first);
                unseen[first]--;
                unseen[second]--;
            }
            cover.Add(most);
        }
        return cover;
    }

    private static int MostOf(int[] counts)
    {
        var most = 0;
        for (var k = 1; k < counts.Length; k++)
            if (counts[k] > counts[most]) most = k;
        return most;
    }
}

/// <summary>A pair, as in <see cref="PairSet"/>, and where its costs are found: which source is at one end, that source's place, and the other end.</summary>
public readonly record struct PlanPair(int Index, int Source, int SourcePlace, int Target);
