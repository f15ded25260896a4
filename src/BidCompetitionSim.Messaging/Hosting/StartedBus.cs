using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using MassTransit;
using MassTransit.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BidCompetitionSim.Messaging.Hosting;

/// <summary>
/// A bus in this process on which only the host listens as yet. It needs no scenario, so that it may start while one is read: most of its start is the
/// runtime's work on its libraries, half a second of it.
/// </summary>
public sealed class StartedBus : IAsyncDisposable
{
    private readonly IBusControl control;

    private StartedBus(ILoggerFactory logs)
    {
        LogContext.ConfigureCurrentLogContext(logs);
        control = MassTransit.Bus.Factory.CreateUsingInMemory(bus =>
        {
            ConfigureSerialization(bus);
            bus.ReceiveEndpoint(Address.QueueOf(AgentName.Host), Inbox.Listen);
        });
    }

    /// <summary>The bus itself.</summary>
    internal IBusControl Control => control;

    /// <summary>What comes for the host.</summary>
    internal HostInbox Inbox { get; } = new();

    /// <summary>Starts a bus.</summary>
    /// <param name="logs">Where it logs; null for nowhere.</param>
    /// <param name="cancellation">Gives up the start.</param>
    public static async Task<StartedBus> StartAsync(ILoggerFactory? logs = null, CancellationToken cancellation = default)
    {
        var bus = new StartedBus(logs ?? NullLoggerFactory.Instance);
        await bus.control.StartAsync(cancellation);
        await bus.Greet(cancellation);
        return bus;
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync() => await control.StopAsync();

    // Without an envelope messages are a quarter cheaper. Types are told by header: "any type" would give every message to every handler.
    internal static void ConfigureSerialization(IBusFactoryConfigurator bus)
    {
        bus.ClearSerialization();
        bus.UseRawJsonSerializer(RawSerializerOptions.AddTransportHeaders);
    }

    // The host writes to itself: a bus that carries nothing is found out before a run, and what the runtime compiles for a first letter is done.
    private async Task Greet(CancellationToken cancellation)
    {
        const string greeting = "";
        var mail = Inbox.Open(greeting);
        var letter = new SeatTaken { Agent = AgentName.Host };
        await WireType.Of(letter).Send(await control.GetSendEndpoint(Address.Of(AgentName.Host)), new Replied(greeting, 0, AgentName.Host, letter), cancellation);
        await mail.ReadAsync(cancellation);
        Inbox.Close(greeting);
    }
}
