namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// A loan as it is served: its original terms and, after a renegotiation, eased terms for the principal that was
/// then outstanding (docs/model.md §4.7). Eased at most once.
/// </summary>
public readonly record struct LoanSchedule
{
    private readonly int easedAfterYear;

    /// <summary>A loan served as signed.</summary>
    /// <param name="terms">Signed terms.</param>
    public LoanSchedule(LoanTerms terms)
        : this(terms, int.MaxValue, default)
    {
    }

    private LoanSchedule(LoanTerms terms, int easedAfterYear, LoanTerms eased)
    {
        Terms = terms;
        this.easedAfterYear = easedAfterYear;
        EasedTerms = eased;
    }

    /// <summary>Terms as signed.</summary>
    public LoanTerms Terms { get; }

    /// <summary>Year of the last payment.</summary>
    public int LastYear => IsEased ? easedAfterYear + EasedTerms.TenorYears : Terms.TenorYears;

    /// <summary>Whether the loan was renegotiated.</summary>
    public bool IsEased => EasedTerms.TenorYears > 0;

    // Years served on the signed terms.
    internal int SignedYears => Math.Min(easedAfterYear, Terms.TenorYears);

    internal LoanTerms EasedTerms { get; }

    /// <summary>
    /// Reschedules what is outstanding after a year: remaining grace is kept, the last payment moves back by the
    /// extra tenor, principal stays equal, and the new rate applies from the next year.
    /// </summary>
    /// <param name="afterYear">Last year served on the signed terms, in [0, tenor).</param>
    /// <param name="extraTenorYears">Years added to the tenor, at least 0.</param>
    /// <param name="ratePerYear">Rate from then on, per year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside the loan's life, or a term outside its range.</exception>
    /// <exception cref="InvalidOperationException">The loan was eased before.</exception>
    public LoanSchedule EasedAfter(int afterYear, int extraTenorYears, double ratePerYear)
    {
        if (IsEased)
        {
            throw new InvalidOperationException("A loan is eased at most once.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(extraTenorYears);
        ArgumentOutOfRangeException.ThrowIfNegative(afterYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(afterYear, Terms.TenorYears);
        var remainingYears = Terms.TenorYears + extraTenorYears - afterYear;
        var remainingGraceYears = Math.Max(0, Terms.GraceYears - afterYear);
        return new LoanSchedule(Terms, afterYear, new LoanTerms(ratePerYear, remainingYears, remainingGraceYears));
    }

    /// <summary>Nominal interest and principal paid in a year, per unit of face.</summary>
    /// <param name="year">Year since close.</param>
    public double Service(int year) => IsEased && year > easedAfterYear
        ? Terms.OutstandingAfter(easedAfterYear) * EasedTerms.Service(year - easedAfterYear)
        : Terms.Service(year);

    /// <summary>Principal still owed once a year's service is paid, per unit of face.</summary>
    /// <param name="year">Year since close.</param>
    public double OutstandingAfter(int year) => IsEased && year > easedAfterYear
        ? Terms.OutstandingAfter(easedAfterYear) * EasedTerms.OutstandingAfter(year - easedAfterYear)
        : Terms.OutstandingAfter(year);
}
