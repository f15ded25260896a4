using BidCompetitionSim.Model.Messages;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>What the host of a run has sent to its agents, whose answers it still awaits, and what they answered.</summary>
internal sealed class Correspondence(IEnumerable<string> agents)
{
    private readonly Dictionary<string, List<Outgoing>> sent = agents.ToDictionary(agent => agent, _ => new List<Outgoing>(), StringComparer.Ordinal);
    private readonly Dictionary<(string Agent, long Sequence), string> digests = [];
    private readonly SortedDictionary<string, long> awaited = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, IMessage> answers = new(StringComparer.Ordinal);
    private readonly Queue<Outgoing> outbox = new();

    /// <summary>Who has not answered yet, in order of name.</summary>
    public IReadOnlyCollection<string> Awaited => awaited.Keys;

    /// <summary>Writes to an agent; a request is to be answered.</summary>
    public void Send(string agent, ulong recordFingerprint, IMessage message)
    {
        var letters = sent[agent];
        var letter = new Outgoing(agent, letters.Count + 1, recordFingerprint, message);
        letters.Add(letter);
        outbox.Enqueue(letter);
        if (message is IRequest) awaited.Add(agent, letter.Sequence);
    }

    /// <summary>The next message to be carried, if there is one.</summary>
    public bool TryDequeue(out Outgoing letter) => outbox.TryDequeue(out letter);

    /// <summary>Takes in an answer. An equal second answer is ignored.</summary>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="AgentFailedException">Nothing was asked, or the agent answered otherwise before.</exception>
    public bool Accept(string agent, long inReplyTo, IMessage answer)
    {
        var digest = DigestOf(answer);
        if (digests.TryGetValue((agent, inReplyTo), out var before))
            return before == digest ? false : throw new AgentFailedException(agent, $"answered message {inReplyTo} twice, and differently.");
        if (!awaited.TryGetValue(agent, out var sequence) || sequence != inReplyTo)
            throw new AgentFailedException(agent, $"answered message {inReplyTo}, which asks for no answer.");
        digests.Add((agent, inReplyTo), digest);
        awaited.Remove(agent);
        answers.Add(agent, answer);
        return true;
    }

    /// <summary>The answers gathered, in order of name; they are forgotten here.</summary>
    public KeyValuePair<string, IMessage>[] Collect()
    {
        KeyValuePair<string, IMessage>[] gathered = [.. answers];
        answers.Clear();
        return gathered;
    }

    /// <summary>Carries messages to an agent once more, from one place in its sequence to before another.</summary>
    public void Resend(string agent, long from, long until)
    {
        var letters = sent[agent];
        for (var sequence = Math.Max(1, from); sequence < until && sequence <= letters.Count; sequence++) outbox.Enqueue(letters[(int)sequence - 1]);
    }

    /// <summary>Carries once more what is still to be answered.</summary>
    public void Remind()
    {
        foreach (var (agent, sequence) in awaited) outbox.Enqueue(sent[agent][checked((int)sequence - 1)]);
    }

    private static string DigestOf(IMessage message)
    {
        using var digest = new DigestWriter();
        digest.Write(message.GetType().Name);
        message.WriteTo(digest);
        return digest.FinishHex();
    }
}
