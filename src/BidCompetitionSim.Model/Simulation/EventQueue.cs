namespace BidCompetitionSim.Model.Simulation;

/// <summary>Something that happens on a day. Meaning of kind, subject and detail is the kernel's.</summary>
/// <param name="Day">Days since the scenario's start.</param>
/// <param name="Phase">Order within a day, smallest first.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Subject">Dense id of what it happens to.</param>
/// <param name="Detail">Whatever else the kind needs.</param>
/// <param name="Sequence">Order of scheduling, given by the queue.</param>
public readonly record struct ScheduledEvent(int Day, byte Phase, byte Kind, int Subject, int Detail, int Sequence);

/// <summary>
/// Events ordered by (day, phase, sequence): those that were scheduled in their order in a row, the others in a binary heap, in arrays that grow only
/// when full. The sequence starts at 0, has no gaps and belongs to the queue, so equal times are served in the order they were scheduled.
/// </summary>
/// <param name="capacity">Events that row and heap each can hold before they grow.</param>
public sealed class EventQueue(int capacity)
{
    private const int SequenceBits = 24;
    private const int MostEvents = 1 << SequenceBits;

    private Entry[] heap = new Entry[Math.Max(1, capacity)];
    private int waiting; // in the heap
    private Entry[] row = new Entry[Math.Max(1, capacity)];
    private int queued; // in the row
    private int served; // of the row
    private Entry[] plan = [];
    private int planned; // of the plan already served
    private int nextSequence;

    /// <summary>How many events wait.</summary>
    public int Count => waiting + (queued - served) + (plan.Length - planned);

    /// <summary>Schedules an event and gives its sequence number.</summary>
    /// <exception cref="InvalidOperationException">Some sixteen million were scheduled since it was started over.</exception>
    public int Enqueue(int day, byte phase, byte kind, int subject, int detail)
    {
        if (nextSequence == MostEvents) throw new InvalidOperationException($"A queue orders at most {MostEvents} events.");
        var sequence = nextSequence++;
        var added = Entry.Of(new ScheduledEvent(day, phase, kind, subject, detail, sequence));
        if (served == queued) served = queued = 0;
        if (queued == 0 || added.Order > row[queued - 1].Order) Append(added);
        else Push(added);
        return sequence;
    }

    /// <summary>Takes the earliest event, or says there is none.</summary>
    public bool TryDequeue(out ScheduledEvent earliest)
    {
        var fromPlan = planned < plan.Length ? plan[planned].Order : long.MaxValue;
        var fromRow = served < queued ? row[served].Order : long.MaxValue;
        var fromHeap = waiting > 0 ? heap[0].Order : long.MaxValue;
        if (fromHeap < Math.Min(fromPlan, fromRow))
        {
            earliest = heap[0].Scheduled();
            SinkFromTop(heap[--waiting]);
            return true;
        }
        earliest = default;
        if (fromPlan < fromRow) earliest = plan[planned++].Scheduled();
        else if (fromRow < long.MaxValue) earliest = row[served++].Scheduled();
        else return false;
        return true;
    }

    /// <summary>Starts over with the events of a plan scheduled: the same, run after run, sorted once.</summary>
    public void Start(Plan plan) => (waiting, queued, served, this.plan, planned, nextSequence) = (0, 0, 0, plan.Sorted, 0, plan.Sorted.Length);

    private void Append(in Entry added)
    {
        if (queued == row.Length) Array.Resize(ref row, 2 * row.Length);
        row[queued++] = added;
    }

    private void Push(in Entry added)
    {
        if (waiting == heap.Length) Array.Resize(ref heap, 2 * heap.Length);
        var hole = waiting++;
        while (hole > 0 && added.Order < heap[(hole - 1) / 2].Order)
        {
            heap[hole] = heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        heap[hole] = added;
    }

    private void SinkFromTop(in Entry last)
    {
        var entries = heap.AsSpan(0, waiting + 1);
        var hole = 0;
        for (var child = 1; child < waiting; child = 2 * hole + 1)
        {
            if (child + 1 < waiting && entries[child + 1].Order < entries[child].Order) child++;
            if (entries[child].Order > last.Order) break;
            entries[hole] = entries[child];
            hole = child;
        }
        entries[hole] = last;
    }

    /// <summary>Events known before any run.</summary>
    /// <param name="events">In the order in which they are scheduled; their own sequence is ignored.</param>
    public sealed class Plan(IEnumerable<ScheduledEvent> events)
    {
        internal Entry[] Sorted { get; } = [.. events.Select((e, sequence) => Entry.Of(e with { Sequence = sequence })).OrderBy(entry => entry.Order)];
    }

    /// <param name="Order">Day, phase and sequence in one number.</param>
    /// <param name="Subject">Dense id of what it happens to.</param>
    /// <param name="Detail">Whatever else the kind needs.</param>
    /// <param name="Kind">What happens.</param>
    internal readonly record struct Entry(long Order, int Subject, int Detail, byte Kind)
    {
        public static Entry Of(in ScheduledEvent e) =>
            new(((long)e.Day << 32) | ((long)e.Phase << SequenceBits) | (long)e.Sequence, e.Subject, e.Detail, e.Kind);

        public ScheduledEvent Scheduled() =>
            new((int)(Order >> 32), (byte)(Order >> SequenceBits), Kind, Subject, Detail, (int)(Order & (MostEvents - 1)));
    }
}
