using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>What is asked of a comparison of arms.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Arms of the scenario, the one that the others are held against first; empty for <see cref="ComparisonPlan.UsualArms"/>. One named twice is compared with itself.</summary>
    public IReadOnlyList<string> Arms { get; init; } = [];

    /// <summary>Replications of every arm, 1 or more.</summary>
    public int Replications { get; init; } = 1000;

    /// <summary>Seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether each replication draws every assumed number from its range.</summary>
    public bool Uncertain { get; init; }

    /// <summary>Whether to go from the first arm to the second one switch at a time; there must be two arms then.</summary>
    public bool Decompose { get; init; }

    /// <summary>Precision that says how many replications there are, instead of <see cref="Replications"/>; null for none.</summary>
    public Precision? Precision { get; init; }
}

/// <summary>Plans comparisons of a scenario's arms.</summary>
public static class ComparisonPlan
{
    private const string ArmsOption = "--arms", ReplicationsOption = "--replications", MeasureOption = "--measure", WidthOption = "--until-half-width";

    /// <summary>Arms compared where none are named, as far as the scenario has them: what is argued about, and beside it its openness and its specification alone.</summary>
    public static IReadOnlyList<string> UsualArms { get; } = ["bilateral", "asean-led", "bilateral-open", "spec-only"];

    /// <summary>Measures judged together where nothing else is asked: the scores, what must agree with them, and what lies outside of the Secretariat's aims.</summary>
    public static IReadOnlyList<string> UsualOutcomes { get; } =
    [
        "compatibility", "builtCompatibility", "hoursLost", "viability", "viabilityBuilt", "enpvBaseTotal", "cohesion", "hostSurplus", "hostWelfare",
        "built", "meanYearsToCommissioning",
    ];

    /// <summary>Those that a scenario has; where some system's cost is not time, what its interfaces cost stands beside the hours lost.</summary>
    public static IReadOnlyList<string> UsualOutcomesOf(RowLayout layout) =>
    [
        .. UsualOutcomes.SelectMany(id => id != "hoursLost" ? [id] : layout.Measures.Select(static measure => measure.Id)
            .Where(static measure => measure == "hoursLost" || measure.StartsWith("interfaceLoss@", StringComparison.Ordinal))),
    ];

    /// <summary>Plans a comparison.</summary>
    /// <param name="scenario">A scenario that loaded.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="ArgumentException">The scenario did not load.</exception>
    public static Planned Of(LoadedScenario scenario, ComparisonOptions options)
    {
        if (!scenario.Ok) throw new ArgumentException("A scenario with problems cannot be compared.", nameof(scenario));
        scenario = scenario.WithArrangements(options.Arms);
        if (!scenario.Ok) return new Planned(null, scenario.Problems);
        var layout = RowLayout.Of(scenario.Scenario);
        var problems = Problems(scenario.Scenario, options, layout).ToArray();
        if (problems.Length > 0) return new Planned(null, problems);
        var arms = ArmsOf(scenario.Scenario, options);
        var steps = options.Decompose ? Decomposition.Of(Named(scenario.Scenario, arms[0].Arrangement), Named(scenario.Scenario, arms[1].Arrangement)) : null;
        return new Planned(new ExperimentPlan
        {
            Name = "compare " + scenario.Scenario.Id, Title = $"{scenario.Scenario.Title}: {string.Join(", ", arms.Select(static arm => arm.Id))}",
            Question = $"What changes against {arms[0].Id}, by how much, how sure is it, and for whom is it worse?", Scenario = scenario,
            Arms = steps?.Arms ?? arms, Steps = steps?.Switches, Factors = [], Points = [new DesignPoint(0, [])], Uncertain = options.Uncertain,
            Seed = options.Seed, Replications = options.Replications, Layout = layout, Outcomes = UsualOutcomesOf(layout), Precision = options.Precision,
        }, []);
    }

    private static IEnumerable<Problem> Problems(Scenario scenario, ComparisonOptions options, RowLayout layout)
    {
        string[] known = [.. scenario.Arms.Select(static arm => arm.Id).Union(Arrangements.All)];
        for (var k = 0; k < options.Arms.Count; k++)
            if (Array.IndexOf(known, options.Arms[k]) < 0)
                yield return Wrong(ArmsOption, k + 1, $"'{options.Arms[k]}'", $"an arm of {scenario.Id}: {string.Join(", ", known)}", Nearest.Hint(options.Arms[k], known));
        var arms = options.Arms.Count > 0 ? options.Arms.Count : UsualArms.Count(id => Array.IndexOf(known, id) >= 0);
        if (options.Decompose && arms < 2) yield return Wrong(ArmsOption, 1, "one arm", "two arms to go from the one to the other");
        if (options.Decompose && options.Arms.Count > 2) yield return Wrong(ArmsOption, 3, $"a third arm, '{options.Arms[2]}'", "two arms to go from the one to the other");
        if (options.Replications < 1) yield return Wrong(ReplicationsOption, 1, options.Replications.ToString(), "1 or more");
        if (options.Precision is not { } precision) yield break;
        if (layout.IndexOf(precision.Measure) < 0)
            yield return Wrong(MeasureOption, 1, $"'{precision.Measure}'", $"a measure of this scenario: {string.Join(", ", layout.Measures.Select(static m => m.Id).Where(static id => !id.Contains('@')))}, or one of a state such as hostSurplus@LAO", Nearest.Hint(precision.Measure, layout.Measures.Select(static m => m.Id)));
        if (!(precision.HalfWidth > 0) || double.IsInfinity(precision.HalfWidth)) yield return Wrong(WidthOption, 1, precision.HalfWidth.ToString("R"), "a number above 0");
        if (arms < 2) yield return Wrong(ArmsOption, 1, "one arm", "two arms, whose difference is to be known");
    }

    private static Problem Wrong(string option, int place, string found, string expected, string? hint = null) => new(option, place, 1, "", found, expected, hint);

    private static PlannedArm[] ArmsOf(Scenario scenario, ComparisonOptions options)
    {
        var usual = UsualArms.Where(id => Array.Exists(scenario.Arms, arm => arm.Id == id)).ToArray();
        var named = options.Arms.Count > 0 ? options.Arms : usual.Length > 0 ? usual : [.. scenario.Arms.Select(static arm => arm.Id)];
        if (options.Decompose) named = [.. named.Take(2)];
        return [.. named.Select((id, k) => new PlannedArm(Distinct(named, k), id, []))];
    }

    private static string Distinct(IReadOnlyList<string> ids, int at) =>
        ids.Take(at).Count(id => id == ids[at]) is var before and > 0 ? $"{ids[at]}#{before + 1}" : ids[at];

    private static Arm Named(Scenario scenario, string id) => Array.Find(scenario.Arms, arm => arm.Id == id)!;
}
