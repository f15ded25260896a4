namespace BidCompetitionSim.Model.Simulation;

/// <summary>What a member of a scenario that is not a number or a date means, in one sentence, for the schema and for explanations.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class MeaningAttribute(string text) : Attribute
{
    /// <summary>The sentence.</summary>
    public string Text { get; } = text;
}
