using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Deriving;

/// <summary>What the rules of a file start from; it is no part of the scenario.</summary>
internal sealed record RuleInputs
{
    [Meaning("Rules with coefficients.")]
    [FileKey("rules", Optional = true)]
    public required RuleCoefficients? Rules { get; init; }

    [Meaning("Trust of the region in each sponsor, from surveys.")]
    [FileKey("trust", Optional = true)]
    public required Trust[] Trust { get; init; }

    [Meaning("What ties to sponsors are derived from, by state and sponsor.")]
    [FileKey("tieProxies", Optional = true)]
    public required StateProxies[] TieProxies { get; init; }
}

/// <summary>Rules with coefficients.</summary>
internal sealed record RuleCoefficients
{
    [Meaning("The rule build-time.")]
    public required BuildTime? BuildTime { get; init; }
}

/// <summary>Build years = base + perRootKm·√km.</summary>
internal sealed record BuildTime
{
    [Quantity(0, 20, "Years whatever the length.")]
    public required double BaseYears { get; init; }

    [Quantity(0, 5, "Years for each square root of a kilometre.")]
    [FileKey("perRootKm", "years/sqrt(km)")]
    public required double PerRootKm { get; init; }
}

/// <summary>Trust of the region in one sponsor.</summary>
internal sealed record Trust
{
    [Meaning("The sponsor.")]
    public required string Sponsor { get; init; }

    [Quantity(0, 1, "Share of those asked who trust it.")]
    public required double Share { get; init; }
}

/// <summary>Proxies of one state's ties.</summary>
internal sealed record StateProxies
{
    [Meaning("The state.")]
    public required string State { get; init; }

    [Meaning("Proxies by sponsor.")]
    public required TieProxy[] Sponsors { get; init; }
}

/// <summary>Proxies of one tie; one that is missing counts nothing.</summary>
internal sealed record TieProxy
{
    [Meaning("The sponsor.")]
    public required string Sponsor { get; init; }

    [Quantity(0, 20, "Distance of ideal points in the UN General Assembly.")]
    [FileKey("votingDistance", Optional = true)]
    public required double? VotingDistance { get; init; }

    [Quantity(0, 10000, "Trade with the sponsor in a year.")]
    [FileKey("trade", "USD bn", Optional = true)]
    public required double? TradeUsdBn { get; init; }

    [Quantity(0, 10000, "Development finance from the sponsor.")]
    [FileKey("finance", "USD bn", Optional = true)]
    public required double? FinanceUsdBn { get; init; }
}
