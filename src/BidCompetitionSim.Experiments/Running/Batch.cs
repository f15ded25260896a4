namespace BidCompetitionSim.Experiments.Running;

/// <summary>Replications 0 to n − 1 of one seed: the same batch under two arms or two scenarios has the same draws, pair by pair.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Replications">How many.</param>
public readonly record struct Batch(ulong Seed, int Replications)
{
    /// <summary>Threads to play on; 0 for one per processor. Results do not depend on it.</summary>
    public int Threads { get; init; }

    internal int ThreadsFor(int jobs) => Math.Clamp(Threads > 0 ? Threads : Environment.ProcessorCount, 1, Math.Max(1, jobs));
}
