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

    /// <summary>u_0, utility of awarding to nobody.</summary>
    Nobody,
}

/// <summary>Weights in units of the host's taste: μ = 1, since only β/μ can be told from choices.</summary>
public static class ChoiceWeights
{
    /// <summary>How many there are.</summary>
    public const int Count = 8;

    /// <summary>What each is called in files and documents.</summary>
    public static IReadOnlyList<string> Names { get; } = ["price", "concession", "guarantee", "tie", "concentration", "rent", "china", "nobody"];

    /// <summary>Whether a weight has a sign by the model's definition: none below 0 means anything. The two constants have none.</summary>
    public static bool IsSigned(int weight) => weight < (int)Weight.China;

    /// <summary>A state's weights over its taste, with a constant for China.</summary>
    public static double[] Of(EvaluationWeights weights, double china = 0) =>
        [.. new[] { weights.Price, weights.Concession, weights.Guarantee, weights.Tie, weights.Concentration, weights.Rent }.Select(one => one / weights.TasteScale), china, weights.Nobody / weights.TasteScale];
}
