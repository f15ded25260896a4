namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Some of the scored pairs that need a segment, arranged for <see cref="SweptCosts"/>: few places see all of them, so few sources answer for all.
/// Immutable, compiled once.
/// </summary>
public sealed class PlanPairs
{
    private readonly int[] pairs;
    private readonly int[] sources;
    private readonly int[] sourceOf;
    private readonly int[] targets;
    private readonly int[] targetOf;
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
        this.pairs = pairs;
        sourceOf = new int[pairs.Length];
        targetOf = new int[pairs.Length];
        Array.Fill(sourceOf, -1);
        sources = [.. Cover(all, places)];
        targets = [.. targetOf.Distinct().Order()];
        targetOf = Array.ConvertAll(targetOf, place => Array.IndexOf(targets, place));
        ofState = new int[states][];
        for (var state = 0; state < states; state++)
            ofState[state] = [.. Enumerable.Range(0, pairs.Length).Where(k => all.FirstStates[pairs[k]] == state || all.SecondStates[pairs[k]] == state)];
        weights = Array.ConvertAll(pairs, pair => all.Weights[pair]);
        TotalWeight = WeightOf(Enumerable.Range(0, pairs.Length));
        weightOfState = Array.ConvertAll(ofState, WeightOf);
    }

    /// <summary>The pairs, ascending.</summary>
    public ReadOnlySpan<int> Pairs => pairs;

    /// <summary>Places such that every pair has one of them at an end.</summary>
    public ReadOnlySpan<int> Sources => sources;

    /// <summary>By position in <see cref="Pairs"/>: index in <see cref="Sources"/> of one end.</summary>
    public ReadOnlySpan<int> SourceOf => sourceOf;

    /// <summary>Places at their other ends, each once.</summary>
    public ReadOnlySpan<int> Targets => targets;

    /// <summary>By position in <see cref="Pairs"/>: index in <see cref="Targets"/> of the other end.</summary>
    public ReadOnlySpan<int> TargetOf => targetOf;

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
    private List<int> Cover(PairSet all, int places)
    {
        var seen = new List<int>[places];
        for (var place = 0; place < places; place++) seen[place] = [];
        var unseen = new int[places];
        for (var k = 0; k < pairs.Length; k++)
        {
            var (first, second) = all.Pairs[pairs[k]];
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
                if (sourceOf[k] >= 0) continue;
                var (first, second) = all.Pairs[pairs[k]];
                (sourceOf[k], targetOf[k]) = (cover.Count, first == most ? second : first);
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
