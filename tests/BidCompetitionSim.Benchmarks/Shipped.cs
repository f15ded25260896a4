using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Benchmarks;

/// <summary>The shipped scenarios, compiled.</summary>
internal static class Shipped
{
    public const string Singapore = "skrl";

    public static readonly string[] Arms = ["bilateral", "bilateral-open", "spec-only", "advisory", "asean-led", "asean-led-mandatory"];

    public static Scenario Read(string name)
    {
        LoadedScenario loaded = ScenarioFile.Load(name);
        return loaded.Scenario ?? throw new InvalidOperationException(string.Join('\n', loaded.Problems));
    }

    public static Arm Arm(Scenario scenario, string id) => scenario.Arms.Single(arm => arm.Id == id);
}
