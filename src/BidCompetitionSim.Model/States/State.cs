using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.States;

/// <summary>A state: a host if a segment lies in it, else only an owner of places.</summary>
public sealed record State
{
    [Meaning("ISO 3166 alpha-3 code.")]
    public required string Id { get; init; }

    [Meaning("Name of the state.")]
    public required string Name { get; init; }

    [Meaning("Member of ASEAN.")]
    public required bool Asean { get; init; }

    [Quantity(0.1, 50000, "Gross domestic product in the first year.")]
    public required double GdpUsdBn { get; init; }

    [Quantity(-0.05, 0.15, "Real growth of GDP.")]
    public required double GrowthPerYear { get; init; }

    [Quantity(0.01, 2000, "Population.")]
    public required double PopulationMillion { get; init; }

    [Quantity(0, 3, "Public debt over GDP in the first year.")]
    public required double DebtToGdp { get; init; }

    [Quantity(0.1, 3, "Public debt over GDP above which the state counts as stressed, by the same measure of debt.")]
    public required double DebtThreshold { get; init; }

    [Quantity(0, 1, "Governance: Corruption Perceptions Index over 100.")]
    public required double Governance { get; init; }

    [Quantity(0, 1, "Rate of governments of another orientation coming to power.")]
    public required double TurnoverPerYear { get; init; }

    [Meaning("How the state weighs an offer.")]
    public required EvaluationWeights Weights { get; init; }

    [Meaning("Baseline ties to sponsors.")]
    public required Tie[] TiesToSponsors { get; init; }

    [Meaning("Baseline ties to other states; a pair not named is 0.")]
    public required Tie[] TiesToStates { get; init; }

    [Elective, Meaning("A centre for public-private partnerships that appraises the state's projects.")]
    public PppCentre? PppCentre { get; init; }
}

/// <summary>
/// A centre for public-private partnerships, such as APEC's pilot centre in Indonesia: it appraises projects better, and so an opinion on them errs less
/// (docs/model.md §4.6). A fact about a state from a date on, not a switch of an arrangement.
/// </summary>
public sealed record PppCentre
{
    [Date("It works from this date.")]
    public required int FromDay { get; init; }

    [Quantity(0, 1, "Share of the error in opinions on the state's projects that it takes away.")]
    public required double ErrorCut { get; init; }
}

/// <summary>A tie to another party, in [-1, 1].</summary>
public sealed record Tie
{
    [Meaning("The sponsor or state tied to.")]
    public required string To { get; init; }

    [Quantity(-1, 1, "Strength of the tie.")]
    public required double Strength { get; init; }
}

/// <summary>
/// Weights of the host's utility (multi-attribute, in units of utility; only their ratio to <see cref="TasteScale"/> is identified).
/// </summary>
public sealed record EvaluationWeights
{
    [Quantity(0, 20, "Per ln unit of price over reference cost.")]
    public required double Price { get; init; }

    [Quantity(0, 20, "Per unit of grant element times share financed.")]
    public required double Concession { get; init; }

    [Quantity(0, 20, "Cost of a sovereign guarantee, times debt stress.")]
    public required double Guarantee { get; init; }

    [Quantity(0, 20, "Per unit of completion time over the reference time, less one.")]
    public required double Time { get; init; }

    [Quantity(0, 20, "Per unit of quality.")]
    public required double Quality { get; init; }

    [Quantity(0, 20, "Per unit of local content.")]
    public required double LocalContent { get; init; }

    [Quantity(0, 20, "Per unit of tie to the sponsor.")]
    public required double Tie { get; init; }

    [Quantity(0, 20, "Cost of concentrating awards on one sponsor.")]
    public required double Concentration { get; init; }

    [Quantity(0, 20, "Per unit of rent over the reference bribe.")]
    public required double Rent { get; init; }

    [Quantity(0, 50, "Per unit of change of compatibility over the state's own pairs.")]
    public required double Compatibility { get; init; }

    [Quantity(0.01, 10, "Scale of the host's unobserved taste (Gumbel).")]
    public required double TasteScale { get; init; }

    [Quantity(-20, 20, "Utility of awarding to nobody.")]
    public required double Nobody { get; init; }
}
