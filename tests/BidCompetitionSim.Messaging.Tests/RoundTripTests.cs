using System.Threading.Channels;
using BidCompetitionSim.Messaging.Hosting;
using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;
using MassTransit;

namespace BidCompetitionSim.Messaging.Tests;

public class RoundTripTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_message_survives_two_journeys_over_the_bus_to_the_last_bit()
    {
        var arrived = Channel.CreateUnbounded<Delivered>();
        ISendEndpoint? second = null;
        var bus = Bus.Factory.CreateUsingInMemory(bus =>
        {
            StartedBus.ConfigureSerialization(bus);
            bus.ReceiveEndpoint("first", endpoint =>
            {
                foreach (var type in Some.MessageTypes) WireTypeOf(type).OnDelivery(endpoint, d => WireType.Of(d.Message).Send(second!, d.Run, LetterOf(d), Stop));
            });
            bus.ReceiveEndpoint("second", endpoint =>
            {
                foreach (var type in Some.MessageTypes) WireTypeOf(type).OnDelivery(endpoint, d => arrived.Writer.WriteAsync(d).AsTask());
            });
        });
        await bus.StartAsync(Stop);
        var first = await bus.GetSendEndpoint(new Uri("queue:first"));
        second = await bus.GetSendEndpoint(new Uri("queue:second"));
        foreach (var type in Some.MessageTypes)
        {
            for (var variant = 0; variant < 12; variant++)
            {
                var message = Some.AwkwardMessage(type, variant);
                await WireType.Of(message).Send(first, "đ", new Outgoing("a", long.MaxValue - variant, ulong.MaxValue, message), Stop);
                var back = await arrived.Reader.ReadAsync(Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Stop);
                Some.SameBits(back.Message, message).ShouldBeTrue(JsonOf(message));
                (back.Run, back.Sequence, back.RecordDigest).ShouldBe(("đ", long.MaxValue - variant, "ffffffffffffffff"));
            }
        }
        await bus.StopAsync(Stop);
    }

    private static WireType WireTypeOf(Type type) => WireType.Of(Some.AwkwardMessage(type, 0));

    private static Outgoing LetterOf(Delivered d) => new("a", d.Sequence, Convert.ToUInt64(d.RecordDigest, 16), d.Message);

    private static string JsonOf(Model.Messages.IMessage message) => Model.Messages.JournalLines.Write(new JournalEntry(0, 0, "", "", message));
}
