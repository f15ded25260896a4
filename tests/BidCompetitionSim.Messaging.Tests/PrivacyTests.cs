using System.Collections.Concurrent;
using System.Text;
using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using MassTransit;

namespace BidCompetitionSim.Messaging.Tests;

public class PrivacyTests
{
    private const ulong Seed = 0x9E3779B97F4A7C15;

    [Theory]
    [InlineData("bilateral")]
    [InlineData("asean-led")]
    public async Task Nothing_that_a_sponsor_receives_holds_a_secret_of_another(string arm)
    {
        var received = new Tap(Address.QueueOf("sponsor/china"));
        var said = new List<JournalEntry>();
        await using var carrier = await Runs.Carrier();
        carrier.Bus.ConnectReceiveObserver(received);
        await carrier.RunAsync(Runs.Arm(arm), Seed, 3, said.Add, TestContext.Current.CancellationToken);

        var bytes = received.Everything();
        Encoding.UTF8.GetString(bytes).ShouldContain(Translation.WriteHex(AgentKeys.OfSponsor(Seed, "china")));
        var rivals = said.Where(entry => entry.From != "sponsor/china" && entry.To != "sponsor/china");
        var numbers = rivals.SelectMany(Secrets).Where(number => number != 0 && number != 1).Distinct().ToArray();
        numbers.Length.ShouldBeGreaterThan(20);
        foreach (var number in numbers) ShouldNotHold(bytes, BitConverter.DoubleToUInt64Bits(number), number.ToString("R"));
        ulong[] keys =
        [
            Seed, AgentKeys.OfNature(Seed), AgentKeys.OfSponsor(Seed, "japan"), AgentKeys.OfSecretariat(Seed),
            AgentKeys.OfState(Seed, "AAA"), AgentKeys.OfState(Seed, "BBB"), AgentKeys.OfState(Seed, "CCC"),
        ];
        foreach (var key in keys) ShouldNotHold(bytes, key, key.ToString(), key.ToString("x16"), key.ToString("X16"), ((long)key).ToString());
    }

    [Fact]
    public void No_message_to_a_sponsor_has_room_for_a_bid_or_a_seed()
    {
        // Who agrees on a joint bid with a rival opens its books to it, and to nobody else: docs/model.md §4.6.
        var parts = WireType.ToAgent("sponsor/china").Where(static type => type.MessageType != typeof(BidJoined)).SelectMany(type => PartsOf(type.MessageType)).ToArray();
        parts.ShouldNotContain(typeof(Offer));
        parts.ShouldNotContain(typeof(Reckoning));
        foreach (var agent in Chair.AgentsOf(Runs.Compiled))
        {
            var members = WireType.ToAgent(agent).SelectMany(type => PartsOf(type.MessageType)).SelectMany(part => part.GetProperties()).ToArray();
            members.ShouldNotContain(member => member.Name.Contains("Seed"));
            members.Where(member => member.Name.Contains("Key")).ShouldAllBe(member => member.DeclaringType == typeof(TakeSeat));
            WireType.ToAgent(agent).Where(static type => type.MessageType != typeof(BidJoined)).SelectMany(type => PartsOf(type.MessageType)).ShouldNotContain(typeof(Reckoning));
            if (!agent.StartsWith("sponsor/", StringComparison.Ordinal)) WireType.ToAgent(agent).ShouldAllBe(static type => type.MessageType != typeof(BidJoined));
        }
    }

    // What rivals were told or said in confidence: signals, prices, reckonings, tastes.
    private static IEnumerable<double> Secrets(JournalEntry entry) => entry.Message switch
    {
        InviteBid m => [m.CostSignalUsdBn],
        BidSubmitted m => [m.Offer.PriceUsdBn, m.Reckoning.BidCostUsdBn, m.Reckoning.WinProbability, m.Reckoning.PayoffUsdBn],
        BidImproved m => [m.Offer.PriceUsdBn, m.Reckoning.PayoffUsdBn],
        ChoiceMade m => [.. m.Tastes.Select(taste => taste.Value), m.NobodyTaste],
        BidsValued m => [.. m.Values.Concat(m.Tastes).Select(value => value.Value), m.NobodyValue, m.NobodyTaste],
        Debriefed m => [m.UtilityGap],
        _ => [],
    };

    private static void ShouldNotHold(byte[] bytes, ulong bits, params string[] texts)
    {
        var raw = BitConverter.GetBytes(bits);
        bytes.AsSpan().IndexOf(raw).ShouldBe(-1);
        Array.Reverse(raw);
        bytes.AsSpan().IndexOf(raw).ShouldBe(-1);
        foreach (var text in texts) bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)).ShouldBe(-1, text);
    }

    private static IEnumerable<Type> PartsOf(Type type)
    {
        var own = type.GetProperties().Select(p => p.PropertyType.IsArray ? p.PropertyType.GetElementType()! : p.PropertyType);
        return own.Where(t => t.Namespace == type.Namespace && !t.IsEnum).SelectMany(PartsOf).Prepend(type).Distinct();
    }

    private sealed class Tap(string queue) : IReceiveObserver
    {
        private readonly ConcurrentQueue<byte[]> bodies = new();

        public byte[] Everything() => [.. bodies.SelectMany(body => body)];

        public Task PreReceive(ReceiveContext context)
        {
            if (context.InputAddress.AbsolutePath.EndsWith(queue, StringComparison.Ordinal))
            {
                bodies.Enqueue(context.GetBody());
                foreach (var (key, value) in context.TransportHeaders.GetAll()) bodies.Enqueue(Encoding.UTF8.GetBytes($"{key}: {value}\n"));
            }
            return Task.CompletedTask;
        }

        public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class => Task.CompletedTask;

        public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
    }
}
