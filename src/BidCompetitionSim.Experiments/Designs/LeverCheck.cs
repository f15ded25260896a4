using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Designs;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>Checks the levers of an experiment file, as far as they could be read, against its scenario, as far as that could be.</summary>
internal sealed class LeverCheck(LoadedExperiment file, LoadedScenario? scenario, RowLayout? layout, List<Problem> problems)
{
    private readonly LeverText?[]? _levers = file.Draft!.Levers;

    public IReadOnlyList<PlannedArm> Arms()
    {
        if (_levers is null) return [];
        if (_levers.Length == 0) problems.Add(file.Wrong("no levers", "one or more", null, "levers"));
        for (var k = 0; k < _levers.Length; k++)
            if (_levers[k] is { } lever) Check(k, lever);
        return [.. _levers.OfType<LeverText>().Select(static lever => new PlannedArm(lever.Name, lever.Arm, lever.Set))];
    }

    private void Check(int k, LeverText lever)
    {
        if (lever.Name is not null && Array.FindIndex(_levers!, other => other?.Name == lever.Name) < k)
            problems.Add(file.Wrong($"{Shown.Quoted(lever.Name)} again", "each name once", null, "levers", k, "name"));
        if (scenario is not { Scenario: { } own }) return;
        var arms = own.Arms.Select(static arm => arm.Id).ToArray();
        if (lever.Arm is not null && Array.IndexOf(arms, lever.Arm) < 0)
            problems.Add(file.Wrong(Shown.Quoted(lever.Arm), $"an arm of {own.Id}: {string.Join(", ", arms)}", Nearest.Hint(lever.Arm, arms), "levers", k, "arm"));
        if (lever.Set.Length > 0 && Array.TrueForAll(lever.Set, static set => set is not null)) CheckOverrides(k, lever, scenario, arms);
    }

    private void CheckOverrides(int k, LeverText lever, LoadedScenario own, string[] arms)
    {
        var varied = own.With(lever.Set);
        foreach (var problem in varied.Problems) problems.Add(Placed(k, problem, own));
        if (varied.Ok && !RowLayout.Of(varied.Scenario).Fits(layout!))
            problems.Add(file.Wrong("overrides that change which states, sponsors, segments or junctions there are", "another experiment for them", null, "levers", k, "set"));
        else if (varied.Ok && Array.IndexOf(arms, lever.Arm) >= 0 && !Array.Exists(varied.Scenario.Arms, arm => arm.Id == lever.Arm))
            problems.Add(file.Wrong("overrides that take its arm away", "an arm that stays", null, "levers", k, "set"));
    }

    private Problem Placed(int k, Problem problem, LoadedScenario own)
    {
        var at = problem.Line - 1 - own.Set.Count;
        return problem.File == "--set" && at >= 0 ? file.Wrong(problem.Found, problem.Expected, problem.Hint, "levers", k, "set", at) : problem;
    }
}
