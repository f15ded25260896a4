using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Designs;

/// <summary>An experiment that comes with the program.</summary>
/// <param name="Id">Its name on the command line.</param>
/// <param name="Title">Its title, for people.</param>
/// <param name="Question">The question it answers.</param>
public sealed record ShippedExperiment(string Id, string Title, string Question);

/// <summary>The experiments that come with the program.</summary>
public static class ShippedExperiments
{
    /// <summary>All of them, sorted by id.</summary>
    public static IReadOnlyList<ShippedExperiment> List() =>
        [.. ShippedRoot.Instance.Files("experiments/").Order(StringComparer.Ordinal)
            .Select(static file => ExperimentFile.Bind(ShippedRoot.Instance, file, null, new Problems()) is { Text: { } text }
                ? new ShippedExperiment(Path.GetFileNameWithoutExtension(file), text.Title, text.Question) : null)
            .OfType<ShippedExperiment>()];
}
