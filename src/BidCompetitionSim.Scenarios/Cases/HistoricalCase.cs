namespace BidCompetitionSim.Scenarios.Cases;

/// <summary>Who holds an award.</summary>
public enum Winner
{
    /// <summary>China, or a group it leads.</summary>
    China,

    /// <summary>Japan, or a group it leads.</summary>
    Japan,

    /// <summary>Somebody else, or China and Japan together.</summary>
    Other,

    /// <summary>Nobody: the project was not let.</summary>
    None,
}

/// <summary>How far China and Japan competed for a case.</summary>
public enum Rivalry
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Two or more rival offers are documented.</summary>
    Offers,

    /// <summary>Each showed interest, one never named a price.</summary>
    Interest,

    /// <summary>Only one side offered: the host chose whom to ask.</summary>
    OneSided,
}

/// <summary>What a case is fit for.</summary>
public enum CaseUse
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>To score who wins a contest.</summary>
    Core,

    /// <summary>Rivalry was real, but little of it priced.</summary>
    Support,

    /// <summary>One side was asked alone: whom a host turns to, not who wins a contest.</summary>
    Control,
}

/// <summary>One side's offer as far as it is stated; a missing figure is null.</summary>
/// <param name="PriceUsdBn">Price or loan, USD bn.</param>
/// <param name="RatePerYear">Interest per year.</param>
/// <param name="TenorYears">Years to the last repayment.</param>
/// <param name="GraceYears">Years before the first repayment of principal.</param>
/// <param name="ShareFinanced">Share of the cost that is lent.</param>
/// <param name="Sovereign">Whether the state borrows or guarantees.</param>
public sealed record StatedOffer(double? PriceUsdBn, double? RatePerYear, double? TenorYears, double? GraceYears, double? ShareFinanced, bool? Sovereign);

/// <summary>One project of the past, or of the future: whatever is not known of it is null.</summary>
public sealed record HistoricalCase
{
    /// <summary>Its id, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Its name; its id where none is given.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166 alpha-3 code of the host; of several the first that is named.</summary>
    public required string Host { get; init; }

    /// <summary>What is built: one of <see cref="Sectors.All"/>.</summary>
    public required string Sector { get; init; }

    /// <summary>Year of the award, or in which the choice was before the host; null if neither is known.</summary>
    public required int? Year { get; init; }

    /// <summary>How far China and Japan competed.</summary>
    public required Rivalry Rivalry { get; init; }

    /// <summary>What the case is fit for.</summary>
    public required CaseUse Use { get; init; }

    /// <summary>Whether prices or terms of both sides are stated alike, so that they may be compared (levels A and B).</summary>
    public required bool BothStated { get; init; }

    /// <summary>China's offer.</summary>
    public required StatedOffer China { get; init; }

    /// <summary>Japan's offer.</summary>
    public required StatedOffer Japan { get; init; }

    /// <summary>Who holds the award; null if it is to be foretold.</summary>
    public required Winner? Winner { get; init; }

    /// <summary>Cost as planned at the award, USD bn.</summary>
    public required double? PlannedCostUsdBn { get; init; }

    /// <summary>Cost in the end, or the latest figure, USD bn.</summary>
    public required double? ActualCostUsdBn { get; init; }

    /// <summary>Planned year of completion.</summary>
    public required int? PlannedCompletion { get; init; }

    /// <summary>Year of completion.</summary>
    public required int? ActualCompletion { get; init; }

    /// <summary>Whether it was delivered: only then is its last cost an outcome.</summary>
    public required bool Delivered { get; init; }
}

/// <summary>What is built.</summary>
public static class Sectors
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["airport", "bridge", "grid", "metro", "other", "other_water", "port", "power_generation", "rail_conventional", "rail_hsr", "road", "sez"];
}
