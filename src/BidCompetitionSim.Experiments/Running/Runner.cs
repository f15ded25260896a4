using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>Plays batches. Every thread has a carrier of its own, results lie by replication: the number of threads changes nothing.</summary>
public static class Runner
{
    /// <summary>Plays a batch and measures every run.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="arm">The arrangement.</param>
    /// <param name="batch">Seed and replications.</param>
    /// <param name="measure">Reads a run that is over. Called on many threads at once; the carrier is used again for the next run.</param>
    /// <param name="cancellation">Stops between two runs.</param>
    /// <returns>What was measured, by replication.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static T[] Play<T>(Compiled compiled, Arm arm, Batch batch, Func<Replication, T> measure, CancellationToken cancellation = default)
    {
        var measured = new T[batch.Replications];
        Share(batch.ThreadsFor(batch.Replications), batch.Replications, () => new Replication(compiled, arm), (carrier, index) =>
        {
            carrier.Run(batch.Seed, (uint)index);
            measured[index] = measure(carrier);
        }, cancellation);
        return measured;
    }

    /// <summary>Shares jobs out among threads that each have a tool of their own.</summary>
    internal static void Share<TTool>(int threads, int jobs, Func<TTool> tool, Action<TTool, int> work, CancellationToken cancellation)
    {
        var next = -1;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, _ =>
        {
            var own = tool();
            for (var job = Interlocked.Increment(ref next); job < jobs; job = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                work(own, job);
            }
        });
    }
}
