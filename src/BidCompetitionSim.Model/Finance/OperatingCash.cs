using System.Numerics;
using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Cash from operation: operating year k spans [b+k, b+k+1), so its early part falls in one bucket, the rest in the next. Buckets are filled side by
/// side in vectors, each with the bits of its own.
/// </summary>
internal readonly ref struct OperatingCash
{
    /// <summary>How far all that is read must be readable, and what is filled is overwritten, beyond its end.</summary>
    public const int Slack = 8;

    private readonly int first;
    private readonly double late;
    private readonly double operation;
    private readonly ReadOnlySpan<double> demanded;
    private readonly ReadOnlySpan<double> factors;

    /// <summary>Prepares to fill.</summary>
    /// <param name="buildYears">Build time, years, at least 0.</param>
    /// <param name="operationUsdBnPerYear">Operation and maintenance, USD bn per operating year.</param>
    /// <param name="demanded">As <see cref="FillDemanded"/> does it.</param>
    /// <param name="factors">Factor on income in each bucket, index 0 the year of close.</param>
    public OperatingCash(double buildYears, double operationUsdBnPerYear, ReadOnlySpan<double> demanded, ReadOnlySpan<double> factors)
    {
        first = (int)buildYears;
        late = buildYears - first;
        operation = operationUsdBnPerYear;
        this.demanded = demanded;
        this.factors = factors[first..];
    }

    /// <summary>How much room the demand of some operating years takes.</summary>
    public static int RoomFor(int operatingYears) => operatingYears + 1 + Slack;

    /// <summary>Fills what each operating year would earn at a factor of 1, from index 1 on.</summary>
    public static void FillDemanded(double incomeUsdBnPerYear, double growthPerYear, in ServiceLife service, Span<double> demanded)
    {
        var level = 1.0;
        for (var year = 0; year < service.OperatingYears; year++, level *= 1 + growthPerYear)
            demanded[year + 1] = incomeUsdBnPerYear * service.Ramp(year) * level;
    }

    /// <summary>Fills the cash of the first operating years; 0 while not operating.</summary>
    /// <param name="years">How many years, at least 1.</param>
    /// <param name="cashUsdBn">Receives it, index 0 the year of close: the last of the years ends in the bucket after its own.</param>
    public void Fill(int years, Span<double> cashUsdBn)
    {
        cashUsdBn[..first].Clear();
        var cash = cashUsdBn[first..];
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(Math.Min(demanded.Length, factors.Length), cash.Length), RoomFor(years));
        ref var demand = ref MemoryMarshal.GetReference(demanded);
        ref var factor = ref MemoryMarshal.GetReference(factors);
        var (upkeep, lateShare, earlyShare) = (new Vector<double>(operation), new Vector<double>(late), new Vector<double>(1 - late));
        for (var year = 0; year <= years; year += Vector<double>.Count)
        {
            var then = Vector.LoadUnsafe(ref factor, (nuint)year);
            var before = Vector.LoadUnsafe(ref demand, (nuint)year) * then - upkeep;
            var after = Vector.LoadUnsafe(ref demand, (nuint)year + 1) * then - upkeep;
            (Vector<double>.Zero + lateShare * before + earlyShare * after).StoreUnsafe(ref MemoryMarshal.GetReference(cash), (nuint)year);
        }
        cash[0] = 0.0 + (1 - late) * (demanded[1] * factors[0] - operation);
        cash[years] = InLastBucket(years);
    }

    /// <summary>What the last of some operating years leaves in the bucket after its own.</summary>
    public double InLastBucket(int years) => 0.0 + late * (demanded[years] * factors[years] - operation);
}
