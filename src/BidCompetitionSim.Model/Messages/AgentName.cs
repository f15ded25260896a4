namespace BidCompetitionSim.Model.Messages;

/// <summary>Names of the parties to a run. An agent draws under the key of its name, so names never change.</summary>
public static class AgentName
{
    /// <summary>The host of the run, who holds the world.</summary>
    public const string Host = "host";

    /// <summary>The ASEAN Secretariat.</summary>
    public const string Secretariat = "secretariat";

    /// <summary>All agents.</summary>
    public const string Everyone = "everyone";

    /// <summary>A sponsor.</summary>
    public static string Sponsor(string id) => "sponsor/" + id;

    /// <summary>A state.</summary>
    public static string State(string id) => "state/" + id;
}
