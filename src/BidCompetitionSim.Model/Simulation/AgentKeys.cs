namespace BidCompetitionSim.Model.Simulation;

/// <summary>The keys under which nature and the agents draw, derived from the seed that only the host of a run knows.</summary>
public static class AgentKeys
{
    /// <summary>Key of nature: costs, overruns, demand, turnover.</summary>
    public static ulong OfNature(ulong seed) => Draws.KeyFor(seed, "nature");

    /// <summary>Key of a sponsor.</summary>
    public static ulong OfSponsor(ulong seed, string id) => Draws.KeyFor(seed, "sponsor/" + id);

    /// <summary>Key of a state.</summary>
    public static ulong OfState(ulong seed, string id) => Draws.KeyFor(seed, "state/" + id);

    /// <summary>Key of the Secretariat.</summary>
    public static ulong OfSecretariat(ulong seed) => Draws.KeyFor(seed, "secretariat");
}
