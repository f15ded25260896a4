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
/// Events ordered by (day, phase, sequence): a binary heap in one array that grows only when full. The sequence starts
/// at 0, has no gaps and belongs to the queue, so equal times are served in the order they were scheduled.
/// </summary>
/// <param name="capacity">Events it can hold before it grows.</param>
public sealed class EventQueue(int capacity)
{
    private const int SequenceBits = 24;
    private const int MostEvents = 1 << SequenceBits;

    private Entry[] heap = new Entry[Math.Max(1, capacity)];
    private int nextSequence;

    /// <summary>How many events wait.</summary>
    public int Count { get; private set; }

    /// <summary>Schedules an event and gives its sequence number.</summary>
    /// <exception cref="InvalidOperationException">Some sixteen million were scheduled since the queue was cleared.</exception>
    public int Enqueue(int day, byte phase, byte kind, int subject, int detail)
    {
        if (nextSequence == MostEvents) throw new InvalidOperationException($"A queue orders at most {MostEvents} events.");
        if (Count == heap.Length) Array.Resize(ref heap, 2 * heap.Length);
        var sequence = nextSequence++;
        var added = new Entry(((long)day << 32) | ((long)phase << SequenceBits) | (long)sequence, subject, detail, kind);
        var hole = Count++;
        while (hole > 0 && added.Order < heap[(hole - 1) / 2].Order)
        {
            heap[hole] = heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        heap[hole] = added;
        return sequence;
    }

    /// <summary>Takes the earliest event, or says there is none.</summary>
    public bool TryDequeue(out ScheduledEvent earliest)
    {
        if (Count == 0)
        {
            earliest = default;
            return false;
        }
        ref readonly var first = ref heap[0];
        earliest = new ScheduledEvent(
            (int)(first.Order >> 32), (byte)(first.Order >> SequenceBits), first.Kind, first.Subject, first.Detail, (int)(first.Order & (MostEvents - 1)));
        SinkFromTop(heap[--Count]);
        return true;
    }

    /// <summary>Forgets all events and starts the sequence at 0 again; keeps the memory.</summary>
    public void Clear() => (Count, nextSequence) = (0, 0);

    private void SinkFromTop(in Entry last)
    {
        var entries = heap.AsSpan(0, Count + 1);
        var hole = 0;
        for (var child = 1; child < Count; child = 2 * hole + 1)
        {
            if (child + 1 < Count && entries[child + 1].Order < entries[child].Order) child++;
            if (entries[child].Order > last.Order) break;
            entries[hole] = entries[child];
            hole = child;
        }
        entries[hole] = last;
    }

    /// <param name="Order">Day, phase and sequence in one number.</param>
    /// <param name="Subject">Dense id of what it happens to.</param>
    /// <param name="Detail">Whatever else the kind needs.</param>
    /// <param name="Kind">What happens.</param>
    private readonly record struct Entry(long Order, int Subject, int Detail, byte Kind);
}
