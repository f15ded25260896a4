using BenchmarkDotNet.Running;
using BidCompetitionSim.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(NetworkBenchmarks).Assembly).Run(args);
