using BidCompetitionSim.Messaging.Agents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BidCompetitionSim.Messaging.Hosting;

/// <summary>How a bus carries runs. None of it can change an outcome.</summary>
public sealed record BusOptions
{
    /// <summary>How long an agent may be silent, while nothing else goes on, before the run fails and names it; a minute by default.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After how long a silent agent is asked again; 5 seconds by default.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where the bus and its services log.</summary>
    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Who answers for an agent, by name; null for its seat itself.</summary>
    public Func<string, Hearing?> HearingOf { get; init; } = _ => null;

    /// <summary>What happens to messages on their way to agents; nothing by default. For tests.</summary>
    internal Func<IReadOnlyList<Model.Simulation.Outgoing>, IEnumerable<Model.Simulation.Outgoing>>? Disturb { get; init; }
}
