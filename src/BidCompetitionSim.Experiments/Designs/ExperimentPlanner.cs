using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Designs;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>Plans the experiment of a file: whatever only the scenario can tell is checked here, and all problems come back at once.</summary>
public sealed class ExperimentPlanner
{
    private readonly LoadedExperiment _file;
    private readonly ExperimentText _text;
    private readonly LoadedScenario _scenario;
    private readonly List<Problem> _problems = [];

    private ExperimentPlanner(LoadedExperiment file, LoadedScenario scenario) => (_file, _text, _scenario) = (file, file.Text!, scenario);

    /// <summary>Plans an experiment.</summary>
    /// <param name="file">The file, with problems or without.</param>
    public static Planned Of(LoadedExperiment file)
    {
        if (!file.Ok) return new Planned(null, file.Problems);
        var scenario = file.LoadScenario();
        return scenario.Ok ? new ExperimentPlanner(file, scenario).Plan() : new Planned(null, [.. scenario.Problems.Select(problem => Placed(file, problem))]);
    }

    private Planned Plan()
    {
        var layout = RowLayout.Of(_scenario.Scenario!);
        var arms = new LeverCheck(_file, _scenario, layout, _problems).Arms();
        var outcomes = Outcomes(layout);
        var (factors, points) = new PointPlan(_file, _scenario, _problems).Points();
        foreach (var name in factors.Select(static factor => factor.Name)) CheckFree(name);
        if (_problems.Count > 0) return new Planned(null, [.. _problems.OrderBy(static p => p.Line).ThenBy(static p => p.Column)]);
        return new Planned(new ExperimentPlan
        {
            Name = _file.FoundAt, Title = _text.Title, Question = _text.Question, Scenario = _scenario, Arms = arms, Factors = factors, Points = points,
            Uncertain = _text.Uncertain, Seed = _text.Seed, Replications = _text.Replications, Layout = layout, Outcomes = outcomes,
        }, []);
    }

    private IReadOnlyList<string> Outcomes(RowLayout layout)
    {
        for (var k = 0; k < _text.Outcomes.Length; k++)
        {
            var outcome = _text.Outcomes[k];
            if (layout.IndexOf(outcome) < 0)
                _problems.Add(_file.Wrong(Shown.Quoted(outcome), "a measure of this scenario", Nearest.Hint(outcome, layout.Measures.Select(static m => m.Id)), "outcomes", k));
            else if (Array.IndexOf(_text.Outcomes, outcome) < k) _problems.Add(_file.Wrong($"{Shown.Quoted(outcome)} again", "each measure once", null, "outcomes", k));
        }
        return _text.Outcomes.Length > 0 ? _text.Outcomes : ComparisonPlan.UsualOutcomesOf(layout);
    }

    /// <summary>An override of an arm would be overruled by the design, silently.</summary>
    private void CheckFree(string factor)
    {
        for (var k = 0; k < _text.Levers.Length; k++)
            for (var n = 0; n < _text.Levers[k].Set.Length; n++)
                if (_text.Levers[k].Set[n].Split('=')[0] == factor)
                    _problems.Add(_file.Wrong(Shown.Quoted(_text.Levers[k].Set[n]), "a number that the design does not vary", null, "levers", k, "set", n));
    }

    // An override's own place is its number; in a file it has a line.
    private static Problem Placed(LoadedExperiment file, Problem problem) => problem.File == file.Text!.Scenario
        ? file.Wrong(problem.Found, problem.Expected, problem.Hint, "scenario")
        : problem.File == "--set" ? file.Wrong(problem.Found, problem.Expected, problem.Hint, "set", problem.Line - 1) : problem;
}
