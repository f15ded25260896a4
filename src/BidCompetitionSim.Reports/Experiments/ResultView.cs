using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>Finds its way about an experiment's document.</summary>
internal sealed class ResultView
{
    private readonly Dictionary<string, Measure> measures;
    private readonly HashSet<string> steps;

    public ResultView(ExperimentResult result)
    {
        Result = result;
        measures = result.Measures.ToDictionary(static measure => measure.Id, StringComparer.Ordinal);
        steps = [.. (result.Decomposition ?? []).SkipLast(1).Select(static step => step.To)];
        Arms = [.. result.Arms.Where(arm => !steps.Contains(arm.Id)).Select(static arm => arm.Id)];
        Outcomes = [.. result.Outcomes.Select(Find).OfType<Measure>()];
    }

    public ExperimentResult Result { get; }

    /// <summary>Arms without those that are only steps of a decomposition; the first is what others are held against.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>Measures that the question is about.</summary>
    public IReadOnlyList<Measure> Outcomes { get; }

    /// <summary>What a headline tells of: the scores among the outcomes, else the first few.</summary>
    public IReadOnlyList<Measure> Headlined =>
        Outcomes.Any(static outcome => outcome.Family == Family.Score) ? [.. Outcomes.Where(static outcome => outcome.Family == Family.Score)] : [.. Outcomes.Take(3)];

    /// <summary>Measures of the whole scenario that are no outcome.</summary>
    public IEnumerable<Measure> Beside =>
        Result.Measures.Where(measure => measure.Family is Family.Score or Family.Part or Family.Beside && !Result.Outcomes.Contains(measure.Id));

    /// <summary>The point that is told of in full: the only one, mostly. Null where nothing was played.</summary>
    public PointResult? Point => Result.Points.Count > 0 ? Result.Points[0] : null;

    public Measure? Find(string id) => measures.GetValueOrDefault(id);

    /// <summary>The measure of states of that id as a heading, whichever state it is of; the id where there is none.</summary>
    public string HeadingOfStates(string id)
    {
        if (Result.Measures.FirstOrDefault(measure => measure.Family == Family.State && measure.Id.StartsWith($"{id}@", StringComparison.Ordinal)) is not { } measure) return id;
        // The label of a state's measure ends in the state's name.
        var comma = measure.Label.LastIndexOf(", ", StringComparison.Ordinal);
        return Shown.Heading(comma < 0 ? measure : measure with { Label = measure.Label[..comma] });
    }

    /// <summary>Every arm against the first.</summary>
    public IEnumerable<PairSummary> PairsOf(PointResult point) =>
        Arms.Skip(1).Select(arm => PairOf(point, Arms[0], arm)).OfType<PairSummary>();

    public static PairSummary? PairOf(PointResult point, string from, string to) => point.Pairs.FirstOrDefault(pair => pair.From == from && pair.To == to);

    public static Comparison? ComparisonOf(PairSummary pair, string measure) => pair.Measures.FirstOrDefault(one => one.Measure == measure);

    public static MeasureSummary? SummaryOf(PointResult point, string arm, string measure) =>
        point.Arms.FirstOrDefault(one => one.Arm == arm)?.Measures.FirstOrDefault(one => one.Measure == measure);
}
