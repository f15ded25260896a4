using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Cases;

/// <summary>Hosts as tables of cases call them.</summary>
internal static class Hosts
{
    private static readonly (string Id, string Name)[] Known =
    [
        ("BRN", "Brunei"), ("IDN", "Indonesia"), ("KHM", "Cambodia"), ("LAO", "Laos"), ("MMR", "Myanmar"),
        ("MYS", "Malaysia"), ("PHL", "Philippines"), ("SGP", "Singapore"), ("THA", "Thailand"), ("VNM", "Vietnam"),
    ];

    public static string Expected => $"one of {string.Join(", ", Known.Select(host => host.Name))}, or its code such as LAO; of several the first counts";

    /// <summary>The code of a host; of several, such as Malaysia/Singapore, of the first.</summary>
    public static string? Find(string text)
    {
        var first = text.Split('/', 2)[0].Trim();
        foreach (var (id, name) in Known)
            if (string.Equals(first, id, StringComparison.OrdinalIgnoreCase) || string.Equals(first, name, StringComparison.OrdinalIgnoreCase)) return id;
        return null;
    }

    public static string? Hint(string text) => Nearest.Hint(text, Known.Select(host => host.Name));
}
