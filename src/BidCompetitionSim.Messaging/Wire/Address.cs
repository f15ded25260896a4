namespace BidCompetitionSim.Messaging.Wire;

/// <summary>Names of endpoints on the bus.</summary>
internal static class Address
{
    /// <summary>Queue of an agent, or of the host.</summary>
    public static string QueueOf(string agent) => "bidsim." + agent.Replace('/', '.');

    /// <summary>Where to send to it.</summary>
    public static Uri Of(string agent) => new("queue:" + QueueOf(agent));
}
