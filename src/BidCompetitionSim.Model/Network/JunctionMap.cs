namespace BidCompetitionSim.Model.Network;

/// <summary>All places where a planned segment of a system meets another one, or an inherited line; fixed per scenario.</summary>
/// <remarks>
/// The scored junctions, the fixed set of J (docs/model.md §5), are those where two planned segments meet that not the very same
/// states let, and those where a planned one meets an inherited foreign line whose standard some award could match.
/// Inherited lines of one standard at one place make one junction with a segment, foreign if any of them is.
/// </remarks>
public sealed class JunctionMap
{
    /// <summary>The standard of a segment that is not built.</summary>
    public const int NotBuilt = -1;

    private readonly InterfaceTable interfaces;
    private readonly StandardVariants? variants;
    private readonly PlannedSegment[] segments;
    private readonly Junction[] junctions;
    private readonly int[][] ofSegment;
    private readonly int[][] neighbours;
    private readonly int[][] inheritedStandards;
    private readonly int[] scored;
    private readonly int[][] scoredOfSegment;
    private readonly int width; // of a row of works
    private readonly byte[] works; // [one more than a standard, likewise]: 1 where traffic passes from one to the other; what is not built comes first

    /// <summary>Compiles the junctions, ordered by place, then segment, then other segment or inherited standard.</summary>
    /// <param name="segments">The planned segments, in index order.</param>
    /// <param name="inherited">The inherited lines, without the base mode.</param>
    /// <param name="placeStates">State of each place; its length is the number of places.</param>
    /// <param name="interfaces">Clashes between standards.</param>
    /// <param name="awardable">By standard: whether an award in any arm could build in it (a sponsor's own, or the regional specification).</param>
    /// <param name="variants">Standards as states build in them; null where no state prescribes anything.</param>
    public JunctionMap(
        PlannedSegment[] segments, InheritedLine[] inherited, int[] placeStates, InterfaceTable interfaces, bool[] awardable, StandardVariants? variants = null)
    {
        (this.interfaces, this.segments, this.variants) = (interfaces, segments, variants);
        junctions = new JunctionFinder(segments, inherited, placeStates, interfaces, awardable, variants).Find();
        scored = [.. Enumerable.Range(0, junctions.Length).Where(k => junctions[k].Scored)];
        ofSegment = [.. Enumerable.Range(0, segments.Length).Select(IndicesOf)];
        scoredOfSegment = Array.ConvertAll(ofSegment, own => Array.FindAll(own, k => junctions[k].Scored));
        width = interfaces.Standards + 1;
        works = new byte[width * width];
        for (int a = 0; a < interfaces.Standards; a++)
        {
            for (int b = 0; b < interfaces.Standards; b++)
            {
                works[(a + 1) * width + b + 1] = interfaces.Clashes(a, b) == 0 ? (byte)1 : (byte)0;
            }
        }

        neighbours = [.. ofSegment.Select((own, segment) => own.Select(k => junctions[k].OtherThan(segment)).Where(other => other >= 0).ToArray())];
        inheritedStandards = [.. ofSegment.Select(own => own.Where(k => !junctions[k].IsPlanned).Select(k => InheritedStandardOf(junctions[k])).ToArray())];
    }

    /// <summary>The junctions.</summary>
    public ReadOnlySpan<Junction> Junctions => junctions;

    /// <summary>Indices of the junctions of one segment.</summary>
    public ReadOnlySpan<int> Of(int segment) => ofSegment[segment];

    /// <summary>The planned segment met at each junction of one where one is met.</summary>
    public ReadOnlySpan<int> NeighboursOf(int segment) => neighbours[segment];

    /// <summary>The standard of the inherited line at each junction of a segment where one is met, whatever its variant.</summary>
    public ReadOnlySpan<int> InheritedStandardsAt(int segment) => inheritedStandards[segment];

    /// <summary>A junction on the network of a moment.</summary>
    /// <param name="junction">Index of the junction.</param>
    /// <param name="standards">Standard of each segment, <see cref="NotBuilt"/> if it does not exist.</param>
    public JunctionState StateOf(int junction, ReadOnlySpan<int> standards)
    {
        ref readonly Junction met = ref junctions[junction];
        int a = VariantOf(met.SegmentA, standards);
        int b = met.IsPlanned ? VariantOf(met.SegmentB, standards) : met.InheritedStandard;
        return a == NotBuilt || b == NotBuilt
            ? default
            : new JunctionState(true, interfaces.Clashes(a, b), interfaces.Seconds(a, b));
    }

    /// <summary>The standard of the inherited line that a segment meets at a junction, whatever its variant.</summary>
    public int InheritedStandardOf(in Junction met) => variants is null ? met.InheritedStandard : variants.StandardOf(met.InheritedStandard);

    /// <summary>J on the network of a moment.</summary>
    /// <param name="standards">Standard of each segment, <see cref="NotBuilt"/> if it does not exist.</param>
    public JunctionTally Tally(ReadOnlySpan<int> standards)
    {
        int working = 0;
        foreach (int junction in scored)
        {
            working += WorkingAt(junction, standards);
        }

        return new JunctionTally(scored.Length, working);
    }

    /// <summary>J with one more segment.</summary>
    /// <param name="without">J without it.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="standards">Standard of each segment, of that one too.</param>
    public JunctionTally Tally(JunctionTally without, int segment, ReadOnlySpan<int> standards)
    {
        int working = without.Working;
        foreach (int junction in scoredOfSegment[segment])
        {
            working += WorkingAt(junction, standards);
        }

        return without with { Working = working };
    }

    // 1 where through traffic passes, else 0.
    private int WorkingAt(int junction, ReadOnlySpan<int> standards)
    {
        ref readonly Junction met = ref junctions[junction];
        return works[(VariantOf(met.SegmentA, standards) + 1) * width + 1 + (met.IsPlanned ? VariantOf(met.SegmentB, standards) : met.InheritedStandard)];
    }

    private int VariantOf(int segment, ReadOnlySpan<int> standards) =>
        standards[segment] == NotBuilt || variants is null ? standards[segment] : variants.In(standards[segment], segments[segment].LettingState);

    private int[] IndicesOf(int segment) =>
        [.. Enumerable.Range(0, junctions.Length).Where(k => junctions[k].SegmentA == segment || junctions[k].SegmentB == segment)];
}
