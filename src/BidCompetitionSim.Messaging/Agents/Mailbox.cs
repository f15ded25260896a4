using System.Diagnostics.CodeAnalysis;
using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Messaging.Agents;

/// <summary>
/// One agent's messages of one run, in whatever order they come: it gives them out in sequence, keeps what came early, and remembers the
/// answers given, for whoever asks again.
/// </summary>
internal sealed class Mailbox
{
    private readonly Dictionary<long, Delivered> early = [];
    private readonly Dictionary<long, IMessage> answers = [];
    private long next = 1;
    private long askedFor;

    /// <summary>The agent's seat; null until it is taken.</summary>
    public Seat? Seat { get; set; }

    /// <summary>Takes a message in.</summary>
    public void Add(in Delivered delivered)
    {
        if (delivered.Sequence >= next) early[delivered.Sequence] = delivered;
    }

    /// <summary>The next message in sequence, if it is there.</summary>
    public bool TryNext(out Delivered delivered)
    {
        if (!early.Remove(next, out delivered)) return false;
        next++;
        return true;
    }

    /// <summary>Whether a later message waits for one that is missing; said once for each that is.</summary>
    public bool TryFindGap(out long missing)
    {
        missing = next;
        if (early.Count == 0 || askedFor == next) return false;
        askedFor = next;
        return true;
    }

    /// <summary>Remembers the answer to a message.</summary>
    public void Remember(long sequence, IMessage answer) => answers[sequence] = answer;

    /// <summary>The answer given to a message before.</summary>
    public bool TryRecall(long sequence, [NotNullWhen(true)] out IMessage? answer) => answers.TryGetValue(sequence, out answer);
}
