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
        concessions = new double[steps + 1];
        factors = new double[concessions.Length];
        logFactors = new double[concessions.Length];
        for (var step = 0; step < concessions.Length; step++)
        {
            concessions[step] = (double)step / steps;
            factors[step] = 1 + sponsor.MarginHard + (sponsor.MarginSoft - sponsor.MarginHard) * concessions[step];
            logFactors[step] = Elementary.Log(factors[step]);
        }
        Rough = new RoughMargins(factors, logFactors);
    }

    /// <summary>The last step; the first is 0.</summary>
    public int Steps { get; }

    /// <summary>Concession at a step, in [0, 1].</summary>
    public double Concession(int step) => concessions[step];

    /// <summary>Price over bid cost at a step.</summary>
    public double Factor(int step) => factors[step];

    /// <summary>Its natural logarithm.</summary>
    public double LogFactor(int step) => logFactors[step];

    /// <summary>Columns of it that bounds read, with room for a vector after their last step.</summary>
    internal RoughMargins Rough { get; }
}

/// <summary>A sponsor's margins by step of concession, as bounds read them.</summary>
internal sealed class RoughMargins
{
    public RoughMargins(ReadOnlySpan<double> factors, ReadOnlySpan<double> logFactors)
    {
        (Gains, PerFactor, LogFactors) = (Columns.Of(factors.Length), Columns.Of(factors.Length), Columns.Of(factors.Length));
        for (var step = 0; step < factors.Length; step++)
        {
            (Gains[step], PerFactor[step], LogFactors[step]) = ((float)(factors[step] - 1), (float)(1 / factors[step]), (float)logFactors[step]);
            MostFactor = Math.Max(MostFactor, factors[step]);
            MostLogFactor = Math.Max(MostLogFactor, Math.Abs(logFactors[step]));
        }
    }

    /// <summary>Price over bid cost, less one.</summary>
    public float[] Gains { get; }

    /// <summary>Bid cost over price.</summary>
    public float[] PerFactor { get; }

    /// <summary>Natural logarithms of price over bid cost.</summary>
    public float[] LogFactors { get; }

    public double MostFactor { get; }

    public double MostLogFactor { get; }
}
