using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Store;

namespace BidCompetitionSim.Benchmarks;

/// <summary>
/// What a row of an experiment costs, from the carriers of the threads to the summary: the Singapore–Kunming Rail Link under two arrangements. The time is
/// that of a row, so a second over it is rows a second; the ratio is to one thread.
/// </summary>
[SimpleJob(RunStrategy.Monitoring)]
public class ExperimentBenchmarks
{
    private const int Replications = 1024, Rows = 2 * Replications;

    private ExperimentPlan plan = null!;
    private string folder = null!;
    private int stores;

    [GlobalSetup]
    public void SetUp()
    {
        folder = Directory.CreateTempSubdirectory("bidsim-").FullName;
        plan = ComparisonPlan.Of(ScenarioFile.Load(Shipped.Singapore), new ComparisonOptions { Replications = Replications, Arms = ["bilateral", "asean-led"], Seed = 1 }).Plan!;
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(folder, recursive: true);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public string OneThread() => Play(threads: 1);

    [Benchmark(OperationsPerInvoke = Rows)]
    public string TwoThreads() => Play(threads: 2);

    /// <summary>Every row goes into a new store as well.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public string TwoThreadsAndAStore()
    {
        using var store = ResultStore.Open(Path.Combine(folder, $"{stores++}.db"));
        using var sink = store.Begin(plan, Sitting.Now("benchmark"));
        return Play(threads: 2, sink);
    }

    private string Play(int threads, params IRowSink[] others)
    {
        var fold = new SummaryFold(plan);
        new ExperimentRunner().Run(plan, new RunnerOptions { Threads = threads }, [fold, .. others]);
        return fold.Digest;
    }
}
