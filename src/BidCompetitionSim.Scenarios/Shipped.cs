using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios;

/// <summary>A scenario that comes with the program.</summary>
/// <param name="Id">Its name on the command line.</param>
/// <param name="Title">Its title, for people.</param>
/// <param name="Question">The question it answers.</param>
public sealed record ShippedScenario(string Id, string Title, string Question);

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
