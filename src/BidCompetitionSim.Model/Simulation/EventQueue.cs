namespace BidCompetitionSim.Model.Simulation;

/// <summary>Something that happens on a day. Meaning of kind, subject and detail is the kernel's.</summary>
/// <param name="Day">Days since the scenario's start.</param>
/// <param name="Phase">Order within a day, smallest first.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Subject">Dense id of what it happens to.</param>
/// <param name="Detail">Whatever else the kind needs.</param>
/// <param name="Sequence">Order of scheduling, given by the queue.</param>
public readonly record struct ScheduledEvent(int Day, byte Phase, byte Kind, int Subject, int Detail, int Sequence)
{
    internal bool IsBefore(in ScheduledEvent other)
    {
        var mine = ((long)Day << 8) + Phase;
        var theirs = ((long)other.Day << 8) + other.Phase;
        return mine < theirs || (mine == theirs && Sequence < other.Sequence);
    }
}

/// <summary>
/// Events ordered by (day, phase, sequence): a binary heap in one array that grows only when full. The sequence starts
/// at 0, has no gaps and belongs to the queue, so equal times are served in the order they were scheduled.
/// </summary>
/// <param name="capacity">Events it can hold before it grows.</param>
public sealed class EventQueue(int capacity)
{
    private ScheduledEvent[] _heap = new ScheduledEvent[Math.Max(1, capacity)];
    private int _nextSequence;

    /// <summary>How many events wait.</summary>
    public int Count { get; private set; }

    /// <summary>Schedules an event and gives its sequence number.</summary>
    public int Enqueue(int day, byte phase, byte kind, int subject, int detail)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * _heap.Length);
        }

        var added = new ScheduledEvent(day, phase, kind, subject, detail, _nextSequence++);
        var hole = Count++;
        while (hole > 0 && added.IsBefore(_heap[(hole - 1) / 2]))
        {
            _heap[hole] = _heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }

        _heap[hole] = added;
        return added.Sequence;
    }

    /// <summary>Takes the earliest event, or says there is none.</summary>
    public bool TryDequeue(out ScheduledEvent earliest)
    {
        if (Count == 0)
        {
            earliest = default;
            return false;
        }

        earliest = _heap[0];
        SinkFromTop(_heap[--Count]);
        return true;
    }

    /// <summary>Forgets all events and starts the sequence at 0 again; keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        _nextSequence = 0;
    }

    /// <summary>Makes <paramref name="other"/> hold the same events and give the same sequence numbers from here on.</summary>
    public void CopyTo(EventQueue other)
    {
        if (other._heap.Length < Count)
        {
            other._heap = new ScheduledEvent[_heap.Length];
        }

        Array.Copy(_heap, other._heap, Count);
        other.Count = Count;
        other._nextSequence = _nextSequence;
    }

    private void SinkFromTop(in ScheduledEvent last)
    {
        var hole = 0;
        while (true)
        {
            var child = 2 * hole + 1;
            if (child >= Count)
            {
                break;
            }

            if (child + 1 < Count && _heap[child + 1].IsBefore(_heap[child]))
            {
                child++;
            }

            if (!_heap[child].IsBefore(last))
            {
                break;
            }

            _heap[hole] = _heap[child];
            hole = child;
        }

        _heap[hole] = last;
    }
}
