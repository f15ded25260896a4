using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Finance;

/// <summary>A lending programme of a real institution: who may use it, how much is left in it, and its terms by date.</summary>
public sealed record FinanceWindow
{
    [Meaning("Short name of the window.")]
    public required string Id { get; init; }

    [Meaning("Name of the institution and programme.")]
    public required string Name { get; init; }

    [Elective, Meaning("Sponsor whose offers may use it; none if it is multilateral.")]
    public string Sponsor { get; init; } = "";

    [Meaning("Systems it lends for.")]
    public required string[] Systems { get; init; }

    [Meaning("Host states it lends to.")]
    public required string[] Hosts { get; init; }

    [Quantity(0, 1000, "Money it can commit to these systems and hosts over the run.")]
    public required double EnvelopeUsdBn { get; init; }

    [Quantity(0, 1000, "Money it can commit in one calendar year of the run.")]
    public required double YearlyCapUsdBn { get; init; }

    [Meaning("Terms, each in force from its date until the next one's.")]
    public required LendingTerms[] Terms { get; init; }

    [Elective, Meaning("Rules that it brings along if it may join the offer of any sponsor; absent if it is a sponsor's own.")]
    public Multilateral? Multilateral { get; init; }
}

/// <summary>Terms of a window from one date on.</summary>
public sealed record LendingTerms
{
    [Date("The terms are in force from this date.")]
    public required int FromDay { get; init; }

    [Quantity(0, 0.25, "Nominal interest rate.")]
    public required double RatePerYear { get; init; }

    [Quantity(2, 50, "Years to the last repayment, grace included.")]
    public required int TenorYears { get; init; }

    [Quantity(0, 20, "Years with interest only, from financial close.")]
    public required int GraceYears { get; init; }

    [Quantity(0.05, 1, "Share of the price that the window finances.")]
    public required double ShareFinanced { get; init; }

    [Meaning("Currency of the loan.")]
    public required string Currency { get; init; }

    [Quantity(0, 0.25, "What the money costs the sponsor, nominal, same currency.")]
    public required double FundingRatePerYear { get; init; }

    [Meaning("Whether the sovereign guarantee may be waived.")]
    public required bool GuaranteeWaivable { get; init; }
}
