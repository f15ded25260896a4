using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>Sums one arm of one point: moments by block, all else in whole counts.</summary>
internal sealed class ArmFold
{
    private readonly RowLayout _layout;
    private readonly Moments[] _whole;
    private readonly Moments[] _block;
    private readonly Counts[] _counts;
    private readonly long[] _winners; // by segment and sponsor, nobody last
    private readonly long[] _clashes;

    public ArmFold(RowLayout layout)
    {
        _layout = layout;
        (_whole, _block) = (new Moments[layout.Measures.Count], new Moments[layout.Measures.Count]);
        _counts = [.. layout.Measures.Select(static measure => new Counts(measure.Resolution))];
        _winners = new long[layout.Segments.Count * (layout.Sponsors.Count + 1)];
        _clashes = new long[layout.Junctions.Count];
    }

    public long Done { get; private set; }

    public long Failed { get; private set; }

    public void Add(Row row)
    {
        if (row.Failure is not null)
        {
            Failed++;
            return;
        }
        Done++;
        for (var k = 0; k < _block.Length; k++)
        {
            _block[k].Add(row.Values[k]);
            _counts[k].Add(row.Values[k]);
        }
        var choices = _layout.Sponsors.Count + 1;
        for (var s = 0; s < row.Winners.Length; s++) _winners[s * choices + (row.Winners[s] < 0 ? choices - 1 : row.Winners[s])]++;
        for (var k = 0; k < row.Clashes.Length; k++) _clashes[k] += row.Clashes[k] ? 1 : 0;
    }

    public void CloseBlock()
    {
        for (var k = 0; k < _whole.Length; k++) _whole[k].Merge(_block[k]);
        Array.Clear(_block);
    }

    /// <summary>Moments of a measure so far.</summary>
    public Moments MomentsOf(int measure)
    {
        var moments = _whole[measure];
        moments.Merge(_block[measure]);
        return moments;
    }

    public Counts CountsOf(int measure) => _counts[measure];

    public IEnumerable<SegmentSummary> Segments(string arm)
    {
        var choices = _layout.Sponsors.Count + 1;
        for (var s = 0; s < _layout.Segments.Count; s++)
        {
            var segment = s;
            yield return new SegmentSummary(arm, _layout.Segments[s], Done,
                [.. Enumerable.Range(0, choices).Select(k => ShareOf(k < _layout.Sponsors.Count ? _layout.Sponsors[k] : "nobody", _winners[segment * choices + k]))]);
        }
    }

    public IEnumerable<JunctionSummary> Junctions(string arm) =>
        _layout.Junctions.Select((junction, k) => new JunctionSummary(arm, junction, ShareOf(junction, _clashes[k])));

    private ShareSummary ShareOf(string id, long count) => new(id, count, Done > 0 ? (double)count / Done : 0, Wilson.Of(count, Done));
}
