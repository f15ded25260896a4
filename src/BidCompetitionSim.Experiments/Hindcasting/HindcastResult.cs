using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>What a replay of past choices says: the document of <c>bidsim hindcast --output json</c>.</summary>
[Meaning("Past choices replayed, as far as it is known with what was known then, and scored against what happened. Small samples: intervals are wide. A stylised what-if, never a forecast.")]
public sealed record HindcastResult
{
    /// <summary>Name of the document's form; its last part rises when a member changes its meaning.</summary>
    public const string SchemaName = "bidsim/hindcast/2";

    [Meaning("Name of this document's form.")]
    public required string Schema { get; init; }

    [Meaning("The program that made it.")]
    public required ProgramIdentity Program { get; init; }

    [Meaning("The table of cases.")]
    public required string CasesFrom { get; init; }

    [Meaning("Columns of the table that were read as if they were empty.")]
    public required IReadOnlyList<string> Ignored { get; init; }

    [Meaning("Values of the model's data that were set by hand, as path=value.")]
    public required IReadOnlyList<string> Set { get; init; }

    [Meaning("Whose weights: shipped, the name of a file, or fitted.")]
    public required string WeightsFrom { get; init; }

    [Meaning("Whether every prediction was made by weights, constants, penalty and sector factors that were estimated without its case.")]
    public required bool LeftOut { get; init; }

    [Meaning("Seed of the bootstrap.")]
    public required ulong Seed { get; init; }

    [Meaning("The weights, in units of the host's taste; where leave-one-out was done, those of all cases together.")]
    public required IReadOnlyList<WeightResult> Weights { get; init; }

    [Meaning("Penalty on leaving the start values that all cases together speak for; null if nothing was estimated.")]
    public required double? Penalty { get; init; }

    [Meaning("The cases, sorted by id.")]
    public required IReadOnlyList<CaseResult> Cases { get; init; }

    [Meaning("Scores by group of cases, the model first in each; groups in which nothing is known to have happened are left out.")]
    public required IReadOnlyList<GroupScores> Scores { get; init; }

    [Meaning("Whether what was called so likely happened so often.")]
    public required IReadOnlyList<CalibrationRow> Calibration { get; init; }

    [Meaning("Delivered over planned cost, against the reference classes.")]
    public required DeliveryCheck Costs { get; init; }

    [Meaning("Actual over planned years from award to completion, against the class of delays, which was assumed after looking at the delivered cases of the shipped table: for those the critical distance is too wide.")]
    public required DeliveryCheck Times { get; init; }

    [Meaning("What has to be said beside the figures.")]
    public required IReadOnlyList<string> Remarks { get; init; }
}

/// <summary>One weight.</summary>
public sealed record WeightResult(
    [property: Meaning("Name.")] string Name,
    [property: Meaning("Value; null where states have different ones.")] double? Value,
    [property: Meaning("Start value, from the shipped data; null for a constant that is estimated all but freely, or counted.")] double? Start,
    [property: Meaning("Standard deviation of the prior that the penalty amounts to; null where nothing was estimated.")] double? PriorSd,
    [property: Meaning("Posterior standard deviation: from the penalised Hessian, so that prior and cases speak together; null where nothing was estimated or the weight rests on its bound.")] double? PosteriorSd,
    [property: Meaning("Standard error by the cases alone, from the Hessian at the estimate without the penalty, all weights together; null also where the cases do not determine them.")] double? StandardError,
    [property: Meaning("Whether it rests on 0, below which it means nothing.")] bool AtBound);

/// <summary>Probability of each alternative.</summary>
public sealed record Probabilities(
    [property: Meaning("China.")] double China,
    [property: Meaning("Japan.")] double Japan,
    [property: Meaning("Somebody else, or both together.")] double Other,
    [property: Meaning("Nobody.")] double None);

/// <summary>What a term adds.</summary>
public sealed record Reason(
    [property: Meaning("The term.")] string Term,
    [property: Meaning("The likeliest alternative.")] string For,
    [property: Meaning("The next.")] string Against,
    [property: Meaning("What the term adds to the log odds of the two, at the means of what is not known.")] double LogOdds);

/// <summary>One case.</summary>
public sealed record CaseResult
{
    [Meaning("Id.")]
    public required string Id { get; init; }

    [Meaning("Name.")]
    public required string Name { get; init; }

    [Meaning("Host, ISO 3166 alpha-3.")]
    public required string Host { get; init; }

    [Meaning("Sector.")]
    public required string Sector { get; init; }

    [Meaning("Year of the choice; null if it is not known.")]
    public required int? Year { get; init; }

    [Meaning("core, support, control or unknown.")]
    public required string Use { get; init; }

    [Meaning("What happened: china, japan, other, none; null if it is not known.")]
    public required string? Happened { get; init; }

    [Meaning("Probability of each alternative.")]
    public required Probabilities Probabilities { get; init; }

    [Meaning("Log score of the case; null if it is not known what happened.")]
    public required double? LogScore { get; init; }

    [Meaning("Why the likeliest is likelier than the next, the strongest reason first.")]
    public required IReadOnlyList<Reason> Reasons { get; init; }
}

/// <summary>A mean score.</summary>
public sealed record ScoreFigure(
    [property: Meaning("Mean over the cases.")] double Mean,
    [property: Meaning("Bootstrap 95 % interval over cases; null with fewer than 20.")] Interval? Ci95);

/// <summary>Mean scores of a forecaster less those of the model's rival, case by case.</summary>
public sealed record ScoreDifference(
    [property: Meaning("Log score; below 0 the model is better.")] ScoreFigure Log,
    [property: Meaning("Brier score; below 0 the model is better.")] ScoreFigure Brier,
    [property: Meaning("Accuracy; above 0 the model is better.")] ScoreFigure Accuracy,
    [property: Meaning("Bootstrap probability, two-sided, that chance alone makes the model so much better, or worse, in log score and Brier score: the larger of the two; 1 where they point different ways; null with fewer than 20 cases.")] double? P,
    [property: Meaning("The same adjusted for the number of forecasters (Holm 1979).")] double? AdjustedP);

/// <summary>Scores of one forecaster.</summary>
public sealed record ForecasterScores(
    [property: Meaning("Who forecasts.")] string Forecaster,
    [property: Meaning("Mean of -ln P(what happened); 0 is best.")] ScoreFigure Log,
    [property: Meaning("Mean of the sum of (P - happened) squared over the four alternatives; 0 is best, 2 worst.")] ScoreFigure Brier,
    [property: Meaning("Share of cases in which the likeliest alternative happened; for a rule, what it names.")] ScoreFigure Accuracy,
    [property: Meaning("The model less this forecaster, paired by case; null for the model itself.")] ScoreDifference? ModelLess);

/// <summary>Scores over a group of cases.</summary>
public sealed record GroupScores(
    [property: Meaning("all, core, support or control.")] string Group,
    [property: Meaning("Cases of which it is known what happened.")] int Cases,
    [property: Meaning("Forecasters, the model first.")] IReadOnlyList<ForecasterScores> Forecasters);

/// <summary>Forecasts that were about as likely.</summary>
public sealed record CalibrationRow(
    [property: Meaning("Least probability.")] double From,
    [property: Meaning("Upper end.")] double To,
    [property: Meaning("Forecasts: four a case.")] int Forecasts,
    [property: Meaning("Their mean probability; null for none.")] double? MeanProbability,
    [property: Meaning("Share of them that happened; null for none.")] double? Happened,
    [property: Meaning("95 % interval of that share (Wilson 1927), as if forecasts were independent: those of one case exclude one another, which makes it too wide; cases of one host may lean on one another, which makes it too narrow.")] Interval Ci95);

/// <summary>Where an outcome fell.</summary>
public sealed record DeliveryQuantile(
    [property: Meaning("Id of the case.")] string Case,
    [property: Meaning("Outcome over plan.")] double Ratio,
    [property: Meaning("Median of the model's distribution.")] double Median,
    [property: Meaning("Share of the model's distribution below the outcome.")] double Quantile);

/// <summary>Where outcomes fell.</summary>
public sealed record DeliveryCheck(
    [property: Meaning("Delivered cases for which plan, outcome and a reference class are known, the lowest quantile first.")] IReadOnlyList<DeliveryQuantile> Rows,
    [property: Meaning("Largest distance of their quantiles from a uniform distribution (Kolmogorov); null without a case.")] double? Distance,
    [property: Meaning("Distance that chance exceeds once in twenty (Stephens 1974); null without a case.")] double? Critical,
    [property: Meaning("How many lie above the 90 % quantile.")] int AboveNinety,
    [property: Meaning("How many lie below the 10 % quantile.")] int BelowTen);
