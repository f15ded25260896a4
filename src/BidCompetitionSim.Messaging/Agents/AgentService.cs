using System.Collections.Concurrent;
using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace BidCompetitionSim.Messaging.Agents;

/// <summary>One agent as a service of its own, with an endpoint of its own. It sits in any number of runs, and none holds up another.</summary>
/// <param name="name">The agent, by <see cref="AgentName"/>.</param>
/// <param name="library">The scenario of a hash, null if the service does not hold it.</param>
/// <param name="hearing">Who answers; null for the seat itself.</param>
/// <param name="log">Where it says what goes wrong.</param>
internal sealed class AgentService(string name, Func<string, Compiled?> library, Hearing? hearing, ILogger log)
{
    private readonly Hearing hear = hearing ?? ((seat, message, _) => ValueTask.FromResult(seat.Hear(message)));
    private readonly ConcurrentDictionary<string, Sitting> sittings = new();
    private readonly ConcurrentDictionary<string, bool> ended = new();
    private ISendEndpoint? host;

    /// <summary>The agent's name.</summary>
    public string Name => name;

    /// <summary>Runs that it sits in.</summary>
    public int Sittings => sittings.Count;

    /// <summary>Configures its endpoint. One message at a time: they mostly come in order, and what follows is quick.</summary>
    public void Listen(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.ConcurrentMessageLimit = 1;
        foreach (var type in WireType.ToAgent(name)) type.OnDelivery(endpoint, Take);
        endpoint.Handler<RunAbandoned>(context =>
        {
            End(context.Message.Run);
            return Task.CompletedTask;
        });
    }

    /// <summary>Tells it where the host is; nothing is answered before.</summary>
    public async Task Meet(ISendEndpointProvider bus) => host = await bus.GetSendEndpoint(Address.Of(AgentName.Host));

    /// <summary>Leaves every run.</summary>
    public void Close()
    {
        foreach (var run in sittings.Keys) End(run);
    }

    private Task Take(Delivered delivered)
    {
        // A message repeated after the end must not open the run again.
        if (!ended.ContainsKey(delivered.Run)) sittings.GetOrAdd(delivered.Run, Sit).Take(delivered);
        return Task.CompletedTask;
    }

    private Sitting Sit(string run)
    {
        var sitting = new Sitting(name, run, library, hear);
        _ = Attend(sitting);
        return sitting;
    }

    // Whatever an agent throws ends its part in the run, and the host must hear of it.
    private async Task Attend(Sitting sitting)
    {
        try
        {
            await sitting.Attend(host!);
        }
        catch (OperationCanceledException)
        {
            // The run was given up.
        }
        catch (Exception error)
        {
            var run = sitting.Run;
            log.LogError(error, "{Agent} failed in run {Run}", name, run);
            await host!.Send(new SeatFailed { Run = run, Agent = name, Sequence = sitting.Heard, Reason = error.Message });
        }
        End(sitting.Run);
    }

    private void End(string run)
    {
        ended[run] = true;
        if (sittings.TryRemove(run, out var sitting)) sitting.Cancel();
    }
}
