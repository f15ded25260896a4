using System.Numerics;

namespace BidCompetitionSim.Model.Finance;

/// <summary>Least yearly cover of a project's debt.</summary>
/// <param name="Minimum">Least cash over service, in [−5, 10].</param>
/// <param name="HasService">Whether any year had service to cover; if not, the minimum is 10.</param>
public readonly record struct DebtCover(double Minimum, bool HasService);

/// <summary>Debt service cover ratio: cash after operation over service, both real (docs/model.md §5).</summary>
public static class DebtServiceCover
{
    /// <summary>Largest ratio reported.</summary>
    public const double Highest = 10;

    /// <summary>Smallest ratio reported.</summary>
    public const double Lowest = -5;

    internal const double LeastServicePerFace = 1e-9;

    /// <summary>
    /// Least ratio over the years from the first full year after contracted completion in which service is due.
    /// Grace runs from close and does not wait for a late opening, so delay costs.
    /// </summary>
    /// <param name="cashUsdBn">Real revenue less operation at index t = year since close; 0 while not operating.</param>
    /// <param name="serviceUsdBn">Real service at index t; years beyond the shorter span are not judged.</param>
    /// <param name="faceUsdBn">Face of the loan, USD bn.</param>
    /// <param name="contractedBuildYears">Contracted years from close to completion, at least 0.</param>
    public static DebtCover Of(
        ReadOnlySpan<double> cashUsdBn,
        ReadOnlySpan<double> serviceUsdBn,
        double faceUsdBn,
        double contractedBuildYears)
    {
        var (year, years) = ((int)Math.Ceiling(contractedBuildYears), Math.Min(cashUsdBn.Length, serviceUsdBn.Length));
        var (least, none) = (new Vector<double>(LeastServicePerFace * faceUsdBn), new Vector<double>(double.PositiveInfinity));
        var covers = none;
        for (; year + Vector<double>.Count <= years; year += Vector<double>.Count)
        {
            var service = new Vector<double>(serviceUsdBn[year..]);
            covers = Vector.Min(covers, Vector.ConditionalSelect(Vector.GreaterThan(service, least), new Vector<double>(cashUsdBn[year..]) / service, none));
        }

        var lowest = double.PositiveInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            lowest = Math.Min(lowest, covers[lane]);
        }

        for (; year < years; year++)
        {
            if (serviceUsdBn[year] > LeastServicePerFace * faceUsdBn)
            {
                lowest = Math.Min(lowest, cashUsdBn[year] / serviceUsdBn[year]);
            }
        }

        return double.IsPositiveInfinity(lowest)
            ? new DebtCover(Highest, false)
            : new DebtCover(Math.Clamp(lowest, Lowest, Highest), true);
    }
}
