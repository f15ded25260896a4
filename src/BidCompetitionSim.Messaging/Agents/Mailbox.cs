using System.Diagnostics.CodeAnalysis;
using BidCompetitionSim.Messaging.Wire;
using BidCompetitionSim.Model.Messages;

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

    /// <summary>Takes a message in.</summary>
    public void Add(in Delivered delivered)
    {
        if (delivered.Sequence < next) return;
        // The host repeats itself: what was missed and asked for got lost again.
        if (!early.TryAdd(delivered.Sequence, delivered)) askedFor = 0;
    }

    /// <summary>The next message in sequence, if it is there.</summary>
    public bool TryNext(out Delivered delivered)
    {
        if (!early.Remove(next, out delivered)) return false;
        next++;
        return true;
    }

    /// <summary>Whether a later message waits for one that is missing; said once for each that is, and again when the host repeats itself.</summary>
    /// <param name="missing">Sequence of the first message missing.</param>
    /// <param name="until">Sequence of the first message after it that is there.</param>
    public bool TryFindGap(out long missing, out long until)
    {
        (missing, until) = (next, next);
        if (early.Count == 0 || askedFor == next) return false;
        until = early.Keys.Min();
        askedFor = next;
        return true;
    }

    /// <summary>Remembers the answer to a message.</summary>
    public void Remember(long sequence, IMessage answer) => answers[sequence] = answer;

    /// <summary>The answer given to a message before.</summary>
    public bool TryRecall(long sequence, [NotNullWhen(true)] out IMessage? answer) => answers.TryGetValue(sequence, out answer);
}
