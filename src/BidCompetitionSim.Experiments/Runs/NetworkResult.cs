using System.Text.Json.Serialization;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>A place where a planned segment meets another line.</summary>
public sealed record JunctionResult
{
    [Meaning("System.")]
    public required string System { get; init; }

    [Meaning("Place.")]
    public required string Place { get; init; }

    [Meaning("Whether the two sides belong to different states.")]
    public required bool CrossBorder { get; init; }

    [Meaning("Whether it belongs to the fixed set that the institutional part counts.")]
    public required bool Planned { get; init; }

    [Meaning("The two segments; or the segment, and the inherited standard it meets after the word inherited.")]
    public required string[] Between { get; init; }

    [Meaning("Whether both sides operate at the horizon.")]
    public required bool BothBuilt { get; init; }

    [Meaning("Attributes that differ.")]
    public required string[] Clashes { get; init; }

    [Meaning("Hours lost; absent in a system whose cost is not time.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Hours { get; init; }

    [Meaning("What is lost in the system's own cost unit; absent where that is the hour.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Loss { get; init; }
}

/// <summary>A pair of places of one system. Costs are generalised costs in the unit that constants name.</summary>
public sealed record PairResult
{
    [Meaning("System.")]
    public required string System { get; init; }

    [Meaning("One place.")]
    public required string From { get; init; }

    [Meaning("The other place.")]
    public required string To { get; init; }

    [Meaning("Whether they lie in different states.")]
    public required bool CrossBorder { get; init; }

    [Meaning("Weight by gravity; those of a system's pairs in different states sum to 1.")]
    public required double Weight { get; init; }

    [Meaning("Whether it counts: in different states, and cheaper on the ideal network.")]
    public required bool Scored { get; init; }

    [Meaning("Cost before any segment.")]
    public required int Before { get; init; }

    [Meaning("Cost as built.")]
    public required int Actual { get; init; }

    [Meaning("Cost as built if interfaces cost nothing.")]
    public required int Seamless { get; init; }

    [Meaning("Cost with everything built in one standard.")]
    public required int Ideal { get; init; }

    [Meaning("Product of the populations, million squared.")]
    public required double PopulationProduct { get; init; }

    [Meaning("Hours of a passenger from door to door before any segment; absent in a system that carries none.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PassengerBefore { get; init; }

    [Meaning("The same with everything built in one standard.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PassengerIdeal { get; init; }
}

/// <summary>How the networks grew.</summary>
public sealed record NetworkResult
{
    [Meaning("By system, in order of time: first day 0, then each change up to the horizon, where it ends.")]
    public required NetworkEpoch[] History { get; init; }
}

/// <summary>A system's costs from a day on, in the order of its pairs.</summary>
public sealed record NetworkEpoch
{
    [Meaning("System.")]
    public required string System { get; init; }

    [Meaning("From this day on.")]
    public required int Day { get; init; }

    [Meaning("Segments let by then and not cancelled.")]
    public required string[] Tendered { get; init; }

    [Meaning("Costs as built.")]
    public required int[] Actual { get; init; }

    [Meaning("Hours of a passenger from door to door; absent in a system that carries none.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Passenger { get; init; }
}

/// <summary>Friction between two states.</summary>
public sealed record FrictionResult
{
    [Meaning("One state.")]
    public required string A { get; init; }

    [Meaning("The other.")]
    public required string B { get; init; }

    [Meaning("Friction before the regimes.")]
    public required double Base { get; init; }

    [Meaning("Friction under the regimes, averaged over the run.")]
    public required double Now { get; init; }
}

/// <summary>A place.</summary>
public sealed record PlaceResult
{
    [Meaning("Short name.")]
    public required string Id { get; init; }

    [Meaning("Name.")]
    public required string Name { get; init; }

    [Meaning("State it lies in.")]
    public required string State { get; init; }

    [Meaning("Latitude, degrees north.")]
    public required double Latitude { get; init; }

    [Meaning("Longitude, degrees east.")]
    public required double Longitude { get; init; }
}

/// <summary>A line that existed on the first day.</summary>
public sealed record LinkResult
{
    [Meaning("Short name.")]
    public required string Id { get; init; }

    [Meaning("System it belongs to.")]
    public required string System { get; init; }

    [Meaning("Route it is drawn on.")]
    public required string Route { get; init; }

    [Meaning("One end.")]
    public required string From { get; init; }

    [Meaning("The other end.")]
    public required string To { get; init; }

    [Meaning("Technical standard.")]
    public required string Standard { get; init; }

    [Meaning("Whether it only stands in for a missing line.")]
    public required bool BaseMode { get; init; }
}
