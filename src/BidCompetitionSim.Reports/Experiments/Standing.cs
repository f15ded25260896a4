using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>What a paired difference allows to say.</summary>
public enum Standing
{
    /// <summary>There are too few pairs to say anything.</summary>
    Unknown,

    /// <summary>Every pair is equal.</summary>
    Same,

    /// <summary>The difference cannot be told from none.</summary>
    Unclear,

    /// <summary>The other arm is higher on average.</summary>
    Higher,

    /// <summary>The other arm is lower on average.</summary>
    Lower,
}

/// <summary>Judges paired differences.</summary>
public static class Standings
{
    /// <summary>Chance of an error that is accepted.</summary>
    public const double Level = 0.05;

    /// <summary>The rule as a reader is told it, once in a report.</summary>
    public const string Rule =
        "A difference is called clear where its p value (Student's t), adjusted over what is judged together (Holm 1979), is below 0.05. The outcomes are judged together, so is "
        + "what stands beside them, so is one measure over all states. Intervals are of each figure by itself: one that just leaves out 0 can belong to a difference that is not clear.";

    /// <summary>
    /// Higher or lower only where the 95 % interval leaves out 0 and the p value, adjusted where it is, lies below the level: where the two
    /// disagree, or one is missing, it is unclear.
    /// </summary>
    public static Standing Of(Comparison comparison)
    {
        if (comparison.N == 0 || comparison.MeanDifference is not { } mean) return Standing.Unknown;
        if (comparison.Equal == 1) return Standing.Same;
        if (comparison.Ci95 is not { } interval) return Standing.Unknown;
        if ((comparison.PAdjusted ?? comparison.PValue) is not < Level) return Standing.Unclear;
        return interval.Low > 0 && mean > 0 ? Standing.Higher : interval.High < 0 && mean < 0 ? Standing.Lower : Standing.Unclear;
    }
}
