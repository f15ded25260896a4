using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Weights as documents tell them, with what prior and cases leave open together, and what the cases leave open alone.</summary>
internal static class WeightTable
{
    /// <summary>Weights that were given; null where hosts have different ones.</summary>
    public static WeightResult[] Of(HindcastWeights weights)
    {
        var (start, states) = (HindcastWeights.Shipped(), Array.FindAll(weights.Frame.Scenario.States, static state => state.Asean));
        return [.. Enumerable.Range(0, ChoiceWeights.Count).Select(k => new WeightResult(
            ChoiceWeights.Names[k], k == (int)Weight.Other ? weights.Other : Common(k), k == (int)Weight.Other ? null : start.Of(states[0].Id)[k], null, null, null, false))];

        double? Common(int k) => Array.TrueForAll(states, state => weights.Of(state.Id)[k] == weights.Of(states[0].Id)[k]) ? weights.Of(states[0].Id)[k] : null;
    }

    /// <summary>Weights that were estimated.</summary>
    public static WeightResult[] Of(Fitted fitted, FitSettings settings, double penalty)
    {
        var (both, cases) = ((double[])fitted.Information.Clone(), (double[])fitted.Information.Clone());
        for (var k = 0; k < settings.Count; k++) cases[k * settings.Count + k] -= penalty * settings.Stiffness[k];
        var (posterior, alone) = (Deviations(both, fitted.AtBound), Deviations(cases, fitted.AtBound));
        return [.. Enumerable.Range(0, settings.Count).Select(k => new WeightResult(
            ChoiceWeights.Names[k], fitted.Weights[k], ChoiceWeights.IsRate(k) ? null : settings.Start[k], 1 / Math.Sqrt(penalty * settings.Stiffness[k]), posterior?[k], alone?[k], fitted.AtBound[k]))];
    }

    /// <summary>Standard deviations that an information matrix leaves, weights at their bounds held there; null if it is singular.</summary>
    private static double?[]? Deviations(double[] information, bool[] atBound)
    {
        for (var k = 0; k < atBound.Length; k++)
            if (atBound[k]) Cholesky.Isolate(information, atBound.Length, k);
        return Cholesky.InverseDiagonal(information, atBound.Length) is { } variances
            ? [.. variances.Select((variance, k) => atBound[k] ? (double?)null : Math.Sqrt(variance))] : null;
    }
}
