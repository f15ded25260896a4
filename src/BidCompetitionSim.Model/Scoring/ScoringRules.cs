using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>Conventions of appraisal and weights of the scores.</summary>
public sealed record ScoringRules
{
    [Quantity(0, 0.3, "Economic hurdle rate, real.")]
    public required double HurdlePerYear { get; init; }

    [Quantity(0, 0.3, "Real after-tax cost of capital of a sovereign-financed project.")]
    public required double CapitalCostPerYear { get; init; }

    [Quantity(5, 60, "Years of operation appraised.")]
    public required int OperationYears { get; init; }

    [Quantity(5, 150, "Life of the asset, for the residual value.")]
    public required double AssetLifeYears { get; init; }

    [Quantity(0, 1, "Share of cost in tradable goods.")]
    public required double TradableShare { get; init; }

    [Quantity(0.5, 2, "Shadow factor of tradables.")]
    public required double TradableFactor { get; init; }

    [Quantity(0, 1, "Share of cost in unskilled labour.")]
    public required double UnskilledShare { get; init; }

    [Quantity(0.2, 1.5, "Shadow factor of unskilled labour.")]
    public required double UnskilledFactor { get; init; }

    [Quantity(0, 1, "Share of rents that leaves the host's economy.")]
    public required double RentLeakage { get; init; }

    [Quantity(0, 1, "Quality below which operation costs more.")]
    public required double QualityForOperation { get; init; }

    [Quantity(0, 5, "Factor on operating cost below that quality.")]
    public required double LowQualityFactor { get; init; }

    [Quantity(0, 0.3, "Economic over financial rate of return, where no financial forecast exists.")]
    public required double FinancialGap { get; init; }

    [Quantity(0, 2, "Elasticity of a derived forecast's benefit over cost to the hours that the segment saves over cost.")]
    public required double GravityElasticity { get; init; }

    [Quantity(0.001, 1, "What an hour saved across a border counts in it, over one saved within a state.")]
    public required double GravityBorderFactor { get; init; }

    [Quantity(0, 0.3, "Real interest on public debt.")]
    public required double DebtInterestPerYear { get; init; }

    [Quantity(0, 1, "Weight in public debt of a loan without sovereign guarantee.")]
    public required double ContingentWeight { get; init; }

    [Quantity(0.1, 100, "Decay of contacts between people with travel time, in hours.")]
    public required double PeopleDecayHours { get; init; }

    [Quantity(0, 1, "Weight of the physical part of cohesion.")]
    public required double PhysicalWeight { get; init; }

    [Quantity(0, 1, "Weight of the institutional part of cohesion.")]
    public required double InstitutionalWeight { get; init; }

    [Quantity(0, 1, "Weight of the people-to-people part of cohesion.")]
    public required double PeopleWeight { get; init; }

    [Quantity(0, 1, "Weight of the equity part of cohesion.")]
    public required double EquityWeight { get; init; }

    [Quantity(0, 1, "Weight of the diplomatic part of cohesion.")]
    public required double DiplomaticWeight { get; init; }

    [Elective]
    [Meaning("What the region is said to need, against which loans are held; left out, they are held against what the scenario plans.")]
    public Need? Need { get; init; }
}

/// <summary>An estimate of what infrastructure the region needs.</summary>
public sealed record Need
{
    [Quantity(0.01, 10000, "Money needed a year.")]
    public required double AmountUsdBnPerYear { get; init; }

    [Quantity(0, 1, "Share of it that the systems and hosts of the scenario stand for.")]
    public required double Share { get; init; }

    /// <summary>What the scenario's part of it comes to.</summary>
    /// <param name="years">Years.</param>
    /// <returns>USD bn.</returns>
    public double OverUsdBn(int years) => AmountUsdBnPerYear * Share * years;
}
