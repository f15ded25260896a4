using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Designs;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>
/// Plans the experiment of a file. All problems come back at once: those of its text, those of its scenario, and what only the two together can
/// tell, as far as they could be read.
/// </summary>
public sealed class ExperimentPlanner
{
    private readonly LoadedExperiment _file;
    private readonly ExperimentText _text;
    private readonly LoadedScenario? _scenario;
    private readonly List<Problem> _problems;

    private ExperimentPlanner(LoadedExperiment file, LoadedScenario? scenario, IEnumerable<Problem> problems) =>
        (_file, _text, _scenario, _problems) = (file, file.Draft!, scenario, [.. problems]);

    /// <summary>Plans an experiment.</summary>
    /// <param name="file">The file, with problems or without.</param>
    public static Planned Of(LoadedExperiment file)
    {
        if (file.Draft is not { } draft) return new Planned(null, file.Problems);
        if (draft.Scenario is null) return new ExperimentPlanner(file, null, file.Problems).Plan();
        var scenario = file.LoadScenario();
        var problems = file.Problems.Concat(scenario.Problems.Select(problem => Placed(file, problem)));
        return new ExperimentPlanner(file, scenario.Ok ? scenario : WithoutOverrides(file), problems).Plan();
    }

    private Planned Plan()
    {
        var layout = _scenario is null ? null : RowLayout.Of(_scenario.Scenario!);
        var arms = new LeverCheck(_file, _scenario, layout, _problems).Arms();
        var outcomes = Outcomes(layout);
        var (factors, points) = new PointPlan(_file, _scenario, _problems).Points();
        foreach (var name in factors.Select(static factor => factor.Name)) CheckFree(name);
        if (_problems.Count > 0 || _scenario is null) return new Planned(null, Sorted());
        return new Planned(new ExperimentPlan
        {
            Name = _file.FoundAt, Title = _text.Title, Question = _text.Question, Scenario = _scenario, Arms = arms, Factors = factors, Points = points,
            Uncertain = _text.Uncertain, Seed = _text.Seed, Replications = _text.Replications, Layout = layout!, Outcomes = outcomes,
        }, []);
    }

    // The file's own first, whatever it is called; then those of the scenario's files.
    private Problem[] Sorted() =>
        [.. _problems.OrderBy(problem => problem.File != _file.FoundAt).ThenBy(static problem => problem.File, StringComparer.Ordinal).ThenBy(static problem => problem.Line).ThenBy(static problem => problem.Column)];

    private IReadOnlyList<string> Outcomes(RowLayout? layout)
    {
        for (var k = 0; k < _text.Outcomes.Length; k++)
        {
            if (_text.Outcomes[k] is not { } outcome) continue;
            if (layout?.IndexOf(outcome) < 0)
                _problems.Add(_file.Wrong(Shown.Quoted(outcome), "a measure of this scenario", Nearest.Hint(outcome, layout.Measures.Select(static m => m.Id)), "outcomes", k));
            else if (Array.IndexOf(_text.Outcomes, outcome) < k) _problems.Add(_file.Wrong($"{Shown.Quoted(outcome)} again", "each measure once", null, "outcomes", k));
        }
        return _text.Outcomes.Length > 0 || layout is null ? _text.Outcomes : ComparisonPlan.UsualOutcomesOf(layout);
    }

    /// <summary>An override of an arm would be overruled by the design, silently.</summary>
    private void CheckFree(string factor)
    {
        for (var k = 0; k < _text.Levers?.Length; k++)
            for (var n = 0; n < _text.Levers[k]?.Set.Length; n++)
                if (_text.Levers[k].Set[n]?.Split('=')[0] == factor)
                    _problems.Add(_file.Wrong(Shown.Quoted(_text.Levers[k].Set[n]), "a number that the design does not vary", null, "levers", k, "set", n));
    }

    /// <summary>The scenario to hold the rest against where an override of it is wrong; null if there is none to be had.</summary>
    private static LoadedScenario? WithoutOverrides(LoadedExperiment file) => file.LoadScenario([]) is { Ok: true } plain ? plain : null;

    // An override's own place is its number; in a file it has a line.
    private static Problem Placed(LoadedExperiment file, Problem problem) => problem.File == file.Draft!.Scenario
        ? file.Wrong(problem.Found, problem.Expected, problem.Hint, "scenario")
        : problem.File == "--set" ? file.Wrong(problem.Found, problem.Expected, problem.Hint, "set", Place(file.Draft.Set, problem.Line - 1)) : problem;

    /// <summary>Place of an override among all, of its number among those that could be read.</summary>
    private static int Place(string[] set, int number)
    {
        var places = Enumerable.Range(0, set.Length).Where(k => set[k] is not null).ToArray();
        return number < places.Length ? places[number] : number;
    }
}
