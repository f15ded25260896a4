using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Debt over GDP of every state, by year of the run, as signed loans are drawn. A state would hold its debt where it is by itself, so only what
/// the loans add moves; it fades or grows with interest over growth (docs/model.md §5). The recursion is linear: what one project adds can be
/// told apart.
/// </summary>
public sealed class PublicDebt(Compiled compiled)
{
    private readonly double[] added = new double[compiled.States];
    private readonly double[] loanValues = new double[compiled.Segments.Length];
    private readonly int[] closedDays = new int[compiled.Segments.Length];
    private readonly double[] buildYears = new double[compiled.Segments.Length];
    private readonly int years = compiled.Scenario.HorizonYears + 2 * DebtPath.YearsAhead;
    private readonly double[] drawn = new double[compiled.States * (compiled.Scenario.HorizonYears + 2 * DebtPath.YearsAhead)]; // [state, year], NaN if not summed

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        Array.Clear(added);
        Array.Clear(loanValues);
        Array.Fill(drawn, double.NaN);
    }

    /// <summary>Debt over GDP of a state at the last turn of a year.</summary>
    public double RatioOf(int state) => compiled.Scenario.States[state].DebtToGdp + added[state];

    /// <summary>A loan is closed: from now on it is drawn evenly over the build time.</summary>
    /// <param name="segment">Segment it pays for.</param>
    /// <param name="day">Day of close.</param>
    /// <param name="weightedValueUsdBn">Present value of its service at the debt discount rate, weighted if contingent, USD bn.</param>
    /// <param name="buildTime">Build time, years.</param>
    public void Close(int segment, int day, double weightedValueUsdBn, double buildTime)
    {
        loanValues[segment] = weightedValueUsdBn;
        closedDays[segment] = day;
        buildYears[segment] = buildTime;
        drawn.AsSpan(compiled.Segments[segment].Host * years, years).Fill(double.NaN);
    }

    /// <summary>A year of the run ends: the year's drawings are added.</summary>
    public void TurnYear(int year)
    {
        for (var state = 0; state < added.Length; state++) added[state] *= Carry(state);
        for (var segment = 0; segment < loanValues.Length; segment++)
        {
            if (loanValues[segment] <= 0) continue;
            var host = compiled.Segments[segment].Host;
            added[host] += DrawnInYear(segment, year - 1) / GdpUsdBn(host, year);
        }
    }

    /// <summary>Largest debt over GDP in the ten years from a project's close: with the project, and without it.</summary>
    public (double With, double Without) Peaks(int segment)
    {
        var host = compiled.Segments[segment].Host;
        var closeYear = (int)(closedDays[segment] / 365.25);
        double all = 0, own = 0, with = double.NegativeInfinity, without = double.NegativeInfinity;
        var carry = Carry(host);
        for (var year = 0; year <= closeYear + DebtPath.YearsAhead; year++)
        {
            if (year > 0)
            {
                var gdp = GdpUsdBn(host, year);
                all = all * carry + DrawnByHost(host, year - 1) / gdp;
                own = own * carry + DrawnInYear(segment, year - 1) / gdp;
            }
            if (year < closeYear) continue;
            with = Math.Max(with, all);
            without = Math.Max(without, all - own);
        }
        var inherited = compiled.Scenario.States[host].DebtToGdp;
        return (inherited + with, inherited + without);
    }

    // Once a run is over, every project of a host asks for the same years.
    private double DrawnByHost(int host, int year)
    {
        if (year >= years) return SumOfDrawings(host, year);
        ref var known = ref drawn[host * years + year];
        return double.IsNaN(known) ? known = SumOfDrawings(host, year) : known;
    }

    private double SumOfDrawings(int host, int year)
    {
        double sum = 0;
        for (var segment = 0; segment < loanValues.Length; segment++)
            if (loanValues[segment] > 0 && compiled.Segments[segment].Host == host) sum += DrawnInYear(segment, year);
        return sum;
    }

    private double DrawnInYear(int segment, int year)
    {
        var start = closedDays[segment] / 365.25;
        var from = Math.Max(start, year);
        var to = Math.Min(start + buildYears[segment], year + 1);
        return to <= from ? 0 : loanValues[segment] * ((to - from) / buildYears[segment]);
    }

    private double Carry(int state) =>
        (1 + compiled.Scenario.Scoring.DebtInterestPerYear) / (1 + compiled.Scenario.States[state].GrowthPerYear);

    private double GdpUsdBn(int state, int year) =>
        compiled.Scenario.States[state].GdpUsdBn * Compounding.Over(1 + compiled.Scenario.States[state].GrowthPerYear, year);
}
