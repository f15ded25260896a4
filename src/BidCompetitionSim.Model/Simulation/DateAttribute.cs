namespace BidCompetitionSim.Model.Simulation;

/// <summary>Marks an int property that a file writes as an ISO date: in the model it is the day counted from the scenario's start, which may be negative.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateAttribute(string meaning) : Attribute
{
    /// <summary>What happens on that date, in one sentence.</summary>
    public string Meaning { get; } = meaning;
}
