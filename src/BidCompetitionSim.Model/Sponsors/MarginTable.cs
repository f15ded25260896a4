using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>A sponsor's margins at every step of concession, with the logarithms that a search for an offer reads again and again.</summary>
public sealed class MarginTable
{
    private readonly double[] factors;
    private readonly double[] logFactors;

    /// <summary>Tabulates the steps 0 to <paramref name="steps"/>.</summary>
    public MarginTable(Sponsor sponsor, int steps)
    {
        factors = new double[steps + 1];
        logFactors = new double[steps + 1];
        for (var step = 0; step <= steps; step++)
        {
            factors[step] = 1 + sponsor.MarginHard + (sponsor.MarginSoft - sponsor.MarginHard) * ((double)step / steps);
            logFactors[step] = Elementary.Log(factors[step]);
        }
    }

    /// <summary>Price over bid cost at a step.</summary>
    public double Factor(int step) => factors[step];

    /// <summary>Its natural logarithm.</summary>
    public double LogFactor(int step) => logFactors[step];
}
