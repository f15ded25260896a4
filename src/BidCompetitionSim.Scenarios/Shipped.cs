using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios;

/// <summary>A scenario that comes with the program.</summary>
/// <param name="Id">Its name on the command line.</param>
/// <param name="Title">Its title, for people.</param>
/// <param name="Question">The question it answers.</param>
public sealed record ShippedScenario(
    [property: Meaning("Its name on the command line.")] string Id,
    [property: Meaning("Its title, for people.")] string Title,
    [property: Meaning("The question it answers.")] string Question);

/// <summary>The scenarios that come with the program.</summary>
public static class Shipped
{
    /// <summary>All of them, sorted by id; a file that is only data for others is not one.</summary>
    public static IReadOnlyList<ShippedScenario> List()
    {
        var list = new List<ShippedScenario>();
        foreach (var file in ShippedRoot.Instance.Files())
            if (IncludedFiles.ReadAlone(ShippedRoot.Instance, file) is { } map && Text(map, "scenario") is { Length: > 0 } id)
                list.Add(new ShippedScenario(id, Text(map, "title"), Text(map, "question")));
        list.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return list;
    }

    private static string Text(Mapping map, string key) => (map[key] as Scalar)?.Text ?? "";
}
