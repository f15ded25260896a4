using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Store.Plans;

/// <summary>Writes plans down, and makes them from what was written down.</summary>
public static class PlanConversion
{
    /// <summary>Writes a plan down.</summary>
    /// <exception cref="ArgumentException">Its scenario did not load.</exception>
    public static PlanDocument ToDocument(this ExperimentPlan plan)
    {
        if (!plan.Scenario.Ok) throw new ArgumentException("A scenario with problems has no plan.", nameof(plan));
        return new PlanDocument
        {
            Schema = PlanDocument.SchemaName, Experiment = ExperimentId.Of(plan), Name = plan.Name, Title = plan.Title, Question = plan.Question,
            Scenario = plan.Scenario.Scenario.Id, ScenarioHash = ResolvedScenario.Of(plan.Scenario.Scenario).Hash, Set = plan.Scenario.Set,
            Arms = [.. plan.Arms.Select(static arm => new PlanArm(arm.Id, arm.Arrangement, arm.Set, arm.Taken?.From, arm.Taken?.Switches ?? []))], Steps = plan.Steps,
            Factors = [.. plan.Factors.Select(static factor => new FactorResult(factor.Name, factor.Low, factor.High, factor.Unit))],
            Points = [.. plan.Points.Select(static point => new PlanPoint(point.Index, point.Values))],
            Uncertain = plan.Uncertain, Ranges = plan.Uncertain ? RangesOf(plan.Scenario) : [], Seed = plan.Seed, Replications = plan.Replications,
            Precision = plan.Precision is { } precision ? new PlanPrecision(precision.Measure, precision.HalfWidth) : null,
            Measures = plan.Measures, Outcomes = plan.Outcomes, Segments = plan.Layout.Segments, Sponsors = plan.Layout.Sponsors, Junctions = plan.Layout.Junctions,
        };
    }

    /// <summary>Makes the plan again, on a machine that may never have seen its files.</summary>
    /// <param name="document">What was written down.</param>
    /// <param name="scenario">The scenario beside it.</param>
    /// <exception cref="FormatException">They do not fit together, or this program reads or plays them otherwise than the one that wrote them: the message says where.</exception>
    public static ExperimentPlan ToPlan(this PlanDocument document, ScenarioText scenario)
    {
        var loaded = ScenarioFile.Parse($"{document.Scenario}.yaml", scenario.Source, new LoadOptions { Set = [.. document.Set] });
        if (!loaded.Ok) throw new FormatException($"The scenario does not load: {loaded.Problems[0]}");
        var plan = new ExperimentPlan
        {
            Name = document.Name, Title = document.Title, Question = document.Question, Scenario = loaded,
            Arms = [.. document.Arms.Select(static arm => new PlannedArm(arm.Id, arm.Arrangement, arm.Set) { Taken = arm.TakenFrom is { } from ? new TakenSwitches(from, arm.Taken) : null })],
            Steps = document.Steps, Factors = [.. document.Factors.Select(static factor => new Factor(factor.Name, factor.Low, factor.High, factor.Unit))],
            Points = [.. document.Points.Select(static point => new DesignPoint(point.Index, point.Values))],
            Uncertain = document.Uncertain, Seed = document.Seed, Replications = document.Replications, Layout = RowLayout.Of(loaded.Scenario),
            Outcomes = document.Outcomes, Precision = document.Precision is { } precision ? new Precision(precision.Measure, precision.HalfWidth) : null,
        };
        CheckSame(document, plan.ToDocument());
        return plan;
    }

    /// <summary>Numbers that are drawn when a scenario is uncertain.</summary>
    private static PlanRange[] RangesOf(LoadedScenario scenario) =>
        [.. scenario.Provenance.Parameters.Where(static parameter => parameter is { Assumed: not null, Value: not null, Range: { } range } && range.Low < range.High)
            .Select(static parameter => new PlanRange(parameter.Name, parameter.Range!.Value.Low, parameter.Range.Value.High))];

    private static void CheckSame(PlanDocument written, PlanDocument made)
    {
        Same("scenario hash", written.ScenarioHash, made.ScenarioHash);
        Same("measures", List(written.Measures.Select(static measure => measure.Id)), List(made.Measures.Select(static measure => measure.Id)));
        Same("segments, sponsors and junctions", List([.. written.Segments, .. written.Sponsors, .. written.Junctions]), List([.. made.Segments, .. made.Sponsors, .. made.Junctions]));
        Same("ranges", List(written.Ranges.Select(static range => $"{range}")), List(made.Ranges.Select(static range => $"{range}")));
        Same("name of the experiment", written.Experiment, made.Experiment);
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items);

    private static void Same(string what, string written, string made)
    {
        if (written != made) throw new FormatException($"This program gives the plan another {what}: written is {Short(written)}, made {Short(made)}.");
    }

    private static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
