namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>What a fit starts from, and how hard it is held there.</summary>
/// <param name="Start">Start values θ₀.</param>
/// <param name="Stiffness">How much of the penalty each weight feels; 1 for all of it.</param>
/// <param name="IsSigned">Which weights mean nothing below 0.</param>
internal sealed record FitSettings(double[] Start, double[] Stiffness, bool[] IsSigned)
{
    /// <summary>How many weights there are.</summary>
    public int Count => Start.Length;

    /// <summary>Stiffness of constants that say how often something happens: all but free, so that they owe nothing to what was known of other cases.</summary>
    public const double OfRates = 1e-2;

    /// <summary>The model's weights around their start values; constants that are rates around 0 and all but free.</summary>
    public static FitSettings OfModel(double[] start)
    {
        var weights = Enumerable.Range(0, start.Length).ToArray();
        return new FitSettings(
            Array.ConvertAll(weights, k => ChoiceWeights.IsRate(k) ? 0 : start[k]), Array.ConvertAll(weights, static k => ChoiceWeights.IsRate(k) ? OfRates : 1),
            Array.ConvertAll(weights, ChoiceWeights.IsSigned));
    }
}
