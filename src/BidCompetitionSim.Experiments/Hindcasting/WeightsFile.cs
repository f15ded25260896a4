using System.Globalization;
using System.Text;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Cases;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>
/// Weights as a file: data that a scenario can include, since it sets <c>stateDefaults.weights</c>, and a part of its own for what scenarios have no field for.
/// Weights are written in the units of a scenario, times its scale of taste.
/// </summary>
public static class WeightsFile
{
    private const double Most = 20, MostFactor = 1000;

    /// <summary>The text of a file.</summary>
    /// <param name="fitted">Estimates in units of taste, in the order of <see cref="Weight"/>.</param>
    /// <param name="scale">The scale of taste of the start values, in which the file's weights are written.</param>
    /// <param name="tilt">What is known of sectors.</param>
    /// <param name="about">One line that says what they were estimated from.</param>
    public static string Write(IReadOnlyList<WeightResult> fitted, double scale, SectorTilt tilt, string about)
    {
        var text = new StringBuilder();
        text.Append("# Weights of a host's choice, estimated by bidsim hindcast --fit. Include this file in a scenario after data/states.yaml, or read it back with\n");
        text.Append("# bidsim hindcast --weights. Small samples: the start values hold them, and their standard errors (penalised Hessian) are wide.\n\n");
        text.Append("stateDefaults:\n  weights:\n");
        foreach (var weight in fitted)
        {
            if (weight.Name == ChoiceWeights.Names[(int)Weight.China]) continue;
            var error = weight.StandardError is { } se ? $"standard error {Shown(se * scale)}" : "at its bound";
            text.Append(CultureInfo.InvariantCulture, $"    {weight.Name}: {{ value: {Exact(weight.Value!.Value * scale)}, derivation: hindcast, from: \"{about}; start {Shown(weight.Start * scale)}, {error}\" }}\n");
        }
        text.Append("\n# Of no effect in a scenario. china: constant, in units of taste. sectors: factors on the odds of China, Japan, other and nobody.\nhindcast:\n");
        text.Append(CultureInfo.InvariantCulture, $"  china: {Exact(fitted[(int)Weight.China].Value!.Value)}\n  sectors:\n");
        foreach (var (sector, factors) in tilt.Factors) text.Append(CultureInfo.InvariantCulture, $"    {sector}: [{string.Join(", ", factors.Select(Exact))}]\n");
        return text.ToString();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    public static LoadedWeights Load(string path)
    {
        var problems = new Problems();
        try
        {
            var full = Path.GetFullPath(path);
            if (new FolderRoot(Path.GetDirectoryName(full) ?? ".", Path.GetFileName(full)).Read(Path.GetFileName(full)) is { } bytes) return Parse(path, bytes);
            problems.Add(Position.Of(path), "", "no such file", "weights, as bidsim hindcast --fit --weights FILE writes them");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(Position.Of(path), "", e.Message.TrimEnd('.'), "a file that can be read");
        }
        return new LoadedWeights(null, problems.ToArray());
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="name">What problems call the file.</param>
    /// <param name="bytes">Its bytes.</param>
    public static LoadedWeights Parse(string name, byte[] bytes)
    {
        // The file is data: with these two lines after it, it is a scenario, and every check of scenarios is one of weights.
        var loaded = ScenarioFile.Parse(name, [.. bytes, .. "\ninclude: [shipped:skrl.yaml]\nscenario: hindcast\n"u8]);
        if (!loaded.Ok) return new LoadedWeights(null, loaded.Problems);
        var problems = new Problems();
        var own = loaded.Merged![TopLevel.Hindcast];
        if (own is not null and not Mapping) problems.Add(own, KeyPath.Root.Key(TopLevel.Hindcast), "a map");
        var china = ChinaOf(own as Mapping, problems);
        var tilt = TiltOf(own as Mapping, problems);
        return problems.Count > 0 ? new LoadedWeights(null, problems.ToArray())
            : new LoadedWeights(new HindcastWeights(name, HindcastFrame.Shipped().With(loaded.Scenario), china, tilt), []);
    }

    private static double ChinaOf(Mapping? own, Problems problems) =>
        own?["china"] is { } node ? Number(node, KeyPath.Root.Key(TopLevel.Hindcast).Key("china"), -Most, Most, problems) : 0;

    private static SectorTilt TiltOf(Mapping? own, Problems problems)
    {
        if (own?["sectors"] is not { } node) return SectorTilt.None;
        var (path, factors) = (KeyPath.Root.Key(TopLevel.Hindcast).Key("sectors"), new List<KeyValuePair<string, double[]>>());
        if (node is not Mapping map)
        {
            problems.Add(node, path, "a map from sectors to four factors each");
            return SectorTilt.None;
        }
        foreach (var (key, value) in map.Entries)
        {
            var at = path.Key(key.Text);
            if (!Sectors.All.Contains(key.Text)) problems.Add(key, at, $"one of {string.Join(", ", Sectors.All)}", Nearest.Hint(key.Text, Sectors.All));
            else if (value is not Sequence { Items.Length: ReplayedChoice.Alternatives } list) problems.Add(value, at, "four factors: on the odds of China, Japan, other and nobody");
            else factors.Add(KeyValuePair.Create(key.Text, Array.ConvertAll(list.Items, item => Number(item, at, 1 / MostFactor, MostFactor, problems))));
        }
        return new SectorTilt(factors);
    }

    private static double Number(Node node, KeyPath path, double least, double most, Problems problems)
    {
        if (node is Scalar { Plain: true } scalar && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        problems.Add(node, path, $"a number from {Exact(least)} to {Exact(most)}");
        return 1;
    }

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Shown(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
