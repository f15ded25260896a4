using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Testing;

public static partial class Some
{
    /// <summary>
    /// Rail: metre gauge (inherited) and three standard-gauge standards. A change of gauge costs 12 h, whatever else differs; else traction
    /// costs 1 h and signalling 2 h. New lines run at 50 km/h freight, the metre line at 25, the road at 20 with 8 h of handling.
    /// </summary>
    public static TransportSystem Rail() => new()
    {
        Id = "rail", Name = "Railway",
        Attributes = [Attribute("gauge", 12, exclusive: true), Attribute("signalling", 2), Attribute("traction", 1)],
        Standards =
        [
            Standard("chinese", "1435", "CTCS", "AC25"), Standard("japanese", "1435", "DS-ATC", "AC25"),
            Standard("metre", "1000", "none", "diesel"), Standard("regional", "1435", "ETCS", "AC25"),
        ],
        Specification = "regional",
        Speeds = [Speed("existing", 25, 40), Speed("new", 50, 100), Speed("road", 20, 50)],
        Classes = [LineClass("new")],
        BorderHours = 8, PassengerBorderHours = 1.5, PassengerChangeHours = 1, PassengerAccessHours = 2, SpecificationPremium = 0.05,
    };

    /// <summary>An attribute of standards with what a difference in it costs.</summary>
    public static InterfaceAttribute Attribute(string id, double hours, bool exclusive = false) =>
        new() { Id = id, PenaltyHours = hours, Exclusive = exclusive };

    /// <summary>A rail standard.</summary>
    public static Standard Standard(string id, string gauge, string signalling, string traction) => new()
    {
        Id = id, Name = $"Rail, {id}",
        Attributes =
        [
            new AttributeValue { Attribute = "gauge", Value = gauge },
            new AttributeValue { Attribute = "signalling", Value = signalling },
            new AttributeValue { Attribute = "traction", Value = traction },
        ],
    };

    /// <summary>The speed of a class, whatever the standard.</summary>
    public static ServiceSpeed Speed(string lineClass, double freight, double passenger) =>
        new() { Standard = "*", Class = lineClass, FreightKmPerHour = freight, PassengerKmPerHour = passenger };

    /// <summary>A class whose reference cost is USD 20 m a kilometre.</summary>
    public static LineClass LineClass(string id) =>
        new() { Id = id, CostUsdBnPerKm = 0.02, OverrunMean = 1.447, OverrunSd = 0.384, DemandMean = 0.486, DemandSd = 0.281 };

    /// <summary>A place whose gross product is USD 5,000 a head.</summary>
    public static Place Place(string id, string state, double populationMillion) => new()
    {
        Id = id, Name = id, State = state, PopulationMillion = populationMillion, GdpUsdBn = 5 * populationMillion,
        LatitudeDegrees = 10, LongitudeDegrees = 100,
    };

    /// <summary>The road that stands in for a missing line: 100 km, 5 h of driving and 8 h of handling.</summary>
    public static Link Road(string from, string to) => new()
    {
        Id = $"road-{from}-{to}", System = "rail", Route = "road", From = from, To = to, LengthKm = 100, Class = "road",
        Standard = "metre", HandlingHours = 8, BaseMode = true,
    };

    /// <summary>An inherited line of metre gauge: 100 km, 4 h.</summary>
    public static Link MetreLine(string from, string to) => new()
    {
        Id = $"metre-{from}-{to}", System = "rail", Route = "old", From = from, To = to, LengthKm = 100, Class = "existing",
        Standard = "metre", HandlingHours = 0, BaseMode = false,
    };

    /// <summary>A segment of 100 km and USD 2 bn between the two places its id names, tendered on the first day of a year after the start.</summary>
    public static Segment Segment(string id, string host, int tenderYear, double chinaHome = 0)
    {
        var ends = id.Split('-');
        return new Segment
        {
            Id = id, Name = id, Route = "main", System = "rail", Host = host, From = ends[0], To = ends[1], LengthKm = 100, Class = "new",
            CostUsdBn = 2, CostBasis = CostBasis.Appraisal, BuildYears = 4, TenderDay = 365 * tenderYear, Prestige = false, Replaces = [],
            HomeTies = chinaHome > 0 ? [new HomeTie { Sponsor = "china", Share = chinaHome }] : [],
            ForecastEirr = 0.1, ForecastFirr = 0.045, DemandGrowthPerYear = 0.02, OperatingShare = 0.02, LocalContent = 0.3,
        };
    }
}
