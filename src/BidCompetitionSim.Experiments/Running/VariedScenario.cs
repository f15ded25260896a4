using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>The plan's scenario under one arm's overrides, with numbers to be changed by name. Safe for use by all threads.</summary>
internal sealed class VariedScenario
{
    private readonly LoadedScenario _scenario;
    private readonly IReadOnlyList<Factor> _factors;
    private readonly Dictionary<string, int> _positions;

    public VariedScenario(ExperimentPlan plan, IReadOnlyList<string> set)
    {
        _scenario = set.Count == 0 ? plan.Scenario : plan.Scenario.With(set);
        _factors = plan.Factors;
        var parameters = _scenario.Provenance.Parameters;
        _positions = new Dictionary<string, int>(parameters.Count, StringComparer.Ordinal);
        for (var k = 0; k < parameters.Count; k++) _positions.Add(parameters[k].Name, k);
    }

    /// <summary>The scenario at a design point; a factor's value goes before one drawn.</summary>
    public LoadedScenario At(DesignPoint point, IReadOnlyDictionary<string, double>? drawn)
    {
        if (!_scenario.Ok || (point.Values.Count == 0 && drawn is null)) return _scenario;
        var values = new Dictionary<int, double>();
        foreach (var (name, value) in drawn ?? new Dictionary<string, double>())
            if (_positions.TryGetValue(name, out var position) && _scenario.Provenance.Parameters[position].Range is { } range && range.Low < range.High)
                values[position] = value;
        for (var k = 0; k < _factors.Count; k++) values[_positions[_factors[k].Name]] = point.Values[k];
        return _scenario.With(values);
    }
}
