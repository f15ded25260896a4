using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Somebody who forecast every case.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Predictions">Probability of each alternative, by case.</param>
/// <param name="Named">For a rule, what it names, by case: by that it is right or wrong, however unsure of it. Null where it is silent, or is no rule.</param>
internal sealed record Forecaster(string Name, double[][] Predictions, Winner?[]? Named = null)
{
    /// <summary>How good its forecast of a case was.</summary>
    public Forecast Of(int i, Winner happened)
    {
        var forecast = Forecast.Of(Predictions[i], (int)happened);
        return Named?[i] is { } named ? forecast with { Hit = named == happened ? 1 : 0 } : forecast;
    }
}
