using System.Text.Json;
using System.Text.Json.Serialization;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Scenarios;

namespace BidCompetitionSim.Reports.Html;

/// <summary>What the script needs besides the document.</summary>
/// <param name="Arms">Arms that are drawn, the one others are held against first.</param>
/// <param name="StartDate">First day of the scenario.</param>
/// <param name="Sponsors">Sponsors.</param>
/// <param name="States">States.</param>
/// <param name="Places">Places.</param>
/// <param name="Segments">Lines to be let.</param>
/// <param name="Lines">Lines there before.</param>
/// <param name="Influence">The assumed numbers, or null.</param>
internal sealed record PageData(
    IReadOnlyList<string> Arms, string StartDate, IReadOnlyList<ReportSponsor> Sponsors, IReadOnlyList<ReportState> States, IReadOnlyList<ReportPlace> Places,
    IReadOnlyList<ReportSegment> Segments, IReadOnlyList<ReportLine> Lines, InfluenceReport? Influence)
{
    private const int InfluencesDrawn = 15;

    public static PageData Of(ResultView view, ReportContext context) =>
        new(view.Arms, context.StartDate, context.Sponsors, context.States, context.Places, context.Segments, context.Lines,
            context.Influence is { } influence ? influence with { Rows = [.. influence.Rows.Take(InfluencesDrawn)] } : null);

    public string ToJson() => JsonSerializer.Serialize(this, PageJson.Default.PageData);
}

/// <summary>How it is written: every sign that could end a script or start a tag is escaped, as the serializer does unless told otherwise.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PageData))]
internal sealed partial class PageJson : JsonSerializerContext;

/// <summary>The document as a page carries it.</summary>
internal static class CarriedDocument
{
    /// <summary>
    /// The whole document if it has one point and no decomposition. Of many points the first is whole; the others, and arms that are only steps of
    /// a decomposition, keep what the figures draw: the outcomes. A thousand points would make a page that no browser opens.
    /// </summary>
    public static ExperimentResult Of(ExperimentResult result)
    {
        var outcomes = result.Outcomes.ToHashSet(StringComparer.Ordinal);
        var drawn = new ResultView(result).Arms.ToHashSet(StringComparer.Ordinal);
        return result with { Points = [.. result.Points.Select((point, i) => i == 0 ? WithoutSteps(point, drawn, outcomes) : Trimmed(point, outcomes))] };
    }

    private static PointResult WithoutSteps(PointResult point, HashSet<string> drawn, HashSet<string> outcomes) => drawn.Count == point.Arms.Count ? point : point with
    {
        Arms = [.. point.Arms.Select(arm => drawn.Contains(arm.Arm) ? arm : Trimmed(arm, outcomes))],
        Pairs = [.. point.Pairs.Select(pair => drawn.Contains(pair.From) && drawn.Contains(pair.To) ? pair : Trimmed(pair, outcomes))],
        States = [.. point.States.Where(one => drawn.Contains(one.From) && drawn.Contains(one.To))],
        Segments = [.. point.Segments.Where(one => drawn.Contains(one.Arm))], Junctions = [.. point.Junctions.Where(one => drawn.Contains(one.Arm))],
    };

    private static PointResult Trimmed(PointResult point, HashSet<string> outcomes) => point with
    {
        Arms = [.. point.Arms.Select(arm => Trimmed(arm, outcomes))], Pairs = [.. point.Pairs.Select(pair => Trimmed(pair, outcomes))], States = [], Segments = [], Junctions = [],
    };

    private static ArmSummary Trimmed(ArmSummary arm, HashSet<string> outcomes) =>
        arm with { Measures = [.. arm.Measures.Where(one => outcomes.Contains(one.Measure))], Distributions = [] };

    private static PairSummary Trimmed(PairSummary pair, HashSet<string> outcomes) =>
        pair with { Measures = [.. pair.Measures.Where(one => outcomes.Contains(one.Measure))], Distributions = [] };
}
