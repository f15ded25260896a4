namespace BidCompetitionSim.Model.Network;

/// <summary>A planned segment as the junction map sees it.</summary>
/// <param name="PlaceA">Index of one end.</param>
/// <param name="PlaceB">Index of the other end.</param>
/// <param name="LettingState">Index of the state that lets it.</param>
/// <param name="Replaces">Indices of the inherited lines it removes, which it can therefore not meet.</param>
public readonly record struct PlannedSegment(int PlaceA, int PlaceB, int LettingState, int[] Replaces)
{
    /// <summary>States that let it together with that one, as a bit mask.</summary>
    public ulong Partners { get; init; }

    /// <summary>All that let it, as a bit mask.</summary>
    public ulong LettingStates => Partners | 1UL << LettingState;
}

/// <summary>An inherited line as the junction map sees it: real track (or wire, or pipe), not the base mode.</summary>
/// <param name="PlaceA">Index of one end.</param>
/// <param name="PlaceB">Index of the other end.</param>
/// <param name="Standard">Index of its technical standard, by variant.</param>
public readonly record struct InheritedLine(int PlaceA, int PlaceB, int Standard);

/// <summary>A place where a planned segment meets another one, or inherited lines of one standard.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="SegmentA">Index of a planned segment.</param>
/// <param name="SegmentB">Index of the other, larger than <paramref name="SegmentA"/>; −1 where an inherited line is met.</param>
/// <param name="InheritedStandard">Standard of the inherited line, by variant; −1 where two planned segments meet.</param>
/// <param name="CrossBorder">Whether not the very same states let both, or the inherited line has an end in a state other than the segment's.</param>
/// <param name="Scored">Whether it belongs to the fixed set of J (docs/model.md §5).</param>
public readonly record struct Junction(int Place, int SegmentA, int SegmentB, int InheritedStandard, bool CrossBorder, bool Scored)
{
    /// <summary>Whether both sides are planned segments.</summary>
    public bool IsPlanned => SegmentB >= 0;

    /// <summary>The segment met by one of the two; −1 where that is an inherited line.</summary>
    public int OtherThan(int segment) => segment == SegmentA ? SegmentB : SegmentA;
}

/// <summary>A junction on the network of a moment.</summary>
/// <param name="BothBuilt">Whether both sides exist; if not, nothing clashes yet.</param>
/// <param name="Clashes">Attributes that clash, as bits of <see cref="InterfaceTable.Attributes"/>.</param>
/// <param name="Seconds">Interface cost: seconds, or 3600ths of the system's own cost unit.</param>
public readonly record struct JunctionState(bool BothBuilt, uint Clashes, int Seconds)
{
    /// <summary>Whether through traffic passes without an interface.</summary>
    public bool Works => BothBuilt && Clashes == 0;

    /// <summary>Interface cost: hours, or the system's own cost unit.</summary>
    public double Hours => Seconds / LinkCost.PartsPerUnit;
}

/// <summary>How many of the planned cross-border junctions work: J of docs/model.md §5.</summary>
/// <param name="Scored">Size of the fixed set.</param>
/// <param name="Working">Those with both sides built and no clash, whoever's standard.</param>
public readonly record struct JunctionTally(int Scored, int Working)
{
    /// <summary>J, 0 to 1; null if the scenario has no such junction.</summary>
    public double? Share => Scored == 0 ? null : (double)Working / Scored;
}
