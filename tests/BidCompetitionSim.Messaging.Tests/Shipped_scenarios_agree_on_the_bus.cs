using BidCompetitionSim.Messaging.Hosting;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Messaging.Tests;

/// <summary>V7 at its largest: the shipped scenarios, every arm, on the bus and by method calls: equal digests of all that was said and of all that came of it.</summary>
public sealed class Shipped_scenarios_agree_on_the_bus
{
    private const int RunsAtOnce = 4;

    private static readonly int Longer = Environment.GetEnvironmentVariable("BIDSIM_FULL") == "1" ? 10 : 1;

    /// <summary>Every scenario that ships; most seeds where the kernel is exercised most.</summary>
    public static TheoryData<string, int> Scenarios
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var scenario in Shipped.List()) all.Add(scenario.Id, scenario.Id is "skrl" or "jakarta-bandung" ? 50 : 5);
            return all;
        }
    }

    [Theory, MemberData(nameof(Scenarios))]
    public async Task A_shipped_scenario_gives_equal_digests_on_the_bus_and_directly(string name, int usualSeeds)
    {
        var loaded = ScenarioFile.Load(name, new LoadOptions());
        loaded.Problems.ShouldBeEmpty();
        var hash = ResolvedScenario.Of(loaded.Scenario!).Hash;
        var compiled = new Compiled(loaded.Scenario!);
        await using var carrier = await BusCarrier.StartAsync(compiled, hash, null, TestContext.Current.CancellationToken);
        var digests = new HashSet<string>();
        foreach (var arm in compiled.Scenario.Arms)
            foreach (var seeds in Enumerable.Range(1, usualSeeds * Longer).Select(seed => (ulong)seed).Chunk(RunsAtOnce))
            {
                var onBus = await Task.WhenAll(seeds.Select(seed => OnBus(carrier, compiled, hash, arm, seed)));
                for (var k = 0; k < seeds.Length; k++)
                {
                    onBus[k].ShouldBe(Directly(compiled, hash, arm, seeds[k]), $"{arm.Id}, seed {seeds[k]}");
                    digests.Add(onBus[k].Whole).ShouldBeTrue($"{arm.Id}, seed {seeds[k]} gave a digest that another run had given before");
                }
            }
    }

    private static async Task<RunDigest> OnBus(BusCarrier carrier, Compiled compiled, string hash, Arm arm, ulong seed)
    {
        var run = await carrier.RunAsync(arm, seed, 0, null, TestContext.Current.CancellationToken);
        return RunDigest.Of(new RunKey(hash, seed, 0), arm, run.EventsDigest, new Scorer(compiled).Score(run.Kernel));
    }

    private static RunDigest Directly(Compiled compiled, string hash, Arm arm, ulong seed)
    {
        var key = new RunKey(hash, seed, 0);
        var direct = new Replication(compiled, arm);
        using var journal = new Journal(compiled, arm, key);
        direct.Run(seed, 0, journal);
        return RunDigest.Of(key, arm, journal.Close(), direct.Outcome);
    }
}
