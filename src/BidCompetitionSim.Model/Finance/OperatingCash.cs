using System.Numerics;
using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Cash from operation, filled operating year by operating year: year k spans [b+k, b+k+1), so its early part falls in one bucket, the rest in the
/// next.
/// </summary>
internal readonly ref struct OperatingCash
{
    // Ramps are over: this year and the one before it bring their full demand.
    private const int FirstSteadyYear = 3;

    private readonly double firstRamp;
    private readonly double secondRamp;
    private readonly double income;
    private readonly double operation;
    private readonly double late;
    private readonly ReadOnlySpan<double> growth;
    private readonly ReadOnlySpan<double> factors;
    private readonly Span<double> cash;

    /// <summary>Prepares to fill.</summary>
    /// <param name="life">When the project is built and used.</param>
    /// <param name="accounts">What it costs and brings.</param>
    /// <param name="growth">Demand of each operating year over that of the first, before any ramp.</param>
    /// <param name="factors">Factor on income in each bucket; 1 past its end.</param>
    /// <param name="cash">Receives the cash of each bucket from that on in which operation begins.</param>
    public OperatingCash(in ProjectLife life, in ProjectAccounts accounts, ReadOnlySpan<double> growth, ReadOnlySpan<double> factors, Span<double> cash)
    {
        firstRamp = life.Service.FirstYearRamp;
        secondRamp = life.Service.SecondYearRamp;
        income = accounts.IncomeUsdBnPerYear;
        operation = accounts.OperationUsdBnPerYear;
        var first = life.FirstOperatingBucket;
        late = life.BuildYears - first;
        this.growth = growth[..life.Service.OperatingYears];
        this.factors = first < factors.Length ? factors[first..] : [];
        this.cash = cash[first..];
    }

    /// <summary>Fills all.</summary>
    public void Fill()
    {
        cash[0] = 0;
        var steady = Math.Min(FirstSteadyYear, growth.Length);
        AddYears(0, steady);
        AddYears(AddSteadyYears(steady), growth.Length);
    }

    /// <summary>What the last operating year leaves in the bucket after it.</summary>
    public double InLastBucket() => 0.0 + late * (DemandedIn(growth.Length - 1) * FactorIn(growth.Length) - operation);

    private void AddYears(int from, int to)
    {
        for (var year = from; year < to; year++)
        {
            var demanded = DemandedIn(year);
            cash[year] += (1 - late) * (demanded * FactorIn(year) - operation);
            cash[year + 1] = 0.0 + late * (demanded * FactorIn(year + 1) - operation);
        }
    }

    // Side by side in vectors, with the bits of one by one; where too few are left or known, it is left to them.
    private int AddSteadyYears(int from)
    {
        var year = from;
        var known = Math.Min(growth.Length, factors.Length - 1);
        if (from < FirstSteadyYear || known - from < Vector<double>.Count) return from;
        for (; year < known; year += Vector<double>.Count)
        {
            // The last ones may be filled twice.
            year = Math.Min(year, known - Vector<double>.Count);
            var factor = new Vector<double>(factors[year..]);
            var before = income * new Vector<double>(growth[(year - 1)..]) * factor - new Vector<double>(operation);
            var after = income * new Vector<double>(growth[year..]) * factor - new Vector<double>(operation);
            (Vector<double>.Zero + late * before + (1 - late) * after).CopyTo(cash[year..]);
        }
        cash[known] = 0.0 + late * (income * growth[known - 1] * factors[known] - operation);
        return known;
    }

    private double DemandedIn(int year) => income * (year == 0 ? firstRamp : year == 1 ? secondRamp : 1) * growth[year];

    private double FactorIn(int year) => year < factors.Length ? factors[year] : 1;
}
