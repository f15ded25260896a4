namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>What was predicted of one case, and by what.</summary>
/// <param name="Probabilities">Probability of each alternative.</param>
/// <param name="Weights">The weights it was predicted by.</param>
/// <param name="Tilt">What was known of sectors.</param>
internal sealed record Prediction(double[] Probabilities, double[] Weights, SectorTilt Tilt)
{
    /// <summary>Predicts a case.</summary>
    public static Prediction Of(ReplayedChoice choice, double[] weights, SectorTilt tilt) =>
        new(tilt.On(choice.Source.Sector, choice.Probabilities(weights)), weights, tilt);
}
