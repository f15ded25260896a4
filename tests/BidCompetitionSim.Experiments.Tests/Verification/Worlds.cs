using System.Collections.Concurrent;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>The scenarios on which the model as a whole is verified: the small one of the tests, with two rivals and with more, and all that ship.</summary>
internal static class Worlds
{
    private static readonly ConcurrentDictionary<string, Compiled> Known = new();

    public static IEnumerable<string> Shipped => BidCompetitionSim.Scenarios.Shipped.List().Select(shipped => shipped.Id);

    public static IEnumerable<string> All => Small.Concat(Shipped);

    public static IEnumerable<string> Small => ["some", "some-three", "some-four", "some-cofinanced", "some-learnt"];

    /// <summary>A scenario of <see cref="All"/>, compiled once.</summary>
    public static Compiled Named(string name) => Known.GetOrAdd(name, static name => new Compiled(Read(name)));

    public static Scenario Read(string name) => name switch
    {
        "some" => Some.Scenario(),
        "some-three" => Some.Rivals(3),
        "some-four" => Some.Rivals(4),
        "some-cofinanced" => Some.Cofinanced(),
        "some-learnt" => Some.Learnt(),
        _ => ScenarioFile.Load(name).Scenario!,
    };

    public static Arm ArmOf(Compiled compiled, string id) => Array.Find(compiled.Scenario.Arms, arm => arm.Id == id)!;

    public static Arm Bilateral(Scenario scenario) => Arrangements.Named("bilateral", scenario.Secretariat)!;

    /// <summary>A run by method calls, scored.</summary>
    public static Replication Run(Compiled compiled, Arm arm, ulong seed, uint replication)
    {
        var run = new Replication(compiled, arm);
        run.Run(seed, replication);
        return run;
    }

    /// <summary>The folder of the repository that the tests were built in.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BidCompetitionSim.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
