namespace BidCompetitionSim.Experiments.Running;

/// <summary>Where chunks begin and end: whole points in order, cut into pieces, from a replication on.</summary>
/// <param name="Points">Design points.</param>
/// <param name="Replications">Replications of each.</param>
/// <param name="ChunkSize">Replications of a chunk.</param>
internal readonly record struct ChunkPlan(int Points, int Replications, int ChunkSize);

/// <summary>
/// Hands out chunks in order, takes them back in any order, and delivers them in order. A chunk is a buffer, and there are only so many: whoever
/// wants the next one waits until the slowest is delivered, so memory stays flat. Whoever brings the chunk that is next delivers, while the others
/// go on playing.
/// </summary>
internal sealed class ChunkQueue
{
    private readonly object _lock = new();
    private readonly ChunkPlan _plan;
    private readonly Action<Chunk> _deliver;
    private readonly Chunk?[] _ready;
    private readonly Stack<Chunk> _free;
    private long _next;
    private int _handed;
    private int _delivered;
    private bool _delivering;
    private bool _stopped;
    private Exception? _error;

    public ChunkQueue(ChunkPlan plan, long from, IReadOnlyList<Chunk> buffers, Action<Chunk> deliver)
    {
        (_plan, _next, _deliver) = (plan, from, deliver);
        _ready = new Chunk?[buffers.Count];
        _free = new Stack<Chunk>(buffers);
    }

    /// <summary>What went wrong in delivering or playing; null if nothing did.</summary>
    public Exception? Error => _error;

    /// <summary>The next chunk to play; null if there is none, or it was stopped.</summary>
    public Chunk? Take()
    {
        lock (_lock)
        {
            while (HasMore && _free.Count == 0) Monitor.Wait(_lock);
            return HasMore ? Begun(_free.Pop()) : null;
        }
    }

    /// <summary>A chunk was played; all that are next are delivered, by one thread at a time.</summary>
    public void Finish(Chunk chunk)
    {
        lock (_lock)
        {
            _ready[chunk.Index % _ready.Length] = chunk;
            if (_delivering) return;
            _delivering = true;
        }
        while (NextReady() is { } next) Deliver(next);
    }

    /// <summary>Stops: nothing more is handed out or delivered.</summary>
    public void Stop(Exception? error = null)
    {
        lock (_lock)
        {
            _error ??= error;
            _stopped = true;
            Monitor.PulseAll(_lock);
        }
    }

    private bool HasMore => !_stopped && _next < (long)_plan.Points * _plan.Replications;

    private Chunk Begun(Chunk chunk)
    {
        var (point, first) = ((int)(_next / _plan.Replications), (int)(_next % _plan.Replications));
        var count = Math.Min(_plan.ChunkSize, _plan.Replications - first);
        chunk.Begin(point, (uint)first, count);
        chunk.Index = _handed++;
        _next += count;
        if (!HasMore) Monitor.PulseAll(_lock);
        return chunk;
    }

    private Chunk? NextReady()
    {
        lock (_lock)
        {
            var chunk = _stopped ? null : _ready[_delivered % _ready.Length];
            if (chunk is null) _delivering = false;
            else _ready[_delivered++ % _ready.Length] = null;
            return chunk;
        }
    }

    private void Deliver(Chunk chunk)
    {
        try
        {
            _deliver(chunk);
        }
        catch (Exception e)
        {
            Stop(e);
            return;
        }
        if (chunk.IsCut)
        {
            Stop();
            return;
        }
        lock (_lock)
        {
            _free.Push(chunk);
            Monitor.Pulse(_lock);
        }
    }
}
