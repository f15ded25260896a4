namespace BidCompetitionSim.Model.Simulation;

/// <summary>An agent broke a run: it failed, fell silent, or said what it may not.</summary>
public sealed class AgentFailedException(string agent, string reason, Exception? cause = null) : Exception($"{agent}: {reason}", cause)
{
    /// <summary>The agent, by name.</summary>
    public string Agent { get; } = agent;
}
