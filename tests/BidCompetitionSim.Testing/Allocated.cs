namespace BidCompetitionSim.Testing;

/// <summary>
/// What work allocates on the thread that does it. The runtime's meter also counts what it does itself now and then, such as what was left of a thread's share
/// of memory when a collection that others caused takes it away, so the work is done up to five times and the least counts: what it allocates itself, it
/// allocates each time.
/// </summary>
public static class Allocated
{
    private const int Tries = 5;

    /// <summary>Bytes that some work allocates, the first time apart.</summary>
    /// <param name="work">The work, the same each time.</param>
    public static long By(Action work)
    {
        work();
        return By(() => work);
    }

    /// <summary>Bytes that some work allocates.</summary>
    /// <param name="prepare">Gets everything ready anew, which may allocate, and gives the work, the same each time.</param>
    public static long By(Func<Action> prepare) => Least(() =>
    {
        var work = prepare();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    /// <summary>The least of a few tries.</summary>
    /// <param name="measured">One try: bytes that the same work allocated.</param>
    public static long Least(Func<long> measured)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Tries && least > 0; i++) least = Math.Min(least, measured());
        return least;
    }
}
