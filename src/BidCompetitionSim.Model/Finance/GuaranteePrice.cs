using System.Numerics;
using System.Runtime.CompilerServices;
using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// What lending without a sovereign guarantee is expected to cost. The sovereign's own default is the wrong risk for
/// a loan that no sovereign stands behind: the project defaults when realised demand does not carry its service
/// (docs/model.md §4.2).
/// </summary>
public static class GuaranteePrice
{
    /// <summary>Probability that revenue falls short of largest service and operation, realised over forecast demand being lognormal.</summary>
    /// <param name="largestServiceUsdBn">Largest yearly real service, USD bn.</param>
    /// <param name="operationUsdBnPerYear">Operation and maintenance, USD bn a year.</param>
    /// <param name="forecastRevenueUsdBnPerYear">Forecast revenue at full ramp, USD bn a year.</param>
    /// <param name="demand">Reference class of realised over forecast demand.</param>
    /// <returns>Probability in [0, 1]; 1 without revenue, 0 with nothing to pay.</returns>
    public static double DefaultProbability(
        double largestServiceUsdBn,
        double operationUsdBnPerYear,
        double forecastRevenueUsdBnPerYear,
        in ReferenceClass demand)
    {
        var dueUsdBn = largestServiceUsdBn + operationUsdBnPerYear;
        if (dueUsdBn <= 0)
        {
            return 0;
        }

        return forecastRevenueUsdBnPerYear <= 0 ? 1 : demand.ProbabilityBelow(dueUsdBn / forecastRevenueUsdBnPerYear);
    }

    /// <summary>Expected loss of waiving the guarantee, USD bn: PD·LGD·face.</summary>
    /// <param name="defaultProbability">Probability of default, in [0, 1].</param>
    /// <param name="lossGivenDefault">Share of face lost, in [0, 1].</param>
    /// <param name="faceUsdBn">Face of the loan, USD bn.</param>
    public static double UsdBn(double defaultProbability, double lossGivenDefault, double faceUsdBn) =>
        defaultProbability * lossGivenDefault * faceUsdBn;

    /// <summary>
    /// No more than <see cref="UsdBn"/> of each lane, and within 4e-4 of the loss on the whole loan: the normal distribution by a logistic
    /// curve (Page 1977), which is never off by more than 1.41e-4.
    /// </summary>
    /// <param name="serviceUsdBn">No more than the largest yearly service.</param>
    /// <param name="operationUsdBnPerYear">Operation, USD bn a year.</param>
    /// <param name="forecastRevenueUsdBnPerYear">Forecast revenue, USD bn a year.</param>
    /// <param name="demand">Realised over forecast demand.</param>
    /// <param name="lossUsdBn">Loss given default on the whole loan, USD bn.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> LeastUsdBn(
        Vector<float> serviceUsdBn, double operationUsdBnPerYear, double forecastRevenueUsdBnPerYear, in ReferenceClass demand, Vector<float> lossUsdBn)
    {
        if (!(operationUsdBnPerYear > 0 && forecastRevenueUsdBnPerYear > 0 && demand.LogSd > 0)) return Vector<float>.Zero;
        var due = (serviceUsdBn + new Vector<float>((float)operationUsdBnPerYear)) * (float)(1 / forecastRevenueUsdBnPerYear);
        var x = (Elementary.RoughLog(due) - new Vector<float>((float)demand.LogMean)) * (float)(1 / demand.LogSd);
        var probability = Elementary.RoughLogistic(x * (new Vector<float>(1.5976f) + 0.070565992f * (x * x)));
        return Vector.MaxNative(probability - new Vector<float>(2e-4f), Vector<float>.Zero) * lossUsdBn;
    }
}
