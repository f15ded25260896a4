using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Network;

/// <summary>A place: one end of links.</summary>
public sealed record Place
{
    [Meaning("Short name of the place.")]
    public required string Id { get; init; }

    [Meaning("Name of the place.")]
    public required string Name { get; init; }

    [Meaning("State it lies in.")]
    public required string State { get; init; }

    [Quantity(0.0001, 200, "Population of the catchment.")]
    public required double PopulationMillion { get; init; }

    [Quantity(0.0001, 10000, "Gross product of the catchment.")]
    public required double GdpUsdBn { get; init; }

    [Quantity(-90, 90, "Latitude; for drawing only.")]
    public required double LatitudeDegrees { get; init; }

    [Quantity(-180, 180, "Longitude; for drawing only.")]
    public required double LongitudeDegrees { get; init; }
}

/// <summary>A system of links that share interfaces, costs and appraisal conventions.</summary>
public sealed record TransportSystem
{
    [Meaning("Short name of the system, such as rail.")]
    public required string Id { get; init; }

    [Meaning("Name of the system.")]
    public required string Name { get; init; }

    [Meaning("Attributes of a standard that matter at an interface, with what a difference costs.")]
    public required InterfaceAttribute[] Attributes { get; init; }

    [Meaning("Technical standards in use or on offer.")]
    public required Standard[] Standards { get; init; }

    [Meaning("The regional technical specification, one of the standards.")]
    public required string Specification { get; init; }

    [Elective]
    [Meaning("Service speeds by standard and class of line, where cost is time; a class without a standard named serves all.")]
    public ServiceSpeed[] Speeds { get; init; } = [];

    [Meaning("Classes of line to be let, with unit cost and reference classes of overrun and demand.")]
    public required LineClass[] Classes { get; init; }

    [Elective]
    [Quantity(0, 100, "Time a freight consignment loses at a border.")]
    public double? BorderHours { get; init; }

    [Elective]
    [Quantity(0, 100, "Time a passenger loses at a border.")]
    public double? PassengerBorderHours { get; init; }

    [Elective]
    [Quantity(0, 100, "Time a passenger loses where trains must be changed.")]
    public double? PassengerChangeHours { get; init; }

    [Elective]
    [Quantity(0, 100, "Time from door to first station and from last station to door together.")]
    public double? PassengerAccessHours { get; init; }

    [Quantity(0, 0.5, "Extra cost of complying with the specification, as a share of cost.")]
    public required double SpecificationPremium { get; init; }

    [Elective]
    [Meaning("Unit of generalised cost, such as USD/MWh; left out where cost is time, in hours. Tariffs and charges are then in this unit.")]
    public string CostUnit { get; init; } = "";

    [Elective]
    [Meaning("Carries no passengers, as a port; a system whose cost is not time never does.")]
    public bool FreightOnly { get; init; }

    [Elective]
    [Meaning("What carrying costs by standard and class of line, where cost is not time.")]
    public Tariff[] Tariffs { get; init; } = [];

    [Elective]
    [Quantity(0, 1000, "What crossing a border costs, where cost is not time.")]
    public double? BorderChargeCostUnits { get; init; }
}

/// <summary>An attribute of technical standards, such as gauge, and what a difference in it costs at an interface.</summary>
public sealed record InterfaceAttribute
{
    [Meaning("Name of the attribute.")]
    public required string Id { get; init; }

    [Elective]
    [Quantity(0, 100, "Time lost where the attribute differs.")]
    public double? PenaltyHours { get; init; }

    [Meaning("Whether a difference in it counts alone, the others costing nothing more (transhipment).")]
    public required bool Exclusive { get; init; }

    [Elective]
    [Quantity(0, 1000, "What a difference in it costs, in a system whose cost is not time.")]
    public double? ChargeCostUnits { get; init; }

    [Elective]
    [Meaning("Its value in each state, where the state prescribes it and not the builder's standard, as the side of the road.")]
    public NationalValue[] States { get; init; } = [];
}

/// <summary>The value of an attribute that a state prescribes.</summary>
public sealed record NationalValue
{
    [Meaning("The state.")]
    public required string State { get; init; }

    [Meaning("Its value there, compared by equality.")]
    public required string Value { get; init; }
}

/// <summary>A technical standard: one value for each attribute of its system.</summary>
public sealed record Standard
{
    [Meaning("Short name of the standard.")]
    public required string Id { get; init; }

    [Meaning("Name of the standard.")]
    public required string Name { get; init; }

    [Meaning("Value of each attribute of the system.")]
    public required AttributeValue[] Attributes { get; init; }
}

/// <summary>The value of one attribute.</summary>
public sealed record AttributeValue
{
    [Meaning("Attribute of the system.")]
    public required string Attribute { get; init; }

    [Meaning("Its value, compared by equality.")]
    public required string Value { get; init; }
}

/// <summary>Service speed, stops included, of a class of line built to a standard.</summary>
public sealed record ServiceSpeed
{
    [Meaning("Standard, or * for every standard.")]
    public required string Standard { get; init; }

    [Meaning("Class of line.")]
    public required string Class { get; init; }

    [Quantity(0.1, 2000, "Freight service speed.")]
    public required double FreightKmPerHour { get; init; }

    [Elective]
    [Quantity(0.1, 2000, "Passenger service speed; left out in a system that carries none.")]
    public double? PassengerKmPerHour { get; init; }
}

/// <summary>What carrying costs over a kilometre of a class of line built to a standard, in a system whose cost is not time.</summary>
public sealed record Tariff
{
    [Meaning("Standard, or * for every standard.")]
    public required string Standard { get; init; }

    [Meaning("Class of line.")]
    public required string Class { get; init; }

    [Quantity(0, 100, "Cost of carrying one unit over a kilometre, losses and the line's own cost included.")]
    public required double ChargeCostUnitsPerKm { get; init; }
}

/// <summary>A class of line to be let.</summary>
public sealed record LineClass
{
    [Meaning("Short name of the class.")]
    public required string Id { get; init; }

    [Quantity(0.00001, 10, "Reference cost of a kilometre, for segments without an estimate of their own.")]
    public required double CostUsdBnPerKm { get; init; }

    [Quantity(0.5, 5, "Mean of delivered over estimated cost in the reference class.")]
    public required double OverrunMean { get; init; }

    [Quantity(0.01, 3, "Standard deviation of delivered over estimated cost.")]
    public required double OverrunSd { get; init; }

    [Quantity(0.1, 3, "Mean of realised over forecast demand at plateau.")]
    public required double DemandMean { get; init; }

    [Quantity(0.01, 3, "Standard deviation of realised over forecast demand.")]
    public required double DemandSd { get; init; }

    [Elective]
    [Quantity(0, 1, "Reference cost of a megawatt that the line can carry, besides its kilometres: substations and converters.")]
    public double? CapacityCostUsdBnPerMw { get; init; }
}

/// <summary>A line that exists on the first day.</summary>
public sealed record Link
{
    [Meaning("Short name of the link.")]
    public required string Id { get; init; }

    [Meaning("System it belongs to.")]
    public required string System { get; init; }

    [Meaning("Route it is drawn on.")]
    public required string Route { get; init; }

    [Meaning("One end.")]
    public required string From { get; init; }

    [Meaning("The other end.")]
    public required string To { get; init; }

    [Quantity(0.01, 10000, "Length.")]
    public required double LengthKm { get; init; }

    [Meaning("Class of line, as in the system's speeds.")]
    public required string Class { get; init; }

    [Meaning("Technical standard.")]
    public required string Standard { get; init; }

    [Quantity(0, 200, "Handling besides running and border time: the two transfers of a road haul that stands in for a missing line.")]
    public required double HandlingHours { get; init; }

    [Meaning("The base mode, which carries what no line of the system does.")]
    public required bool BaseMode { get; init; }

    [Elective]
    [Quantity(0, 1000, "What the link costs besides its kilometres and the border, in a system whose cost is not time.")]
    public double? ChargeCostUnits { get; init; }
}

/// <summary>What a stated reference cost is.</summary>
public enum CostBasis
{
    /// <summary>An estimate before the contract.</summary>
    Appraisal,

    /// <summary>The contract price.</summary>
    Contract,

    /// <summary>What was spent; divided by the class's mean overrun before use.</summary>
    Outturn,
}

/// <summary>A line to be let.</summary>
public sealed record Segment
{
    [Meaning("Short name of the segment.")]
    public required string Id { get; init; }

    [Meaning("Name of the segment.")]
    public required string Name { get; init; }

    [Meaning("Route it is drawn on.")]
    public required string Route { get; init; }

    [Meaning("System it belongs to.")]
    public required string System { get; init; }

    [Meaning("State that lets it.")]
    public required string Host { get; init; }

    [Elective, Meaning("States that let it together with the host, where it is shared; an award needs all of them.")]
    public CoHost[] CoHosts { get; init; } = [];

    [Meaning("One end.")]
    public required string From { get; init; }

    [Meaning("The other end.")]
    public required string To { get; init; }

    [Quantity(0.01, 10000, "Length.")]
    public required double LengthKm { get; init; }

    [Meaning("Class of line.")]
    public required string Class { get; init; }

    [Quantity(0.001, 500, "Reference cost.")]
    public required double CostUsdBn { get; init; }

    [Meaning("What the reference cost is: appraisal, contract or outturn.")]
    public required CostBasis CostBasis { get; init; }

    [Quantity(0.2, 30, "Reference time from financial close to commissioning.")]
    public required double BuildYears { get; init; }

    [Date("The host plans to open the tender on this date.")]
    public required int TenderDay { get; init; }

    [Meaning("Losing it is a matter of prestige.")]
    public required bool Prestige { get; init; }

    [Meaning("Existing links that it removes when commissioned.")]
    public required string[] Replaces { get; init; }

    [Meaning("How far it ties into each sponsor's own network and supply chains; a sponsor not named has 0.")]
    public required HomeTie[] HomeTies { get; init; }

    [Quantity(-0.5, 1, "Economic rate of return at forecast demand and reference cost.")]
    public required double? ForecastEirr { get; init; }

    [Quantity(-0.5, 1, "Financial rate of return at forecast demand and reference cost.")]
    public required double? ForecastFirr { get; init; }

    [Quantity(-0.05, 0.15, "Growth of demand after ramp-up.")]
    public required double DemandGrowthPerYear { get; init; }

    [Quantity(0, 0.2, "Yearly operation and maintenance as a share of reference cost, at reference quality.")]
    public required double OperatingShare { get; init; }

    [Quantity(0, 1, "Local content both sides can offer, as a share of price.")]
    public required double LocalContent { get; init; }

    [Elective]
    [Quantity(1, 100000, "What it can carry, for the rule unit-cost; it bounds no flow.")]
    public double? CapacityMw { get; init; }
}

/// <summary>How far a segment ties into a sponsor's home.</summary>
public sealed record HomeTie
{
    [Meaning("The sponsor.")]
    public required string Sponsor { get; init; }

    [Quantity(0, 1, "Share in [0, 1].")]
    public required double Share { get; init; }
}
