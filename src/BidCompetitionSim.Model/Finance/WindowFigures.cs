namespace BidCompetitionSim.Model.Finance;

/// <summary>What an offer needs to know of a finance window, worked out once from its terms (docs/model.md §4.2).</summary>
/// <param name="Terms">Nominal terms.</param>
/// <param name="ShareFinanced">Share φ of the price it lends, in [0, 1].</param>
/// <param name="GrantElement">Grant element at the unified 5 %, share of face.</param>
/// <param name="SubsidyPerFace">Cost to the lender at its own funding rate, share of face, signed.</param>
/// <param name="InflationPerYear">Inflation of its currency per year.</param>
/// <param name="GuaranteeWaivable">Whether it may lend without a sovereign guarantee.</param>
public readonly record struct WindowFigures(
    LoanTerms Terms,
    double ShareFinanced,
    double GrantElement,
    double SubsidyPerFace,
    double InflationPerYear,
    bool GuaranteeWaivable)
{
    /// <summary>Works out grant element and subsidy from the terms.</summary>
    /// <param name="terms">Nominal terms.</param>
    /// <param name="shareFinanced">Share of the price it lends, in [0, 1].</param>
    /// <param name="fundingRatePerYear">Lender's funding rate in the loan's currency, per year.</param>
    /// <param name="inflationPerYear">Inflation of the loan's currency, per year.</param>
    /// <param name="guaranteeWaivable">Whether it may lend without a sovereign guarantee.</param>
    public static WindowFigures Of(
        LoanTerms terms,
        double shareFinanced,
        double fundingRatePerYear,
        double inflationPerYear,
        bool guaranteeWaivable) =>
        new(terms, shareFinanced, terms.GrantElement(), terms.Subsidy(fundingRatePerYear), inflationPerYear, guaranteeWaivable);
}

/// <summary>What a window can still lend. The default value is a closed window: use it where a host or system is not eligible.</summary>
/// <param name="EnvelopeUsdBn">Left of its envelope, USD bn.</param>
/// <param name="CapUsdBn">Left of this year's cap, USD bn.</param>
public readonly record struct WindowRoom(double EnvelopeUsdBn, double CapUsdBn)
{
    /// <summary>A window with less than this left is not offered, USD bn.</summary>
    public const double LeastUsdBn = 0.05;

    /// <summary>Largest loan it can still make, USD bn, at least 0.</summary>
    public double UsdBn => Math.Max(0, Math.Min(EnvelopeUsdBn, CapUsdBn));

    /// <summary>Whether it is offered at all.</summary>
    public bool IsOpen => EnvelopeUsdBn > LeastUsdBn && CapUsdBn > LeastUsdBn;

    /// <summary>Cuts a tranche to what is left; the host pays the rest in cash.</summary>
    /// <param name="faceUsdBn">Face wanted, USD bn.</param>
    /// <param name="remainingEnvelopeUsdBn">Left of the envelope, USD bn.</param>
    /// <param name="remainingCapUsdBn">Left of the yearly cap, USD bn.</param>
    /// <returns>Face lent, in [0, face wanted].</returns>
    public static double CutToRoom(double faceUsdBn, double remainingEnvelopeUsdBn, double remainingCapUsdBn) =>
        Math.Min(faceUsdBn, new WindowRoom(remainingEnvelopeUsdBn, remainingCapUsdBn).UsdBn);
}
