namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// Marks a property that a scenario may do without. Where it is left out it is null, false, its enum's first member or an empty list; the resolved
/// scenario then does not mention it, so that a scenario written before the property existed keeps its bytes, its hash and its results.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ElectiveAttribute : Attribute;
