using BidCompetitionSim.Model.Messages;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// The host's side of a run among agents that exchange messages, without any input or output: it hands out what is to be carried, and goes on
/// when everyone asked has answered. Answers are judged in order of name, whenever they came. Not safe for use by several threads at once.
/// </summary>
public sealed class Chair : IDisposable
{
    private readonly Kernel kernel;
    private readonly RunKey run;
    private readonly Journal journal;
    private readonly Answers answers;
    private readonly Correspondence letters;
    private readonly string[] agents;
    private readonly Action<JournalEntry>? observer;
    private readonly List<BeliefsDisclosed> beliefs = [];
    private ulong fingerprint;
    private Phase phase;

    /// <summary>Opens a run: every agent is asked to take its seat.</summary>
    /// <param name="kernel">The kernel that plays it.</param>
    /// <param name="run">Which run.</param>
    /// <param name="observer">Who wants to hear everything that is said; null for nobody.</param>
    public Chair(Kernel kernel, RunKey run, Action<JournalEntry>? observer = null)
    {
        (this.kernel, this.run, this.observer) = (kernel, run, observer);
        agents = AgentsOf(kernel.Compiled);
        letters = new Correspondence(agents);
        journal = new Journal(kernel.Compiled, kernel.Arm, run, Carry);
        answers = new Answers(kernel, journal);
        kernel.Open(run.Seed, run.Replication, null, journal, journal);
        fingerprint = kernel.Record.Fingerprint();
        foreach (var agent in agents) letters.Send(agent, fingerprint, Seating(agent));
    }

    private enum Phase { Seating, Running, Disclosing, Over }

    /// <summary>Whether the run is over and everyone has said what there was to say.</summary>
    public bool IsOver => phase == Phase.Over;

    /// <summary>The agents that have not answered yet, in order of name.</summary>
    public IReadOnlyCollection<string> Awaited => letters.Awaited;

    /// <summary>Digest of the scenario, the arm, the run and all that was said; null before the run is over.</summary>
    public string? EventsDigest { get; private set; }

    /// <summary>How often each type of message was said.</summary>
    public IReadOnlyDictionary<string, int> CountsByType => journal.CountsByType;

    /// <summary>What the sponsors had come to believe, in order of id; empty before the run is over.</summary>
    public IReadOnlyList<BeliefsDisclosed> Beliefs => beliefs;

    /// <summary>The agents of a scenario, in order of name: its sponsors, its Secretariat, and every state that is a member of ASEAN or hosts.</summary>
    public static string[] AgentsOf(Compiled compiled)
    {
        var scenario = compiled.Scenario;
        var states = scenario.States.Where(state => state.Asean || Array.Exists(compiled.Segments, segment => segment.Hosts.Contains(compiled.StateOf(state.Id))));
        return [.. scenario.Sponsors.Select(sponsor => AgentName.Sponsor(sponsor.Id)).Concat(states.Select(state => AgentName.State(state.Id)))
            .Append(AgentName.Secretariat).Order(StringComparer.Ordinal)];
    }

    /// <summary>The next message to be carried, if there is one.</summary>
    public bool TryDequeue(out Outgoing letter) => letters.TryDequeue(out letter);

    /// <summary>Carries messages to an agent once more, from one place in its sequence to before another: it missed them.</summary>
    public void Resend(string agent, long from, long until) => letters.Resend(agent, from, until);

    /// <summary>Carries once more every request that is not answered yet.</summary>
    public void Remind() => letters.Remind();

    /// <summary>Takes an agent's answer, and goes on if it was the last one missing.</summary>
    /// <param name="agent">The agent, by name.</param>
    /// <param name="inReplyTo">Sequence of the message answered.</param>
    /// <param name="answer">The answer.</param>
    /// <exception cref="AgentFailedException">The answer is none that the agent may give.</exception>
    /// <returns>Whether it is new: an equal answer given before is ignored.</returns>
    public bool Take(string agent, long inReplyTo, IMessage answer)
    {
        if (!letters.Accept(agent, inReplyTo, answer)) return false;
        if (letters.Awaited.Count > 0) return true;
        foreach (var (name, message) in letters.Collect()) Judge(name, message);
        if (phase == Phase.Disclosing) Close();
        else GoOn();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => journal.Dispose();

    private void Judge(string agent, IMessage answer)
    {
        try
        {
            switch (phase)
            {
                case Phase.Seating when answer is SeatTaken: break;
                case Phase.Running: answers.Take(agent, answer); break;
                case Phase.Disclosing when answer is BeliefsDisclosed disclosed: beliefs.Add(disclosed); break;
                case Phase.Disclosing when answer is RecordConfirmed confirmed && confirmed.Agent == agent: break;
                default: throw new ArgumentException($"{answer.GetType().Name} is no answer to what was asked.");
            }
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new AgentFailedException(agent, error.Message, error);
        }
    }

    private void GoOn()
    {
        phase = Phase.Running;
        if (kernel.Advance().Kind != Asking.Nothing)
        {
            journal.Asked(kernel);
            return;
        }
        phase = Phase.Disclosing;
        var sponsors = kernel.Compiled.Scenario.Sponsors.Select(static sponsor => AgentName.Sponsor(sponsor.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var agent in agents)
            letters.Send(agent, fingerprint, sponsors.Contains(agent) ? new DiscloseBeliefs { Day = kernel.Record.Day } : new ConfirmRecord { Day = kernel.Record.Day });
    }

    private void Close()
    {
        phase = Phase.Over;
        EventsDigest = journal.Close();
        foreach (var agent in agents) letters.Send(agent, fingerprint, new LeaveSeat { Agent = agent });
    }

    private void Carry(JournalEntry entry)
    {
        if (entry.To == AgentName.Everyone)
        {
            foreach (var agent in agents) letters.Send(agent, fingerprint, entry.Message);
            fingerprint = kernel.Record.Fingerprint();
        }
        else if (entry.To != AgentName.Host)
        {
            letters.Send(entry.To, fingerprint, entry.Message);
        }
        observer?.Invoke(entry);
    }

    private TakeSeat Seating(string agent) => new()
    {
        Agent = agent, Key = Translation.WriteHex(Draws.KeyFor(run.Seed, agent)), Replication = run.Replication,
        ScenarioHash = run.ScenarioHash, Arm = Translation.Write(kernel.Arm),
    };
}
