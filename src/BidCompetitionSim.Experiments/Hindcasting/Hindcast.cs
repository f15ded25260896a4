using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>What a hindcast came to.</summary>
/// <param name="Result">The document.</param>
/// <param name="WeightsText">The estimated weights as a file; null if nothing was estimated.</param>
public sealed record HindcastRun(HindcastResult Result, string? WeightsText);

/// <summary>Replays past choices and scores the replay (docs/hindcast.md).</summary>
public sealed class Hindcast
{
    /// <summary>Fewer cases than this are not estimated on.</summary>
    public const int FewestFitted = 12;

    private readonly LoadedCases _loaded;
    private readonly HindcastWeights _weights;
    private readonly IReadOnlyList<HistoricalCase> _cases;
    private readonly ReplayedChoice[] _choices;

    /// <summary>Sets the choices up.</summary>
    /// <param name="loaded">The cases.</param>
    /// <param name="weights">The weights to replay with, or to start an estimation from.</param>
    public Hindcast(LoadedCases loaded, HindcastWeights weights)
    {
        (_loaded, _weights, _cases) = (loaded, weights, loaded.Cases ?? throw new ArgumentException("Cases with problems cannot be replayed.", nameof(loaded)));
        // What hosts had let before is history whoever asks: the shipped cases, and those given.
        var given = _cases.Select(static one => one.Id).ToHashSet(StringComparer.Ordinal);
        var history = new AwardHistory([.. CaseFile.Shipped().Cases!.Where(one => !given.Contains(one.Id)), .. _cases]);
        var replay = new ChoiceReplay(weights.Frame, history);
        _choices = [.. _cases.Select(replay.Of)];
    }

    /// <summary>Predicts every case by the weights given.</summary>
    public HindcastRun Predict(ulong seed, CancellationToken stop = default)
    {
        var predictions = new double[_cases.Count][];
        for (var i = 0; i < predictions.Length; i++) predictions[i] = Predicted(_choices[i], _weights.Of(_cases[i].Host), _weights.Tilt);
        var start = HindcastWeights.Shipped().Of(_weights.Frame.Scenario.States[0].Id);
        var weights = new WeightResult[ChoiceWeights.Count];
        for (var k = 0; k < weights.Length; k++) weights[k] = new WeightResult(ChoiceWeights.Names[k], Common(k), start[k], null, false);
        return new HindcastRun(Document(predictions, _cases.Select(one => _weights.Of(one.Host)).ToArray(), _weights.Tilt, seed, weights, null, stop), null);
    }

    /// <summary>Estimates weights, predicts every case by weights estimated without it, and cases of which it is not known what happened by those of all others.</summary>
    /// <exception cref="InvalidOperationException">There are too few cases, or too many.</exception>
    public HindcastRun Fit(ulong seed, CancellationToken stop = default)
    {
        var known = Enumerable.Range(0, _cases.Count).Where(i => _choices[i].Happened >= 0).ToArray();
        if (known.Length is < FewestFitted or > CaseLimits.Fitted)
            throw new InvalidOperationException($"{known.Length} cases have a winner, and {FewestFitted} to {CaseLimits.Fitted} can be estimated on");
        var cases = Array.ConvertAll(known, i => _cases[i]);
        var state = _weights.Frame.Scenario.States[0];
        var settings = FitSettings.OfModel(ChoiceWeights.Of(state.Weights));
        var estimation = new LeaveOneOut(Array.ConvertAll(known, i => _choices[i]), settings, (prediction, i, left) => SectorTilt.Of(cases, i, left).On(cases[i].Sector, prediction));
        var (penalty, whole) = estimation.Whole();
        var leftOut = estimation.Run(stop);
        var tilt = SectorTilt.Of(cases);
        var predictions = new double[_cases.Count][];
        for (var i = 0; i < predictions.Length; i++)
            predictions[i] = Array.BinarySearch(known, i) is var at && at >= 0 ? leftOut.Predictions[at] : Predicted(_choices[i], whole.Weights, tilt);
        var weights = WeightsOf(whole, settings);
        var document = Document(predictions, Enumerable.Repeat(whole.Weights, _cases.Count).ToArray(), tilt, seed, weights, penalty, stop);
        var about = $"penalised maximum likelihood on {known.Length} past choices, penalty {penalty:0.##}";
        return new HindcastRun(document, WeightsFile.Write(weights, state.Weights.TasteScale, tilt, about));
    }

    private static double[] Predicted(ReplayedChoice choice, double[] weights, SectorTilt tilt) => tilt.On(choice.Source.Sector, choice.Probabilities(weights));

    private static WeightResult[] WeightsOf(Fitted fitted, FitSettings settings)
    {
        var information = (double[])fitted.Information.Clone();
        for (var k = 0; k < ChoiceWeights.Count; k++)
            if (fitted.AtBound[k]) Cholesky.Isolate(information, ChoiceWeights.Count, k);
        var variances = Cholesky.InverseDiagonal(information, ChoiceWeights.Count);
        return [.. Enumerable.Range(0, ChoiceWeights.Count).Select(k => new WeightResult(
            ChoiceWeights.Names[k], fitted.Weights[k], settings.Start[k], fitted.AtBound[k] || variances is null ? null : Math.Sqrt(variances[k]), fitted.AtBound[k]))];
    }

    private double? Common(int weight)
    {
        var first = _weights.Of(_weights.Frame.Scenario.States[0].Id)[weight];
        return Array.TrueForAll(_weights.Frame.Scenario.States, state => !state.Asean || _weights.Of(state.Id)[weight] == first) ? first : null;
    }

    private HindcastResult Document(
        double[][] predictions, double[][] weights, SectorTilt tilt, ulong seed, WeightResult[] told, double? penalty, CancellationToken stop)
    {
        var known = Enumerable.Range(0, _cases.Count).Where(i => _choices[i].Happened >= 0).ToArray();
        var cases = Array.ConvertAll(known, i => _cases[i]);
        var model = Array.ConvertAll(known, i => predictions[i]);
        (string, double[][])[] forecasters = cases.Length < 2 ? [("model", model)] : [("model", model), .. Baselines.Of(cases, _weights.Frame, stop)];
        return new HindcastResult
        {
            Schema = HindcastResult.SchemaName, Program = ProgramIdentity.OfThisProcess(), CasesFrom = _loaded.FoundAt, WeightsFrom = penalty is null ? _weights.From : HindcastWeights.FittedName,
            LeftOut = penalty is not null, Seed = seed, Weights = told, Penalty = penalty,
            Cases = [.. Enumerable.Range(0, _cases.Count).Select(i => CaseOf(i, predictions[i], weights[i], tilt))],
            Scores =
            [
                .. new (string Name, Func<HistoricalCase, bool> Belongs)[]
                {
                    ("all", static _ => true), ("core", static one => one.Use == CaseUse.Core),
                    ("support", static one => one.Use == CaseUse.Support), ("control", static one => one.Use == CaseUse.Control),
                }.Select(group => Scoreboard.Of(group.Name, cases, group.Belongs, forecasters, seed)).OfType<GroupScores>(),
            ],
            Calibration = Calibration.Of(cases, model), Costs = Deliveries.Costs(_cases, _weights.Frame), Times = Deliveries.Times(_cases, _weights.Frame),
            Remarks = [.. Remarks(cases.Length)],
        };
    }

    private CaseResult CaseOf(int i, double[] prediction, double[] weights, SectorTilt tilt)
    {
        var one = _cases[i];
        return new CaseResult
        {
            Id = one.Id, Name = one.Name, Host = one.Host, Sector = one.Sector, Year = one.Year, Use = one.Use.ToString().ToLowerInvariant(),
            Happened = one.Winner is { } winner ? Hindcasting.Reasons.Words(winner) : null, Probabilities = new Probabilities(prediction[0], prediction[1], prediction[2], prediction[3]),
            LogScore = one.Winner is { } happened ? Forecast.Of(prediction, (int)happened).Log : null, Reasons = Hindcasting.Reasons.Of(_choices[i], weights, prediction, tilt),
        };
    }

    private IEnumerable<string> Remarks(int known)
    {
        if (known > 0) yield return $"{Figure.Count(known, "case")} {(known == 1 ? "is a small sample, and was" : "are a small sample, and they were")} chosen for rivalry, not drawn by lot.";
        if (known > CaseLimits.Fitted) yield return $"More than {CaseLimits.Fitted} cases: the plain logit is left out, since its nested estimation would take hours.";
        if (_cases.Any(static one => one.Year is null)) yield return $"A case without a year is taken to be of {ChoiceReplay.UsualYear}.";
    }
}
