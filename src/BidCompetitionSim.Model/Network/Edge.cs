namespace BidCompetitionSim.Model.Network;

/// <summary>A compiled <see cref="Link"/> or <see cref="Segment"/>: joins two places of one system in one technical standard, both ways.</summary>
/// <remarks>The base mode (a road haul with its two handlings) is an ordinary edge of the inherited standard: the network has no special case for it.</remarks>
/// <param name="PlaceA">Index of one end.</param>
/// <param name="PlaceB">Index of the other end.</param>
/// <param name="Standard">Index of the technical standard.</param>
/// <param name="Cost">Generalised cost, seconds (or the system's own integer unit), 0 to <see cref="CostTable.Unreachable"/>; see <see cref="LinkCost"/>.</param>
public readonly record struct Edge(int PlaceA, int PlaceB, int Standard, int Cost);

/// <summary>An unordered pair of places, by index.</summary>
/// <param name="First">The smaller index.</param>
/// <param name="Second">The larger index.</param>
public readonly record struct PlacePair(int First, int Second);
