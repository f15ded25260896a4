using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>How good one forecast was, once it is known what happened.</summary>
/// <param name="Log">Log score −ln P(what happened): 0 is best.</param>
/// <param name="Brier">Brier score Σ (P − 1[happened])² over all alternatives (Brier 1950): 0 is best, 2 worst.</param>
/// <param name="Hit">1 if the likeliest alternative happened, else 0; shared out where several are likeliest.</param>
public readonly record struct Forecast(double Log, double Brier, double Hit)
{
    /// <summary>Scores a forecast.</summary>
    /// <param name="probabilities">Probability of each alternative.</param>
    /// <param name="happened">Index of the one that happened.</param>
    public static Forecast Of(ReadOnlySpan<double> probabilities, int happened)
    {
        var (brier, most, likeliest) = (0.0, double.NegativeInfinity, 0);
        for (var k = 0; k < probabilities.Length; k++)
        {
            var off = probabilities[k] - (k == happened ? 1 : 0);
            brier += off * off;
            if (probabilities[k] > most) (most, likeliest) = (probabilities[k], 1);
            else if (probabilities[k] == most) likeliest++;
        }
        return new Forecast(-Elementary.Log(probabilities[happened]), brier, probabilities[happened] == most ? 1.0 / likeliest : 0);
    }
}
