using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Checking;

internal static class NameChecks { public static void Run(Scenario scenario, Context context) { } }
internal static class ShapeChecks { public static void Run(Scenario scenario, Context context) { } }
