using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>The weights of a choice that can be estimated, in the order in which vectors hold them.</summary>
public enum Weight
{
    /// <summary>β_P, per ln unit of price over reference.</summary>
    Price,

    /// <summary>β_C, per unit of grant element times share financed.</summary>
    Concession,

    /// <summary>β_G, per guarantee times stress of debt.</summary>
    Guarantee,

    /// <summary>β_A, per unit of tie.</summary>
    Tie,

    /// <summary>β_H, per unit of concentration on one sponsor.</summary>
    Concentration,

    /// <summary>β_R, per unit of rent over the reference bribe.</summary>
    Rent,

    /// <summary>What speaks for China and is in no other term: a constant, 0 in the model.</summary>
    China,

    /// <summary>What speaks for somebody else, or the two together: a constant, the log of how often they are in the market.</summary>
    Other,

    /// <summary>u_0, utility of awarding to nobody.</summary>
    Nobody,
}

/// <summary>Weights in units of the host's taste: μ = 1, since only β/μ can be told from choices.</summary>
public static class ChoiceWeights
{
    /// <summary>How many there are.</summary>
    public const int Count = 9;

    /// <summary>What each is called in files and documents.</summary>
    public static IReadOnlyList<string> Names { get; } = ["price", "concession", "guarantee", "tie", "concentration", "rent", "china", "other", "nobody"];

    /// <summary>Whether a weight has a sign by the model's definition: none below 0 means anything. Constants have none.</summary>
    public static bool IsSigned(int weight) => weight < (int)Weight.China;

    /// <summary>Whether a weight only says how often something happens: no start value could be given that was not counted from cases such as these.</summary>
    public static bool IsRate(int weight) => weight is (int)Weight.Other or (int)Weight.Nobody;

    /// <summary>A state's weights over its taste.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="china">The constant for China.</param>
    /// <param name="other">The constant for others.</param>
    public static double[] Of(EvaluationWeights weights, double china, double other) =>
    [
        .. new[] { weights.Price, weights.Concession, weights.Guarantee, weights.Tie, weights.Concentration, weights.Rent }.Select(one => one / weights.TasteScale),
        china, other, weights.Nobody / weights.TasteScale,
    ];
}
