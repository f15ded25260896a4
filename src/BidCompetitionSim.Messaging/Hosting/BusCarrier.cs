using System.Threading.Channels;
using BidCompetitionSim.Messaging.Agents;
using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace BidCompetitionSim.Messaging.Hosting;

/// <summary>
/// The bus carrier: every agent of a scenario is a service with an endpoint of its own, and the host of a run talks to them through messages
/// alone. Runs may share a carrier, one after the other or at once.
/// </summary>
public sealed class BusCarrier : IAsyncDisposable
{
    private readonly Compiled compiled;
    private readonly string scenarioHash;
    private readonly BusOptions options;
    private readonly StartedBus bus;
    private readonly AgentService[] services;
    private readonly Dictionary<string, ISendEndpoint> endpoints = [];

    private BusCarrier(StartedBus bus, Compiled compiled, string scenarioHash, BusOptions options)
    {
        (this.bus, this.compiled, this.scenarioHash, this.options) = (bus, compiled, scenarioHash, options);
        var log = options.Logs.CreateLogger<BusCarrier>();
        services = Array.ConvertAll(Chair.AgentsOf(compiled), agent => new AgentService(agent, Held, options.HearingOf(agent), log));
    }

    /// <summary>The bus itself.</summary>
    internal IBus Bus => bus.Control;

    /// <summary>Seats taken in runs that have not ended, over all services.</summary>
    internal int Sittings => services.Sum(service => service.Sittings);

    /// <summary>Starts a bus and the services of a scenario in this process.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="scenarioHash">Hash of the resolved scenario.</param>
    /// <param name="options">How it carries; null for the usual way.</param>
    /// <param name="cancellation">Gives up the start.</param>
    public static async Task<BusCarrier> StartAsync(
        Compiled compiled, string scenarioHash, BusOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new BusOptions();
        return await StartAsync(await StartedBus.StartAsync(options.Logs, cancellation), compiled, scenarioHash, options, cancellation);
    }

    /// <summary>Starts the services of a scenario on a bus, which is theirs from now on.</summary>
    /// <param name="bus">The bus; it is stopped with the carrier.</param>
    /// <param name="compiled">The scenario.</param>
    /// <param name="scenarioHash">Hash of the resolved scenario.</param>
    /// <param name="options">How it carries; null for the usual way.</param>
    /// <param name="cancellation">Gives up the start.</param>
    public static async Task<BusCarrier> StartAsync(
        StartedBus bus, Compiled compiled, string scenarioHash, BusOptions? options = null, CancellationToken cancellation = default)
    {
        var carrier = new BusCarrier(bus, compiled, scenarioHash, options ?? new BusOptions());
        await Task.WhenAll(carrier.services.Select(service => bus.Control.ConnectReceiveEndpoint(Address.QueueOf(service.Name), service.Listen).Ready));
        foreach (var service in carrier.services)
        {
            await service.Meet(bus.Control);
            carrier.endpoints.Add(service.Name, await bus.Control.GetSendEndpoint(Address.Of(service.Name)));
        }
        return carrier;
    }

    /// <summary>Carries one run to its end.</summary>
    /// <param name="arm">The arrangement.</param>
    /// <param name="seed">The seed; it never leaves the host.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <param name="observer">Who wants to hear everything that is said, in order; null for nobody.</param>
    /// <param name="cancellation">Gives the run up.</param>
    /// <exception cref="AgentFailedException">An agent failed, said what it may not, or was silent for too long.</exception>
    public async Task<BusRun> RunAsync(
        Arm arm, ulong seed, uint replication, Action<JournalEntry>? observer = null, CancellationToken cancellation = default)
    {
        var run = Guid.NewGuid().ToString("N");
        var mail = bus.Inbox.Open(run);
        try
        {
            var kernel = new Kernel(compiled, arm);
            using var chair = new Chair(kernel, new RunKey(scenarioHash, seed, replication), observer);
            await Play(chair, run, mail, cancellation);
            return new BusRun(kernel, chair.EventsDigest!, chair.CountsByType, chair.Beliefs);
        }
        catch
        {
            foreach (var endpoint in endpoints.Values) await endpoint.Send(new RunAbandoned { Run = run }, CancellationToken.None);
            throw;
        }
        finally
        {
            bus.Inbox.Close(run);
        }
    }

    /// <summary>Stops the bus.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in services) service.Close();
        await bus.DisposeAsync();
    }

    private async Task Play(Chair chair, string run, ChannelReader<HostMail> mail, CancellationToken cancellation)
    {
        var patience = new Patience(options);
        while (true)
        {
            await Post(chair, run, cancellation);
            if (chair.IsOver) return;
            var came = await patience.Next(mail, cancellation);
            if (came is { } letter && letter.Reach(chair)) patience.Renew();
            else if (came is null && patience.IsOver) throw Silent(chair);
            else if (came is null) chair.Remind();
        }
    }

    private async Task Post(Chair chair, string run, CancellationToken cancellation)
    {
        var letters = new List<Outgoing>();
        while (chair.TryDequeue(out var letter)) letters.Add(letter);
        var sent = new List<Task>(letters.Count);
        foreach (var letter in options.Disturb is null ? letters : options.Disturb(letters))
            sent.Add(WireType.Of(letter.Message).Send(endpoints[letter.Agent], run, letter, cancellation));
        await Task.WhenAll(sent);
    }

    private AgentFailedException Silent(Chair chair) => new(
        string.Join(", ", chair.Awaited), $"no answer for {options.Patience.TotalSeconds:0.###} s.");

    private Compiled? Held(string hash) => hash == scenarioHash ? compiled : null;
}
