using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>Sums the paired differences of two arms at one point, by block.</summary>
internal sealed class PairFold
{
    private readonly PairedMoments[] _whole;
    private readonly PairedMoments[] _block;
    private readonly int[] _outcomes;
    private readonly Counts[] _counts; // of the differences, by outcome

    public PairFold(RowLayout layout, int[] outcomes)
    {
        (_whole, _block, _outcomes) = (new PairedMoments[layout.Measures.Count], new PairedMoments[layout.Measures.Count], outcomes);
        _counts = Array.ConvertAll(outcomes, outcome => new Counts(layout.Measures[outcome].Resolution));
    }

    public void Add(Row from, Row to)
    {
        if (from.Failure is not null || to.Failure is not null) return;
        for (var k = 0; k < _block.Length; k++) _block[k].Add(from.Values[k], to.Values[k]);
        for (var k = 0; k < _outcomes.Length; k++) _counts[k].Add(to.Values[_outcomes[k]] - from.Values[_outcomes[k]]);
    }

    public void CloseBlock()
    {
        for (var k = 0; k < _whole.Length; k++) _whole[k].Merge(_block[k]);
        Array.Clear(_block);
    }

    /// <summary>Moments of a measure's differences so far.</summary>
    public PairedMoments MomentsOf(int measure)
    {
        var moments = _whole[measure];
        moments.Merge(_block[measure]);
        return moments;
    }

    public Counts CountsOf(int outcome) => _counts[outcome];
}
