using BidCompetitionSim.Messaging.Hosting;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Messaging.Tests;

/// <summary>The small scenario, and its runs by method calls.</summary>
internal static class Runs
{
    public const string Hash = "0123";

    public static Compiled Compiled { get; } = new(Some.Scenario());

    public static Arm Arm(string id) => Array.Find(Compiled.Scenario.Arms, arm => arm.Id == id)!;

    public static Task<BusCarrier> Carrier(BusOptions? options = null) =>
        BusCarrier.StartAsync(Compiled, Hash, options, TestContext.Current.CancellationToken);

    public static Task<BusRun> RunAsync(this BusCarrier carrier, string arm, ulong seed) =>
        carrier.RunAsync(Arm(arm), seed, 0, null, TestContext.Current.CancellationToken);

    /// <summary>Events digest of a run by method calls.</summary>
    public static string Direct(string arm, ulong seed)
    {
        var direct = new Replication(Compiled, Arm(arm));
        using var journal = new Journal(Compiled, Arm(arm), new RunKey(Hash, seed, 0));
        direct.Run(seed, 0, journal);
        return journal.Close();
    }
}
