namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>What a fit starts from, and how hard it is held there.</summary>
/// <param name="Start">Start values θ₀.</param>
/// <param name="Stiffness">How much of the penalty each weight feels; 1 for all of it.</param>
/// <param name="IsSigned">Which weights mean nothing below 0.</param>
internal sealed record FitSettings(double[] Start, double[] Stiffness, bool[] IsSigned)
{
    /// <summary>How many weights there are.</summary>
    public int Count => Start.Length;

    /// <summary>The model's weights around their start values.</summary>
    public static FitSettings OfModel(double[] start)
    {
        var stiffness = new double[start.Length];
        Array.Fill(stiffness, 1);
        return new FitSettings(start, stiffness, [.. Enumerable.Range(0, start.Length).Select(ChoiceWeights.IsSigned)]);
    }
}
