using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Tests.Messages;

/// <summary>A run around one table: the host and every agent exchange messages, carried by hand in the order in which they were sent.</summary>
internal sealed class Table(Compiled compiled, Arm arm, RunKey run)
{
    private readonly Dictionary<string, Seat> seats = [];

    public List<JournalEntry> Said { get; } = [];

    public Kernel Kernel { get; } = new(compiled, arm);

    public Chair Play()
    {
        using var chair = new Chair(Kernel, run, Said.Add);
        while (chair.TryDequeue(out var letter))
        {
            if (letter.Message is TakeSeat taken) seats.Add(letter.Agent, Seat.Take(compiled, taken));
            seats[letter.Agent].RecordFingerprint.ShouldBe(letter.RecordFingerprint, $"{letter.Agent}, message {letter.Sequence}");
            var answer = letter.Message switch
            {
                TakeSeat => new SeatTaken { Agent = letter.Agent },
                LeaveSeat => null,
                var message => seats[letter.Agent].Hear(message),
            };
            if (answer is not null) chair.Take(letter.Agent, letter.Sequence, answer);
        }
        chair.IsOver.ShouldBeTrue();
        return chair;
    }
}
