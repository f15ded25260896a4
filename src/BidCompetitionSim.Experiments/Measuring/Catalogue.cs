using BidCompetitionSim.Model.Scoring;

namespace BidCompetitionSim.Experiments.Measuring;

/// <summary>A measure and how it is read. Names are those of a run's document.</summary>
internal readonly record struct Entry<T>(
    string Name, string Label, string Unit, Resolution Resolution, Direction Direction, Func<T, double?> Read);

/// <summary>All that is measured on a run, in the order of every table.</summary>
internal static class Catalogue
{
    private const string Points = "points", Money = "USD bn", Share = Measure.Ratio, Rate = "1/year", Count = Measure.Count, Hours = "hours", Years = "years";

    public static Entry<Outcome>[] Scores { get; } =
    [
        new("compatibility", "Compatibility", Points, Resolution.Hundredths, Direction.Higher, static o => o.Compatibility),
        new("viability", "Viability", Points, Resolution.Hundredths, Direction.Higher, static o => o.Viability),
        new("cohesion", "Cohesion", Points, Resolution.Hundredths, Direction.Higher, static o => o.Cohesion),
    ];

    public static Entry<Outcome>[] Parts { get; } =
    [
        new("physical", "Physical connectivity", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Parts.Physical),
        new("institutional", "Institutional connectivity", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Parts.Institutional),
        new("peopleToPeople", "People-to-people connectivity", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Parts.PeopleToPeople),
        new("equity", "Evenness of gains", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Parts.Equity),
        new("diplomatic", "Alignment and ties", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Parts.Diplomatic),
    ];

    public static Entry<Outcome>[] Beside { get; } =
    [
        new("inheritedCompatibility", "Compatibility of the inherited network", Points, Resolution.Hundredths, Direction.Neither, static o => o.InheritedCompatibility),
        new("builtCompatibility", "Compatibility over what was brought closer", Points, Resolution.Hundredths, Direction.Higher, static o => o.BuiltCompatibility),
        new("builtCoverage", "Weight of the pairs brought closer", Share, Resolution.HalfPercent, Direction.Neither, static o => o.BuiltCoverage),
        new("hoursLost", "Hours lost to interfaces", Hours, Resolution.HalfPercent, Direction.Lower, static o => o.HoursLost),
        new("hoursLostAsean", "Hours lost to interfaces within ASEAN", Hours, Resolution.HalfPercent, Direction.Lower, static o => o.HoursLostAsean),
        new("viabilityBuilt", "Viability of what was built", Points, Resolution.Hundredths, Direction.Higher, static o => o.ViabilityBuilt),
        new("enpvBaseTotal", "Economic net present value at the start", Money, Resolution.HalfPercent, Direction.Higher, static o => o.EnpvBaseTotalUsdBn),
        new("enpvBasePerBuilt", "Net present value per segment built", Money, Resolution.HalfPercent, Direction.Higher, static o => o.EnpvBasePerBuiltUsdBn),
        new("avoidedLoss", "Losses that bids turned down would have made", Money, Resolution.HalfPercent, Direction.Neither, static o => o.AvoidedLossUsdBn),
        new("foregoneGain", "Gains that bids turned down would have made", Money, Resolution.HalfPercent, Direction.Neither, static o => o.ForegoneGainUsdBn),
        new("meanEirr", "Mean economic rate of return", Rate, Resolution.HalfPercent, Direction.Higher, static o => o.MeanEirr),
        new("cohesionWithoutJunctions", "Cohesion without its junctions", Points, Resolution.Hundredths, Direction.Higher, static o => o.CohesionWithoutJunctions),
        new("junctionShare", "Share of cross-border junctions that work", Share, Resolution.HalfPercent, Direction.Higher, static o => o.JunctionShare),
        new("dependence", "Leaning to one sponsor", Share, Resolution.HalfPercent, Direction.Neither, static o => o.Dependence),
        new("tension", "Tension between sponsors", Share, Resolution.HalfPercent, Direction.Lower, static o => o.Tension),
        new("hostSurplus", "Host surplus", Money, Resolution.HalfPercent, Direction.Higher, static o => o.HostSurplusUsdBn),
        new("hostWelfare", "Host welfare", Money, Resolution.HalfPercent, Direction.Higher, static o => o.HostWelfareUsdBn),
        new("rents", "Rents paid", Money, Resolution.HalfPercent, Direction.Lower, static o => o.RentsUsdBn),
        new("funded", "Loans signed", Money, Resolution.HalfPercent, Direction.Neither, static o => o.FundedUsdBn),
        new("gapClosed", "Loans over what is planned", Share, Resolution.HalfPercent, Direction.Neither, static o => o.GapClosed),
        new("meanPriceOverReference", "Price over reference cost", Share, Resolution.HalfPercent, Direction.Lower, static o => o.MeanPriceOverReference),
        new("meanGrantElement", "Grant element", Share, Resolution.HalfPercent, Direction.Higher, static o => o.MeanGrantElement),
        new("guaranteedShare", "Share of loans with a sovereign guarantee", Share, Resolution.HalfPercent, Direction.Lower, static o => o.GuaranteedShare),
        new("meanOffers", "Offers per tender", Count, Resolution.HalfPercent, Direction.Higher, static o => o.MeanOffers),
        new("awards", "Awards", Count, Resolution.HalfPercent, Direction.Neither, static o => o.Awards),
        new("built", "Segments commissioned", Count, Resolution.HalfPercent, Direction.Neither, static o => o.Built),
        new("cancelled", "Awards cancelled", Count, Resolution.HalfPercent, Direction.Lower, static o => o.Cancelled),
        new("neverLet", "Segments never let", Count, Resolution.HalfPercent, Direction.Neither, static o => o.NeverLet),
        new("meanYearsToCommissioning", "Years to commissioning", Years, Resolution.HalfPercent, Direction.Lower, static o => o.MeanYearsToCommissioning),
    ];

    /// <summary>Of a system whose cost is not time, in its unit.</summary>
    public static Entry<(Breakdown Breakdown, int System)>[] OfSystem { get; } =
    [
        new("interfaceLoss", "Lost to interfaces", "", Resolution.HalfPercent, Direction.Lower, static at => Known(at.Breakdown.InterfaceLosses[at.System])),
    ];

    /// <summary>Measures that only a scenario with a system that runs on time has.</summary>
    public static string[] OfTime { get; } = ["hoursLost", "hoursLostAsean"];

    /// <summary>Measures that only a scenario with a system that carries passengers has.</summary>
    public static string[] OfPassengers { get; } = ["peopleToPeople", "peopleShare"];

    /// <summary>Of a scenario with a trade overlay.</summary>
    public static Entry<Outcome>[] Trade { get; } =
    [
        new("tradeChange", "Change of trade in intermediate goods", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Trade?.Change),
        new("tradeByNetwork", "The same by the network alone", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Trade?.ByNetwork),
        new("tradeByRegimes", "The same by regimes alone", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Trade?.ByRegimes),
        new("tradeComplementarity", "What both gain together beyond each alone", Share, Resolution.HalfPercent, Direction.Neither, static o => o.Trade?.Complementarity),
        new("tradeChangeOfAll", "Change of all trade, other goods held still", Share, Resolution.HalfPercent, Direction.Higher, static o => o.Trade?.OfAllTrade),
    ];

    /// <summary>Of a state that lets segments.</summary>
    public static Entry<StateOutcome>[] OfHost { get; } =
    [
        new("hostSurplus", "Host surplus", Money, Resolution.HalfPercent, Direction.Higher, static s => s.HostSurplusUsdBn),
        new("hostWelfare", "Host welfare", Money, Resolution.HalfPercent, Direction.Higher, static s => s.HostWelfareUsdBn),
        new("rents", "Rents paid", Money, Resolution.HalfPercent, Direction.Lower, static s => s.RentsUsdBn),
        new("built", "Segments commissioned", Count, Resolution.HalfPercent, Direction.Neither, static s => s.Built),
        new("yearsToCommissioning", "Years to commissioning", Years, Resolution.HalfPercent, Direction.Lower, static s => s.MeanYearsToCommissioning),
        new("debtToGdp", "Public debt over GDP at the horizon", Share, Resolution.HalfPercent, Direction.Lower, static s => s.DebtToGdp),
    ];

    /// <summary>Of a state that can gain from the network.</summary>
    public static Entry<StateOutcome>[] OfNeighbour { get; } =
    [
        new("realisedGain", "Realised over achievable gain from the network", Share, Resolution.HalfPercent, Direction.Higher, static s => s.RealisedGain),
    ];

    /// <summary>Of a state that trades across a border, where there is a trade overlay.</summary>
    public static Entry<StateOutcome>[] OfTrader { get; } =
    [
        new("tradeChange", "Change of trade in intermediate goods", Share, Resolution.HalfPercent, Direction.Higher, static s => s.TradeChange),
    ];

    /// <summary>At the end of a year.</summary>
    public static Entry<(Breakdown Breakdown, int Year)>[] OfYear { get; } =
    [
        new("physicalShare", "Physical connectivity so far", Points, Resolution.Hundredths, Direction.Higher, static at => At(at.Breakdown.PhysicalShares, at.Year)),
        new("peopleShare", "People-to-people connectivity so far", Points, Resolution.Hundredths, Direction.Higher, static at => At(at.Breakdown.PeopleShares, at.Year)),
    ];

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    // A horizon that is drawn from its range may be shorter than the scenario's own.
    private static double? At(double[] shares, int year) => year < shares.Length ? 100 * shares[year] : null;
}
