namespace BidCompetitionSim.Experiments.Statistics;

/// <summary>What a test holds against the hypothesis that nothing is there.</summary>
public enum Alternative
{
    /// <summary>Something, in either direction.</summary>
    TwoSided,

    /// <summary>A value above zero.</summary>
    Greater,

    /// <summary>A value below zero.</summary>
    Less,
}
