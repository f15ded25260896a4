using System.Globalization;
using System.Text.RegularExpressions;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Cases;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>
/// Weights as a file: data that a scenario can include, since it sets <c>stateDefaults.weights</c>, and a part of its own for what scenarios have no field for.
/// Weights are written in the units of a scenario, times its scale of taste.
/// </summary>
public static partial class WeightsFile
{
    private const double Most = 20, MostFactor = 1000;

    private static readonly string[] OwnKeys = ["china", "other", "sectors"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="set">Values of the model's data that are set by hand (<see cref="LoadOptions.Set"/>).</param>
    public static LoadedWeights Load(string path, params IReadOnlyList<string> set)
    {
        var problems = new Problems();
        try
        {
            var full = Path.GetFullPath(path);
            if (new FolderRoot(Path.GetDirectoryName(full) ?? ".", Path.GetFileName(full)).Read(Path.GetFileName(full)) is { } bytes) return Parse(path, bytes, set);
            problems.Add(Position.Of(path), "", "no such file", "weights, as bidsim hindcast --fit --weights FILE writes them");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(Position.Of(path), "", Obstacle.Of(e), "a file that can be read");
        }
        return new LoadedWeights(null, problems.ToArray());
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="name">What problems call the file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="set">Values of the model's data that are set by hand (<see cref="LoadOptions.Set"/>).</param>
    public static LoadedWeights Parse(string name, byte[] bytes, params IReadOnlyList<string> set)
    {
        // The file is data: with these two lines after it, it is a scenario, and every check of scenarios is one of weights.
        var loaded = ScenarioFile.Parse(name, [.. bytes, .. "\ninclude: [shipped:skrl.yaml]\nscenario: hindcast\n"u8], new LoadOptions { Set = set });
        if (!loaded.Ok) return new LoadedWeights(null, [.. loaded.Problems.Select(problem => problem.File == name ? problem with { Path = AsWritten(problem.Path) } : problem)]);
        var problems = new Problems();
        var own = loaded.Merged![TopLevel.Hindcast];
        if (own is null && !loaded.Provenance.Parameters.Any(one => one.File == name))
            problems.Add(Position.Of(name), "", "nothing", "weights, as bidsim hindcast --fit --weights FILE writes them");
        if (own is not null and not Mapping) problems.Add(own, KeyPath.Root.Key(TopLevel.Hindcast), "a map");
        var map = own as Mapping;
        foreach (var (key, _) in map?.Entries ?? [])
            if (!OwnKeys.Contains(key.Text)) problems.Add(key, KeyPath.Root.Key(TopLevel.Hindcast).Key(key.Text), $"one of {string.Join(", ", OwnKeys)}", Nearest.Hint(key.Text, OwnKeys));
        var (china, other, tilt) = (ConstantOf(map, "china", problems), ConstantOf(map, "other", problems), TiltOf(map, problems));
        return problems.Count > 0 ? new LoadedWeights(null, problems.ToArray())
            : new LoadedWeights(new HindcastWeights(name, HindcastFrame.Of(loaded), china ?? 0, other, tilt), []);
    }

    /// <summary>A path as the file has it: what it says of all states comes back as said of one.</summary>
    private static string AsWritten(string path) => StateWeights().Replace(path, "stateDefaults.weights");

    [GeneratedRegex(@"^states\.[A-Z]{3}\.weights")]
    private static partial Regex StateWeights();

    private static double? ConstantOf(Mapping? own, string name, Problems problems) =>
        own?[name] is { } node ? Number(node, KeyPath.Root.Key(TopLevel.Hindcast).Key(name), -Most, Most, problems) : null;

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

    internal static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
