using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;
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
    private readonly AwardHistory _history;
    private readonly ReplayedChoice[] _choices;

    /// <summary>Sets the choices up.</summary>
    /// <param name="loaded">The cases.</param>
    /// <param name="weights">The weights to replay with, or to start an estimation from.</param>
    public Hindcast(LoadedCases loaded, HindcastWeights weights)
    {
        (_loaded, _weights, _cases) = (loaded, weights, loaded.Cases ?? throw new ArgumentException("Cases with problems cannot be replayed.", nameof(loaded)));
        _history = AwardHistory.Of(_cases);
        var replay = new ChoiceReplay(weights.Frame, _history);
        _choices = [.. _cases.Select(replay.Of)];
    }

    /// <summary>Predicts every case by the weights given.</summary>
    public HindcastRun Predict(ulong seed, CancellationToken stop = default)
    {
        var predictions = Array.ConvertAll(_choices, choice =>
            Prediction.Of(choice, _weights.Of(choice.Source.Host, Elementary.Log(_history.RateOf(Winner.Other, choice.Source))), _weights.Tilt));
        return new HindcastRun(Document(predictions, seed, WeightTable.Of(_weights), null, stop), null);
    }

    /// <summary>Estimates weights, predicts every case by weights estimated without it, and cases of which it is not known what happened by those of all others.</summary>
    /// <exception cref="InvalidOperationException">There are too few cases, or too many.</exception>
    public HindcastRun Fit(ulong seed, CancellationToken stop = default)
    {
        var known = Array.FindAll(_choices, static choice => choice.Happened >= 0);
        if (known.Length is < FewestFitted or > CaseLimits.Fitted)
            throw new InvalidOperationException($"{known.Length} cases have a winner, and {FewestFitted} to {CaseLimits.Fitted} can be estimated on");
        var cases = Array.ConvertAll(known, static choice => choice.Source);
        var state = _weights.Frame.Scenario.States[0];
        var settings = FitSettings.OfModel(ChoiceWeights.Of(state.Weights, 0, 0));
        var estimation = new LeaveOneOut(known, settings, (prediction, i, left) => SectorTilt.Of(cases, i, left).On(cases[i].Sector, prediction));
        var (penalty, whole) = estimation.Whole();
        var (leftOut, tilt) = (estimation.Run(stop), SectorTilt.Of(cases));
        var predictions = Array.ConvertAll(_choices, choice => Array.IndexOf(known, choice) is var i and >= 0
            ? new Prediction(leftOut.Predictions[i], leftOut.Weights[i], SectorTilt.Of(cases, i)) : Prediction.Of(choice, whole.Weights, tilt));
        var weights = WeightTable.Of(whole, settings, penalty);
        var text = new WeightsText(_weights.Frame, $"penalised maximum likelihood on {known.Length} past choices, penalty {penalty:0.##}").Of(weights, tilt);
        return new HindcastRun(Document(predictions, seed, weights, penalty, stop), text);
    }

    private HindcastResult Document(Prediction[] predictions, ulong seed, WeightResult[] weights, double? penalty, CancellationToken stop)
    {
        var known = Enumerable.Range(0, _cases.Count).Where(i => _choices[i].Happened >= 0).ToArray();
        var cases = Array.ConvertAll(known, i => _cases[i]);
        var model = new Forecaster("model", Array.ConvertAll(known, i => predictions[i].Probabilities));
        Forecaster[] forecasters = cases.Length < 2 ? [model] : [model, .. Baselines.Of(cases, _weights.Frame, stop)];
        return new HindcastResult
        {
            Schema = HindcastResult.SchemaName, Program = ProgramIdentity.OfThisProcess(), CasesFrom = _loaded.FoundAt, Ignored = _loaded.Ignored, Set = _weights.Frame.Set,
            WeightsFrom = penalty is null ? _weights.From : HindcastWeights.FittedName, LeftOut = penalty is not null, Seed = seed, Weights = weights, Penalty = penalty,
            Cases = [.. _choices.Zip(predictions, CaseOf)],
            Scores =
            [
                .. new (string Name, Func<HistoricalCase, bool> Belongs)[]
                {
                    ("all", static _ => true), ("core", static one => one.Use == CaseUse.Core),
                    ("support", static one => one.Use == CaseUse.Support), ("control", static one => one.Use == CaseUse.Control),
                }.Select(group => Scoreboard.Of(group.Name, cases, group.Belongs, forecasters, seed)).OfType<GroupScores>(),
            ],
            Calibration = Calibration.Of(cases, model.Predictions), Costs = Deliveries.Costs(_cases, _weights.Frame), Times = Deliveries.Times(_cases, _weights.Frame),
            Remarks = [.. HindcastRemarks.Of(_loaded, _weights.Frame.Panel, penalty is not null)],
        };
    }

    private static CaseResult CaseOf(ReplayedChoice choice, Prediction prediction)
    {
        var (one, p) = (choice.Source, prediction.Probabilities);
        return new CaseResult
        {
            Id = one.Id, Name = one.Name, Host = one.Host, Sector = one.Sector, Year = one.Year, Use = one.Use.ToString().ToLowerInvariant(),
            Happened = one.Winner is { } winner ? Hindcasting.Reasons.Words(winner) : null, Probabilities = new Probabilities(p[0], p[1], p[2], p[3]),
            LogScore = one.Winner is { } happened ? Forecast.Of(p, (int)happened).Log : null, Reasons = Hindcasting.Reasons.Of(choice, prediction),
        };
    }
}
