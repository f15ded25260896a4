using System.Numerics;
using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Real service of a loan of two tranches, each a face times its window's service per unit of face: what a search over hundreds of blends reads,
/// where every tranche as lent would be a loop of its own.
/// </summary>
/// <remarks>Elementwise vectors, maximum and minimum only, so every vector width gives the same bits.</remarks>
internal readonly ref struct BlendedService(double firstFaceUsdBn, ReadOnlySpan<double> first, double secondFaceUsdBn, ReadOnlySpan<double> second)
{
    private readonly double faceUsdBn = firstFaceUsdBn + secondFaceUsdBn;
    private readonly Vector<double> firstFace = new(firstFaceUsdBn);
    private readonly Vector<double> secondFace = new(secondFaceUsdBn);
    private readonly ReadOnlySpan<Vector<double>> first = MemoryMarshal.Cast<double, Vector<double>>(first);
    private readonly ReadOnlySpan<Vector<double>> second = MemoryMarshal.Cast<double, Vector<double>>(second);

    /// <summary>Service per unit of face of a window's terms, index t the year since close; 0 past the tenor.</summary>
    public static double[] PerUnitOfFace(LoanTerms terms, double inflationPerYear, int paddedYears)
    {
        var service = new double[paddedYears];
        for (var year = 1; year < paddedYears; year++) service[year] = new LentTranche(1, terms, inflationPerYear).RealServiceUsdBn(year);
        return service;
    }

    /// <summary>Largest yearly service, USD bn.</summary>
    public double LargestUsdBn()
    {
        var largest = Vector<double>.Zero;
        for (var v = 0; v < first.Length && v < second.Length; v++) largest = Vector.MaxNative(largest, firstFace * first[v] + secondFace * second[v]);
        var most = 0.0;
        for (var lane = 0; lane < Vector<double>.Count; lane++) most = double.MaxNative(most, largest[lane]);
        return most;
    }

    /// <summary>Debt service cover (see <see cref="DebtServiceCover"/>) over the years that count.</summary>
    /// <param name="cashUsdBn">Cash by year since close; +∞ in years that do not count. At least as long as the services.</param>
    /// <param name="firstYear">The first year that counts.</param>
    public double LeastCover(ReadOnlySpan<double> cashUsdBn, int firstYear)
    {
        var cash = MemoryMarshal.Cast<double, Vector<double>>(cashUsdBn);
        var none = new Vector<double>(double.PositiveInfinity);
        var due = new Vector<double>(DebtServiceCover.LeastServicePerFace * faceUsdBn);
        var least = none;
        for (var v = firstYear / Vector<double>.Count; v < cash.Length && v < first.Length && v < second.Length; v++)
        {
            var service = firstFace * first[v] + secondFace * second[v];
            least = Vector.MinNative(least, Vector.ConditionalSelect(Vector.GreaterThan(service, due), cash[v] / service, none));
        }
        var lowest = double.PositiveInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++) lowest = double.MinNative(lowest, least[lane]);
        return double.IsPositiveInfinity(lowest) ? DebtServiceCover.Highest : Math.Clamp(lowest, DebtServiceCover.Lowest, DebtServiceCover.Highest);
    }
}
