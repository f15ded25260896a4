namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Nominal terms of a loan of one unit of face value: interest only in years 1 to G, then equal yearly principal
/// in years G+1 to M, interest each year on what is outstanding at its start (docs/model.md §4.2).
/// </summary>
/// <remarks>
/// A "year" is one payment period: with a half-yearly rate, tenor, grace and discount rate the same figures hold for
/// half-yearly service. The default value is no loan: it serves nothing and owes nothing.
/// </remarks>
/// <param name="RatePerYear">Nominal interest per year, in (−1, 1].</param>
/// <param name="TenorYears">Year M of the last payment, at least 1.</param>
/// <param name="GraceYears">Year G before the first principal payment, in [0, M).</param>
/// <exception cref="ArgumentOutOfRangeException">A term is outside its range, or not a number.</exception>
public readonly record struct LoanTerms(double RatePerYear, int TenorYears, int GraceYears)
{
    /// <summary>Discount rate of the IMF and World Bank since October 2013, per year (IMF 2013, unified discount rate).</summary>
    public const double UnifiedDiscountRatePerYear = 0.05;

    // Below this the closed form divides a difference of near-equal numbers by a small one; the plain sum does not.
    private const double SmallestClosedFormRate = 1e-3;

    /// <summary>Nominal interest per year, in (−1, 1].</summary>
    public double RatePerYear { get; } = RatePerYear is > -1 and <= 1
        ? RatePerYear
        : throw new ArgumentOutOfRangeException(nameof(RatePerYear), RatePerYear, "A loan's rate lies in (−1, 1] per year.");

    /// <summary>Year of the last payment, at least 1.</summary>
    public int TenorYears { get; } = TenorYears >= 1
        ? TenorYears
        : throw new ArgumentOutOfRangeException(nameof(TenorYears), TenorYears, "A loan runs for at least one year.");

    /// <summary>Interest-only years before the first principal payment, in [0, tenor).</summary>
    public int GraceYears { get; } = GraceYears >= 0 && GraceYears < TenorYears
        ? GraceYears
        : throw new ArgumentOutOfRangeException(nameof(GraceYears), GraceYears, "Grace lies in [0, tenor).");

    /// <summary>
    /// Share of the face that is a gift: 1 − present value of the service, in closed form for equal principal
    /// (OECD DAC reporting directives, annex on the grant element; IMF and World Bank use it at 5 %).
    /// </summary>
    /// <param name="discountRatePerYear">Discount rate per year, above −1.</param>
    /// <returns>Share of face; negative where the loan is dearer than the discount rate.</returns>
    public double GrantElement(double discountRatePerYear = UnifiedDiscountRatePerYear)
    {
        var instalments = TenorYears - GraceYears;
        if (instalments == 0)
        {
            return 0;
        }

        if (Math.Abs(discountRatePerYear) < SmallestClosedFormRate)
        {
            return 1 - SummedPresentValue(discountRatePerYear);
        }

        var discount = 1 / (1 + discountRatePerYear);
        var atFirst = Compounding.Over(discount, GraceYears);
        var atLast = atFirst * Compounding.Over(discount, instalments);
        return (1 - RatePerYear / discountRatePerYear)
            * (1 - (atFirst - atLast) / (discountRatePerYear * instalments));
    }

    /// <summary>Present value of the nominal service at close, per unit of face.</summary>
    /// <param name="discountRatePerYear">Discount rate per year, above −1.</param>
    public double PresentValue(double discountRatePerYear) =>
        TenorYears == 0 ? 0 : 1 - GrantElement(discountRatePerYear);

    /// <summary>What the loan costs its lender, per unit of face: 1 − present value at the lender's own funding rate
    /// in the same currency; negative where the lender earns (docs/model.md §4.3).</summary>
    /// <param name="fundingRatePerYear">Lender's funding rate per year, above −1.</param>
    public double Subsidy(double fundingRatePerYear) => GrantElement(fundingRatePerYear);

    /// <summary>Nominal interest and principal paid in a year, per unit of face; 0 outside years 1 to M.</summary>
    /// <param name="year">Year since close.</param>
    public double Service(int year)
    {
        if (year < 1 || year > TenorYears)
        {
            return 0;
        }

        var interest = RatePerYear * OutstandingAfter(year - 1);
        return year > GraceYears ? interest + 1.0 / (TenorYears - GraceYears) : interest;
    }

    /// <summary>Principal still owed once a year's service is paid, per unit of face.</summary>
    /// <param name="year">Year since close; 0 or less is before the first payment.</param>
    public double OutstandingAfter(int year)
    {
        if (year >= TenorYears)
        {
            return 0;
        }

        return year <= GraceYears ? 1 : (double)(TenorYears - year) / (TenorYears - GraceYears);
    }

    private double SummedPresentValue(double discountRatePerYear)
    {
        var discount = 1 / (1 + discountRatePerYear);
        var value = 0.0;
        for (var year = TenorYears; year >= 1; year--)
        {
            value = (value + Service(year)) * discount;
        }

        return value;
    }
}
