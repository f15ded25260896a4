using System.Globalization;
using System.Text;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Writes estimated weights as a file that a scenario can include.</summary>
internal sealed class WeightsText(HindcastFrame frame, string about)
{
    private const string StateWeights = "stateDefaults.weights";
    private const double Most = 20;

    private readonly double _scale = frame.Scenario.States[0].Weights.TasteScale;

    /// <summary>The text of a file.</summary>
    /// <param name="fitted">Estimates in units of taste, in the order of <see cref="Weight"/>.</param>
    /// <param name="tilt">What is known of sectors.</param>
    public string Of(IReadOnlyList<WeightResult> fitted, SectorTilt tilt)
    {
        var text = new StringBuilder();
        text.Append("# Weights of a host's choice, estimated by bidsim hindcast --fit. Include this file in a scenario after data/states.yaml, or read it back with\n");
        text.Append("# bidsim hindcast --weights. Assumed still: the penalty holds the weights near their start values, and the cases alone hardly tell them (standard\n");
        text.Append("# errors). Ranges are two standard deviations of what the range assumed before and the cases leave open together.\n\n");
        text.Append("stateDefaults:\n  weights:\n");
        foreach (var weight in fitted)
            if (weight.Name is not ("china" or "other")) Append(text, weight);
        text.Append("\n# Of no effect in a scenario, in units of taste: constants for China and for others, and factors of sectors on the odds of China, Japan, other and nobody.\n");
        text.Append(CultureInfo.InvariantCulture, $"hindcast:\n  china: {Exact(fitted[(int)Weight.China])}\n  other: {Exact(fitted[(int)Weight.Other])}\n  sectors:\n");
        foreach (var (sector, factors) in tilt.Factors) text.Append(CultureInfo.InvariantCulture, $"    {sector}: [{string.Join(", ", factors.Select(WeightsFile.Exact))}]\n");
        return text.ToString();
    }

    private void Append(StringBuilder text, WeightResult weight)
    {
        var value = weight.Value!.Value * _scale;
        var (low, high) = RangeOf(weight, value);
        var start = weight.Start is { } known ? $"start {Shown(known * _scale)}" : "all but free";
        var deviation = weight.AtBound ? "at its bound"
            : $"posterior standard deviation {Shown(weight.PosteriorSd * _scale)}, standard error by the cases alone {(weight.StandardError is { } error ? Shown(error * _scale) : "not determined")}";
        text.Append(CultureInfo.InvariantCulture, $"    {weight.Name}: {{ value: {WeightsFile.Exact(value)}, assumed: \"{about}; {start}, {deviation}\", range: [{WeightsFile.Exact(low)}, {WeightsFile.Exact(high)}] }}\n");
    }

    /// <summary>Two standard deviations either way. The penalty has no part in them: how stiff it is says how well weights can be told, not how well they are known.</summary>
    private (double Low, double High) RangeOf(WeightResult weight, double value)
    {
        var before = frame.RangeOf($"{StateWeights}.{weight.Name}") is { } range ? (range.High - range.Low) / 4 : Most;
        var information = 1 / (before * before) + (weight.StandardError is { } error ? 1 / (error * error * _scale * _scale) : 0);
        var reach = 2 / Math.Sqrt(information);
        var (least, most) = weight.Name == "nobody" ? (-Most, Most) : (0, Most);
        return (Math.Clamp(value - reach, least, value), Math.Clamp(value + reach, value, Math.Max(value, most)));
    }

    private static string Exact(WeightResult weight) => WeightsFile.Exact(weight.Value!.Value);

    private static string Shown(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "not determined";
}
