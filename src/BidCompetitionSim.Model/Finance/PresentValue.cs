namespace BidCompetitionSim.Model.Finance;

/// <summary>Present value of yearly flows, flow t at exact time t (docs/model.md §5).</summary>
public static class PresentValue
{
    /// <summary>Net present value at time 0.</summary>
    /// <param name="flows">Flow t at index t, USD bn.</param>
    /// <param name="ratePerYear">Discount rate per year, above −1.</param>
    /// <returns>USD bn; 0 for no flows.</returns>
    public static double Npv(ReadOnlySpan<double> flows, double ratePerYear)
    {
        var discount = 1 / (1 + ratePerYear);
        var value = 0.0;
        for (var t = flows.Length - 1; t >= 0; t--)
        {
            value = value * discount + flows[t];
        }

        return value;
    }
}
