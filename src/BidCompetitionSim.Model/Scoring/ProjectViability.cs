using System.Runtime.Intrinsics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>What the appraisal of one project found.</summary>
/// <param name="Eirr">Economic internal rate of return per year; null where the rule of docs/model.md §5 finds none.</param>
/// <param name="EnpvAtHurdleUsdBn">Economic net present value at the hurdle, USD bn; its sign stands in for a missing rate.</param>
/// <param name="MinimumDscr">Least debt service cover, in [−5, 10].</param>
/// <param name="DebtBurden">Largest public debt over GDP in ten years with the project.</param>
/// <param name="DebtThreshold">Debt over GDP the burden is held against.</param>
public readonly record struct ProjectAppraisal(
    double? Eirr,
    double EnpvAtHurdleUsdBn,
    double MinimumDscr,
    double DebtBurden,
    double DebtThreshold);

/// <summary>Viability of a project, 0–100: half return, a quarter cover, a quarter debt (docs/model.md §5).</summary>
public static class ProjectViability
{
    /// <summary>Least economic return that merits a project, per year (ADB 2017, Guidelines for the Economic Analysis of Projects).</summary>
    public const double HurdleRatePerYear = 0.09;

    internal const double CoverMiddle = 1.2;
    internal const double CoverUnit = 0.4;
    internal const double DebtUnit = 0.1;

    /// <summary>Score, 0–100.</summary>
    /// <param name="appraisal">The project's appraisal.</param>
    /// <param name="hurdleRatePerYear">Hurdle rate per year.</param>
    public static double Score(in ProjectAppraisal appraisal, double hurdleRatePerYear = HurdleRatePerYear) => Score(
        ReturnTerm(appraisal.Eirr, appraisal.EnpvAtHurdleUsdBn, hurdleRatePerYear), appraisal.MinimumDscr, appraisal.DebtBurden, appraisal.DebtThreshold);

    /// <summary>The same where the return term is known.</summary>
    internal static double Score(double returnTerm, double minimumDscr, double debtBurden, double debtThreshold)
    {
        // CoverTerm and DebtTerm side by side.
        var terms = Elementary.Logistic(Vector128.Create((minimumDscr - CoverMiddle) / CoverUnit, (debtThreshold - debtBurden) / DebtUnit).AsVector());
        return 100 * (0.5 * returnTerm + 0.25 * terms[0] + 0.25 * terms[1]);
    }

    /// <summary>Return term in [0, 1]: ½ at the hurdle; without a rate, 1 or 0 by the sign of the present value.</summary>
    /// <param name="eirr">Economic internal rate of return per year, or null.</param>
    /// <param name="enpvAtHurdleUsdBn">Economic net present value at the hurdle, USD bn.</param>
    /// <param name="hurdleRatePerYear">Hurdle rate per year.</param>
    public static double ReturnTerm(double? eirr, double enpvAtHurdleUsdBn, double hurdleRatePerYear) => eirr is { } rate
        ? Elementary.Logistic((rate - hurdleRatePerYear) / 0.03)
        : enpvAtHurdleUsdBn >= 0 ? 1 : 0;

    /// <summary>Cover term in [0, 1]: ½ at a cover of 1.2, the lenders' usual floor.</summary>
    /// <param name="minimumDscr">Least debt service cover.</param>
    public static double CoverTerm(double minimumDscr) => Elementary.Logistic((minimumDscr - CoverMiddle) / CoverUnit);

    /// <summary>Debt term in [0, 1]: ½ where the burden equals its threshold.</summary>
    /// <param name="debtBurden">Largest debt over GDP with the project.</param>
    /// <param name="debtThreshold">Threshold, debt over GDP.</param>
    public static double DebtTerm(double debtBurden, double debtThreshold) =>
        Elementary.Logistic((debtThreshold - debtBurden) / DebtUnit);
}
