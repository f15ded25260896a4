using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Reports.Scenarios;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>
/// What a report on an experiment needs besides its document: names, places and lines of the scenario, and how the experiment was made.
/// </summary>
public sealed record ReportContext
{
    /// <summary>First day of the scenario, as an ISO date.</summary>
    public required string StartDate { get; init; }

    /// <summary>Sponsors, in the order of the scenario, each with a capital letter of its own.</summary>
    public required IReadOnlyList<ReportSponsor> Sponsors { get; init; }

    /// <summary>States.</summary>
    public required IReadOnlyList<ReportState> States { get; init; }

    /// <summary>Places.</summary>
    public required IReadOnlyList<ReportPlace> Places { get; init; }

    /// <summary>Lines to be let.</summary>
    public required IReadOnlyList<ReportSegment> Segments { get; init; }

    /// <summary>Lines there on the first day, without roads that stand in for missing ones.</summary>
    public required IReadOnlyList<ReportLine> Lines { get; init; }

    /// <summary>The command that made the experiment, as a reader would type it; null if it is not known.</summary>
    public string? CommandLine { get; init; }

    /// <summary>Libraries that the numbers depend on, with their versions.</summary>
    public IReadOnlyList<ReportPackage> Packages { get; init; } = [];

    /// <summary>The assumed numbers ranked by influence; null if they were not played.</summary>
    public InfluenceReport? Influence { get; init; }

    /// <summary>The context of a scenario; how the experiment was made is added with <c>with</c>.</summary>
    public static ReportContext Of(Scenario scenario) => new()
    {
        StartDate = scenario.StartDate,
        Sponsors = Lettered(scenario.Sponsors.Select(static sponsor => (sponsor.Id, sponsor.Name))),
        States = [.. scenario.States.Select(static state => new ReportState(state.Id, state.Name))],
        Places = [.. scenario.Places.Select(static place => new ReportPlace(place.Id, place.Name, place.State, place.LatitudeDegrees, place.LongitudeDegrees))],
        Segments = [.. scenario.Segments.Select(static one => new ReportSegment(one.Id, one.Name, one.System, one.Route, one.Host, one.From, one.To))],
        Lines = [.. scenario.Links.Where(static link => !link.BaseMode).Select(static link => new ReportLine(link.System, link.From, link.To))],
    };

    /// <summary>Name of a segment; its id where it is not known.</summary>
    public string SegmentName(string id) => Segments.FirstOrDefault(segment => segment.Id == id)?.Name ?? id;

    /// <summary>Name of a state; its id where it is not known.</summary>
    public string StateName(string id) => States.FirstOrDefault(state => state.Id == id)?.Name ?? id;

    /// <summary>Name of a sponsor; its id where it is not known, such as "nobody".</summary>
    public string SponsorName(string id) => Sponsors.FirstOrDefault(sponsor => sponsor.Id == id)?.Name ?? id;

    /// <summary>Name of a junction, which is a place, in front of it its system if there are several.</summary>
    public string JunctionName(string id)
    {
        var place = Places.FirstOrDefault(place => id == place.Id || id.EndsWith($"/{place.Id}", StringComparison.Ordinal));
        return place is null ? id : id[..^place.Id.Length] + place.Name;
    }

    private static List<ReportSponsor> Lettered(IEnumerable<(string Id, string Name)> sponsors)
    {
        var lettered = new List<ReportSponsor>();
        foreach (var (id, name) in sponsors)
        {
            var letter = (name + "ABCDEFGHIJKLMNOPQRSTUVWXYZ").Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)
                .FirstOrDefault(letter => lettered.TrueForAll(other => other.Letter != letter), '?');
            lettered.Add(new ReportSponsor(id, name, letter));
        }
        return lettered;
    }
}

/// <summary>A sponsor, with its letter on maps.</summary>
public sealed record ReportSponsor(string Id, string Name, char Letter);

/// <summary>A state.</summary>
public sealed record ReportState(string Id, string Name);

/// <summary>A place on the map.</summary>
public sealed record ReportPlace(string Id, string Name, string State, double LatitudeDegrees, double LongitudeDegrees);

/// <summary>A line to be let, between two places.</summary>
public sealed record ReportSegment(string Id, string Name, string System, string Route, string Host, string From, string To);

/// <summary>A line that is there, between two places.</summary>
public sealed record ReportLine(string System, string From, string To);

/// <summary>A library and its version.</summary>
public sealed record ReportPackage(string Name, string Version);
