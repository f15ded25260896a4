using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>What came of one combination of factor values.</summary>
public sealed record PointResult
{
    [Meaning("Design point, from 0.")]
    public required int Point { get; init; }

    [Meaning("Values by factor, in the order of factors.")]
    public required IReadOnlyList<double> Values { get; init; }

    [Meaning("Every arm by itself, in the order of arms.")]
    public required IReadOnlyList<ArmSummary> Arms { get; init; }

    [Meaning("Every arm against the first, and, where an arrangement is taken apart, against the step before.")]
    public required IReadOnlyList<PairSummary> Pairs { get; init; }

    [Meaning("Who gains and who loses, state by state, for every pair.")]
    public required IReadOnlyList<StateVerdict> States { get; init; }

    [Meaning("Who won what, by arm and segment.")]
    public required IReadOnlyList<SegmentSummary> Segments { get; init; }

    [Meaning("How often each junction clashes, by arm.")]
    public required IReadOnlyList<JunctionSummary> Junctions { get; init; }
}

/// <summary>One arm by itself.</summary>
public sealed record ArmSummary(
    [property: Meaning("Arm.")] string Arm, [property: Meaning("Rows done.")] long Done, [property: Meaning("Rows failed.")] long Failed,
    [property: Meaning("By measure, in the order of measures.")] IReadOnlyList<MeasureSummary> Measures,
    [property: Meaning("Distributions of the outcomes.")] IReadOnlyList<Distribution> Distributions);

/// <summary>An interval.</summary>
public sealed record Interval([property: Meaning("Low end.")] double Low, [property: Meaning("High end.")] double High);

/// <summary>A quantile from counts.</summary>
public sealed record QuantileSummary(
    [property: Meaning("Share at or below.")] double Share, [property: Meaning("Value, to the measure's resolution.")] double Value,
    [property: Meaning("95 % interval by order statistics; null where too few rows bound it.")] Interval? Ci95);

/// <summary>One measure of one arm.</summary>
public sealed record MeasureSummary
{
    [Meaning("Measure.")]
    public required string Measure { get; init; }

    [Meaning("Rows that have it.")]
    public required long N { get; init; }

    [Meaning("Rows done that miss it.")]
    public required long Missing { get; init; }

    [Meaning("Mean; null without a row.")]
    public required double? Mean { get; init; }

    [Meaning("Standard deviation; null with fewer than two rows.")]
    public required double? Sd { get; init; }

    [Meaning("Standard error of the mean.")]
    public required double? StandardError { get; init; }

    [Meaning("95 % interval of the mean by Student's t.")]
    public required Interval? Ci95 { get; init; }

    [Meaning("95 % bootstrap interval of the mean, by percentiles; null but for outcomes.")]
    public required Interval? Bootstrap95 { get; init; }

    [Meaning("Smallest value.")]
    public required double? Least { get; init; }

    [Meaning("Largest value.")]
    public required double? Greatest { get; init; }

    [Meaning("Quantiles at 5, 25, 50, 75 and 95 %.")]
    public required IReadOnlyList<QuantileSummary> Quantiles { get; init; }
}

/// <summary>A distribution, thinned for drawing.</summary>
public sealed record Distribution(
    [property: Meaning("Measure.")] string Measure,
    [property: Meaning("Upper edges of bins, rising.")] IReadOnlyList<double> Edges,
    [property: Meaning("Rows at or below each edge.")] IReadOnlyList<long> AtOrBelow);

/// <summary>An arm held against another, under the same draws.</summary>
public sealed record PairSummary(
    [property: Meaning("Arm that the other is held against.")] string From, [property: Meaning("The other arm.")] string To,
    [property: Meaning("By measure: the other less the first.")] IReadOnlyList<Comparison> Measures,
    [property: Meaning("Distributions of the differences of the outcomes.")] IReadOnlyList<Distribution> Distributions);

/// <summary>Paired differences of one measure.</summary>
public sealed record Comparison
{
    [Meaning("Measure.")]
    public required string Measure { get; init; }

    [Meaning("Pairs that have it on both sides.")]
    public required long N { get; init; }

    [Meaning("Mean difference, the other arm less the first; null without a pair.")]
    public required double? MeanDifference { get; init; }

    [Meaning("Standard deviation of the differences.")]
    public required double? Sd { get; init; }

    [Meaning("Standard error of the mean difference.")]
    public required double? StandardError { get; init; }

    [Meaning("95 % interval of the mean difference by Student's t.")]
    public required Interval? Ci95 { get; init; }

    [Meaning("95 % bootstrap interval of the same, by percentiles; null but for outcomes.")]
    public required Interval? Bootstrap95 { get; init; }

    [Meaning("Share of pairs in which the other arm is higher.")]
    public required double? Higher { get; init; }

    [Meaning("Share of pairs that are equal.")]
    public required double? Equal { get; init; }

    [Meaning("Share of pairs in which it is higher, plus half of those that are equal.")]
    public required double? ProbabilityOfSuperiority { get; init; }

    [Meaning("Variance of a difference of independent samples over that of the paired one; 1 is no gain, null where the paired one is 0.")]
    public required double? VarianceReduction { get; init; }

    [Meaning("Two-sided p value of no mean difference; null where it cannot be judged.")]
    public required double? PValue { get; init; }

    [Meaning("The same adjusted for what is judged together, the outcomes or the measures beside them (Holm 1979); null for measures of years, and of states, which are judged under states.")]
    public required double? PAdjusted { get; init; }

    [Meaning("How it was judged.")]
    public required string Method { get; init; }
}

/// <summary>What a pair of arms means for one state, on one measure.</summary>
public sealed record StateVerdict(
    [property: Meaning("State.")] string State, [property: Meaning("Arm that the other is held against.")] string From, [property: Meaning("The other arm.")] string To,
    [property: Meaning("Measure, without the state.")] string Measure, [property: Meaning("Mean difference.")] double? MeanDifference,
    [property: Meaning("95 % interval.")] Interval? Ci95, [property: Meaning("Adjusted over states (Holm 1979).")] double? PAdjusted,
    [property: Meaning("gains, loses, same where nothing differs, or unclear where the adjusted p value is 0.05 or more.")] string Verdict);

/// <summary>Who won a segment under an arm.</summary>
public sealed record SegmentSummary(
    [property: Meaning("Arm.")] string Arm, [property: Meaning("Segment.")] string Segment, [property: Meaning("Rows.")] long Rows,
    [property: Meaning("By sponsor, and \"nobody\".")] IReadOnlyList<ShareSummary> Winners);

/// <summary>A share with its interval.</summary>
public sealed record ShareSummary(
    [property: Meaning("Of whom or what.")] string Id, [property: Meaning("Rows.")] long Count, [property: Meaning("Share.")] double Share,
    [property: Meaning("95 % interval (Wilson 1927).")] Interval Ci95);

/// <summary>How often a junction clashes under an arm.</summary>
public sealed record JunctionSummary(
    [property: Meaning("Arm.")] string Arm, [property: Meaning("Place, with the system if there are several.")] string Junction,
    [property: Meaning("Share of rows in which both sides were built and clash.")] ShareSummary Clash);
