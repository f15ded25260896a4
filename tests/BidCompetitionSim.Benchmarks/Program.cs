using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BidCompetitionSim.Benchmarks;

// A few iterations each: where the machine changes its speed, one that goes on until it settles takes minutes and settles nothing. In this process, as it
// was built: a second build of the whole tree for every run takes minutes, too.
BenchmarkSwitcher.FromAssembly(typeof(NetworkBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(
    Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(7).AsDefault()));
