using System.Diagnostics;
using System.Runtime.ExceptionServices;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Measuring;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>
/// Plays experiments: workers play chunks of replications, sinks take their rows in order. The number of threads, and what a thread is late for,
/// change nothing; memory does not grow with the number of rows.
/// </summary>
public sealed class ExperimentRunner
{
    // Small, so that the first figures come soon; what handing over costs is still nothing beside playing.
    private const int UsualChunk = 8;
    private const int UncertainChunk = 4;
    private const int ChunksPerThread = 4;

    private readonly Player _play;
    private readonly int? _chunk;

    /// <summary>A runner.</summary>
    public ExperimentRunner() : this(static (carrier, seed, replication) => carrier.Run(seed, replication)) { }

    internal ExperimentRunner(Player play, int? chunk = null) => (_play, _chunk) = (play, chunk);

    /// <summary>Plays an experiment, or what is left of it.</summary>
    /// <param name="plan">What to play.</param>
    /// <param name="options">How; null for nothing special.</param>
    /// <param name="sinks">Who takes the rows, one after the other.</param>
    /// <returns>How far it came: short of the total only if it was cancelled.</returns>
    /// <exception cref="ArgumentException">The plan's scenario did not load.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More replications are already there than the plan has.</exception>
    /// <exception cref="Exception">What a sink threw: it ends the experiment, and all sinks keep what they took.</exception>
    public RunProgress Run(ExperimentPlan plan, RunnerOptions? options, IReadOnlyList<IRowSink> sinks)
    {
        options ??= new RunnerOptions();
        if (!plan.Scenario.Ok) throw new ArgumentException($"The scenario has problems, the first of which is {plan.Scenario.Problems[0]}", nameof(plan));
        var replications = (long)plan.Points.Count * plan.Replications;
        ArgumentOutOfRangeException.ThrowIfNegative(options.From);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.From, replications);
        var (clock, arms, rows, failed) = (Stopwatch.StartNew(), plan.Arms.Count, 0L, 0L);
        var total = (replications - options.From) * arms;
        var (source, reader, takers) = (new CellSource(plan), new RowReader(plan.Layout), sinks.ToArray());
        var threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        var size = _chunk ?? (plan.Uncertain ? UncertainChunk : UsualChunk);
        var buffers = Enumerable.Range(0, threads * ChunksPerThread).Select(_ => new Chunk(plan.Layout, arms, size)).ToArray();
        var queue = new ChunkQueue(new ChunkPlan(plan.Points.Count, plan.Replications, size), options.From, buffers, Deliver);
        Share(threads, () => Work(queue, new ChunkPlayer(plan.Seed, source, reader, _play, arms), options.Cancellation));
        if (queue.Error is { } error) ExceptionDispatchInfo.Throw(error);
        return Progress();

        void Deliver(Chunk chunk)
        {
            if (chunk.First == 0 && chunk.Point > 0) source.Drop(chunk.Point - 1);
            if (chunk.Played == 0) return;
            foreach (var sink in takers) sink.Take(chunk.Rows);
            rows += chunk.Rows.Length;
            foreach (var row in chunk.Rows) failed += row.Failure is null ? 0 : 1;
            options.Progress?.Invoke(Progress());
        }

        RunProgress Progress() => new(rows, total, failed, clock.Elapsed);
    }

    private static void Work(ChunkQueue queue, ChunkPlayer player, CancellationToken cancellation)
    {
        try
        {
            while (queue.Take() is { } chunk)
            {
                player.Play(chunk, cancellation);
                queue.Finish(chunk);
            }
        }
        catch (Exception e)
        {
            queue.Stop(e);
        }
    }

    // Threads of their own: a pool that is busy elsewhere would leave the slowest chunk waiting for one.
    private static void Share(int threads, ThreadStart work)
    {
        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(work) { IsBackground = true }).ToArray();
        foreach (var thread in others) thread.Start();
        work();
        foreach (var thread in others) thread.Join();
    }
}
