using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Designs;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>
/// Checks the uncertainties and the design of an experiment file, as far as they could be read, against its scenario, as far as that could be, and
/// lays out the points where nothing is wrong.
/// </summary>
internal sealed class PointPlan(LoadedExperiment file, LoadedScenario? scenario, List<Problem> problems)
{
    private const int MostPoints = 100_000;
    private const string Uncertainties = "uncertainties", Design = "design";

    private readonly UncertaintyText?[] _uncertainties = file.Draft!.Uncertainties;
    private readonly DesignText _design = file.Draft!.Design;
    private readonly int _before = problems.Count;

    public (IReadOnlyList<Factor> Factors, IReadOnlyList<DesignPoint> Points) Points()
    {
        var parameters = scenario?.Provenance.Parameters ?? [];
        var names = parameters.Select(static parameter => parameter.Name).ToList();
        var (factors, starts) = (new List<Factor>(), new List<double>());
        for (var k = 0; k < _uncertainties.Length; k++)
        {
            if (_uncertainties[k] is not { } uncertainty) continue;
            CheckForm(k, uncertainty);
            if (uncertainty.Name is not { } name) continue;
            if (names.IndexOf(name) is var at and >= 0) factors.Add(FactorOf(k, at, parameters[at], starts));
            else if (scenario is not null) problems.Add(file.Wrong(Shown.Quoted(name), "the name of a number of this scenario", Nearest.Hint(name, names), Uncertainties, k, "name"));
            if (Array.FindIndex(_uncertainties, other => other?.Name == name) < k)
                problems.Add(file.Wrong($"{Shown.Quoted(name)} again", "each number once", null, Uncertainties, k, "name"));
        }
        // What could not be read of the design may be what it seems to lack.
        if (!file.Doubtful(Design)) CheckDesign();
        var sound = file.Ok && scenario is not null && problems.Count == _before;
        return sound ? (factors, [.. Laid(factors, [.. starts]).Select(static (values, k) => new DesignPoint(k, values))]) : (factors, []);
    }

    /// <summary>What is wrong with an uncertainty whatever the scenario is.</summary>
    private void CheckForm(int k, UncertaintyText uncertainty)
    {
        if (uncertainty.Range is { } range && !Array.Exists(range, double.IsNaN) && !IsRange(range))
            problems.Add(file.Wrong($"[{string.Join(", ", range.Select(Shown.Number))}]", "a range [low, high]", null, Uncertainties, k, "range"));
        if (uncertainty.Levels is { Length: 0 }) problems.Add(file.Wrong("no levels", "one or more", null, Uncertainties, k, "levels"));
    }

    private static bool IsRange(double[] range) => range is [var first, var last] && first < last;

    private Factor FactorOf(int k, int position, Parameter parameter, List<double> starts)
    {
        var uncertainty = _uncertainties[k]!;
        starts.Add(parameter.Value ?? double.NaN);
        if (_design.Kind == DesignKind.OneAtATime && parameter.Value is null)
            problems.Add(file.Wrong($"{Shown.Quoted(parameter.Name)}, which a rule computes", "a number with a value of its own", null, Uncertainties, k, "name"));
        if (uncertainty.Range is { } range && IsRange(range)) CheckValues(k, position, range, "range");
        CheckValues(k, position, uncertainty.Levels, "levels");
        var ends = Ends(uncertainty, parameter);
        if (ends is null && !file.Doubtful($"{Uncertainties}[{k}]")) problems.Add(file.Wrong("no range", $"range: [low, high]; {parameter.Name} states none", null, Uncertainties, k));
        return new Factor(parameter.Name, ends?.Low ?? 0, ends?.High ?? 1, parameter.Unit);
    }

    private static PlausibleRange? Ends(UncertaintyText uncertainty, Parameter parameter) => uncertainty switch
    {
        { Range: [var low, var high] } => new PlausibleRange(low, high),
        { Levels: { Length: > 0 } levels } => new PlausibleRange(levels.Min(), levels.Max()),
        _ => parameter.Range is { } stated && stated.Low < stated.High ? stated : null,
    };

    /// <summary>Values that the author gives must make a scenario, each by itself.</summary>
    private void CheckValues(int k, int position, double[]? values, string key)
    {
        for (var n = 0; n < values?.Length; n++)
            if (!double.IsNaN(values[n]) && scenario!.With(new Dictionary<int, double> { [position] = values[n] }).Problems is [var problem, ..])
                problems.Add(file.Wrong(Shown.Number(values[n]), problem.Expected, problem.Hint, Uncertainties, k, key, n));
    }

    private void CheckDesign()
    {
        var kind = _design.Kind;
        if (kind is DesignKind.Base && _uncertainties.Length > 0) problems.Add(file.Wrong("no design", "design: { kind: … } for the uncertainties", null, Design));
        if (kind is not DesignKind.Base && _uncertainties.Length == 0 && !file.Doubtful(Uncertainties)) problems.Add(file.Wrong("a design without uncertainties", "one or more uncertainties", null, Design));
        Want(_design.Size is not null, kind is DesignKind.LatinHypercube or DesignKind.Sobol, "size", "the number of points");
        Want(_design.Points is not null, kind is DesignKind.Points, "points", "maps from names to values");
        if (_design.Levels is not null && kind is not (DesignKind.FullFactorial or DesignKind.OneAtATime)) Want(true, false, "levels", "");
        if (_design.Seed is not null && kind is not (DesignKind.LatinHypercube or DesignKind.Sobol)) Want(true, false, "seed", "");
        if (kind is DesignKind.Sobol && _uncertainties.Length > Sobol.MostDimensions)
            problems.Add(file.Wrong($"{_uncertainties.Length} uncertainties", $"at most {Sobol.MostDimensions} in a Sobol' sequence", null, Uncertainties));
        if (kind is DesignKind.FullFactorial && Combinations() is var count and > MostPoints)
            problems.Add(file.Wrong($"{count:0} combinations", $"at most {MostPoints}", null, Design));
        for (var k = 0; k < _design.Points?.Length; k++) CheckPoint(k, _design.Points[k]);
        if (kind is DesignKind.Points && file.Ok && scenario is not null && problems.Count == _before) CheckEnds();
    }

    private void Want(bool there, bool wanted, string key, string what)
    {
        var kind = Scenarios.Binding.RecordKeys.KebabCase(_design.Kind.ToString());
        if (there && !wanted) problems.Add(file.Wrong($"{key} in a design of kind {kind}", $"no {key}", null, Design, key));
        if (!there && wanted) problems.Add(file.Wrong($"no {key}", $"{key}: {what}", null, Design));
    }

    private double Combinations() => _uncertainties.Aggregate(1.0, (product, one) => product * (one?.Levels?.Length ?? _design.Levels ?? 2));

    private void CheckPoint(int k, Dictionary<string, double> point)
    {
        var names = _uncertainties.Select(static one => one?.Name).OfType<string>().ToArray();
        foreach (var name in point.Keys)
            if (Array.IndexOf(names, name) < 0) problems.Add(file.Wrong(Shown.Quoted(name), "a name of uncertainties", Nearest.Hint(name, names), Design, "points", k, name));
        foreach (var name in names)
            if (!point.ContainsKey(name)) problems.Add(file.Wrong($"no {name}", "a value for every uncertainty", null, Design, "points", k));
    }

    /// <summary>Of the values written out for a number, the least and the greatest: those between lie within its bounds if these do.</summary>
    private void CheckEnds()
    {
        foreach (var uncertainty in _uncertainties.OfType<UncertaintyText>())
        {
            var values = Array.ConvertAll(_design.Points!, point => point[uncertainty.Name]);
            var position = scenario!.Provenance.Parameters.ToList().FindIndex(parameter => parameter.Name == uncertainty.Name);
            foreach (var k in new[] { Array.IndexOf(values, values.Min()), Array.IndexOf(values, values.Max()) }.Distinct())
                if (scenario.With(new Dictionary<int, double> { [position] = values[k] }).Problems is [var problem, ..])
                    problems.Add(file.Wrong(Shown.Number(values[k]), problem.Expected, problem.Hint, Design, "points", k, uncertainty.Name));
        }
    }

    private IEnumerable<double[]> Laid(IReadOnlyList<Factor> factors, double[] starts)
    {
        var levels = new Lazy<double[][]>(() => [.. factors.Select((factor, k) => _uncertainties[k]!.Levels ?? PointDesigns.Levels(factor.Low, factor.High, _design.Levels ?? 2))]);
        return _design.Kind switch
        {
            DesignKind.FullFactorial => PointDesigns.Combinations(levels.Value),
            DesignKind.OneAtATime => PointDesigns.OneAtATime(starts, levels.Value),
            DesignKind.LatinHypercube => Scaled(factors, (k, factor) => PointDesigns.LatinColumn(factor.Name, _design.Size!.Value, _design.Seed ?? file.Draft!.Seed)),
            DesignKind.Sobol => Scaled(factors, (k, factor) => PointDesigns.SobolColumn(factor.Name, k, _design.Size!.Value, _design.Seed)),
            DesignKind.Points => _design.Points!.Select(point => factors.Select(factor => point[factor.Name]).ToArray()),
            _ => [[]],
        };
    }

    private IEnumerable<double[]> Scaled(IReadOnlyList<Factor> factors, Func<int, Factor, double[]> column)
    {
        var columns = factors.Select((factor, k) => column(k, factor)).ToArray();
        for (var point = 0; point < _design.Size; point++)
            yield return [.. factors.Select((factor, k) => factor.Low + (factor.High - factor.Low) * columns[k][point])];
    }
}
