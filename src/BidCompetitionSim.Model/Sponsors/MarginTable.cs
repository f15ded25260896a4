using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>A sponsor's margins at every step of concession, with the logarithms that a search for an offer reads again and again.</summary>
public sealed class MarginTable
{
    private readonly double[] concessions;
    private readonly double[] factors;
    private readonly double[] logFactors;

    /// <summary>Tabulates the steps 0 to <paramref name="steps"/>.</summary>
    public MarginTable(Sponsor sponsor, int steps)
    {
        Steps = steps;
        concessions = new double[Lanes.Padded(steps + 1)]; // what fills it up repeats the last
        factors = new double[concessions.Length];
        logFactors = new double[concessions.Length];
        for (var step = 0; step < concessions.Length; step++)
        {
            concessions[step] = (double)Math.Min(step, steps) / steps;
            factors[step] = 1 + sponsor.MarginHard + (sponsor.MarginSoft - sponsor.MarginHard) * concessions[step];
            logFactors[step] = Elementary.Log(factors[step]);
        }
    }

    /// <summary>The last step; the first is 0.</summary>
    public int Steps { get; }

    /// <summary>Concession at a step, in [0, 1].</summary>
    public double Concession(int step) => concessions[step];

    /// <summary>Price over bid cost at a step.</summary>
    public double Factor(int step) => factors[step];

    /// <summary>Its natural logarithm.</summary>
    public double LogFactor(int step) => logFactors[step];

    internal double[] Factors => factors;

    internal double[] LogFactors => logFactors;
}
