using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Finance;

/// <summary>What becomes of every state's debt over GDP whatever is signed, year by year: a row of all states a year, in whole vectors.</summary>
internal sealed class DebtOutlook
{
    private readonly Compiled compiled;
    private readonly bool shaken; // else inherited debt and what is carried on are the same in every year
    private double[] gdpUsdBn = [];
    private double[] inherited = [];
    private double[] carry = [];

    /// <summary>Prepares the outlook of a scenario.</summary>
    public DebtOutlook(Compiled compiled)
    {
        this.compiled = compiled;
        Width = Lanes.Whole(compiled.States);
        shaken = Array.Exists(compiled.Scenario.Shocks, shock => shock.GrowthPerYear is not null && shock.DurationYears > 0);
    }

    /// <summary>Length of a row.</summary>
    public int Width { get; }

    /// <summary>GDP, positive also where there is no state.</summary>
    public ReadOnlySpan<double> GdpUsdBn(int year) => gdpUsdBn.AsSpan(year * Width, Width);

    /// <summary>Inherited debt over GDP. A state holds it where it is against the growth that it expects; a shock to growth is not made up for.</summary>
    public ReadOnlySpan<double> InheritedIn(int year) => inherited.AsSpan(shaken ? year * Width : 0, Width);

    /// <summary>What becomes of a loan's share of GDP in the year that ends with the turn to this one: interest over growth.</summary>
    public ReadOnlySpan<double> CarryIn(int year) => carry.AsSpan(shaken ? year * Width : 0, Width);

    /// <summary>Sees to it that a year and all before it are known.</summary>
    public void MakeRoom(int lastYear)
    {
        if (lastYear * Width < gdpUsdBn.Length) return;
        gdpUsdBn = new double[(lastYear + 1) * Width];
        (inherited, carry) = (new double[shaken ? gdpUsdBn.Length : Width], new double[shaken ? gdpUsdBn.Length : Width]);
        Array.Fill(gdpUsdBn, 1);
        for (var state = 0; state < compiled.States; state++)
        {
            var growthFactor = 1 + compiled.Scenario.States[state].GrowthPerYear;
            for (var year = 0; year <= lastYear; year++)
                gdpUsdBn[year * Width + state] = compiled.Scenario.States[state].GdpUsdBn * Compounding.Over(growthFactor, year);
            inherited[state] = compiled.Scenario.States[state].DebtToGdp;
            carry[state] = (1 + compiled.Scenario.Scoring.DebtInterestPerYear) / growthFactor;
            if (shaken) Shake(state, growthFactor, lastYear);
        }
    }

    private void Shake(int state, double growthFactor, int lastYear)
    {
        var debt = compiled.Scenario.States[state].DebtToGdp;
        var level = 1.0;
        for (var year = 0; year <= lastYear; year++)
        {
            var here = year * Width + state;
            if (year > 0) level *= (growthFactor + compiled.Shocks!.GrowthIn(state, year - 1)) / growthFactor;
            gdpUsdBn[here] *= level;
            inherited[here] = debt / level;
            if (year > 0) carry[here] = (1 + compiled.Scenario.Scoring.DebtInterestPerYear) * (gdpUsdBn[here - Width] / gdpUsdBn[here]);
        }
    }
}
