using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>The ids of a scenario, for asking whether one is known.</summary>
internal sealed class Names(Scenario scenario)
{
    private readonly Dictionary<string, TransportSystem> _systems = scenario.Systems.ToDictionary(system => system.Id, StringComparer.Ordinal);

    public HashSet<string> States { get; } = Of(scenario.States, state => state.Id);

    public HashSet<string> Sponsors { get; } = Of(scenario.Sponsors, sponsor => sponsor.Id);

    public HashSet<string> Windows { get; } = Of(scenario.Windows, window => window.Id);

    public HashSet<string> Currencies { get; } = Of(scenario.Currencies, currency => currency.Id);

    public HashSet<string> Places { get; } = Of(scenario.Places, place => place.Id);

    public HashSet<string> Segments { get; } = Of(scenario.Segments, segment => segment.Id);

    public IReadOnlyCollection<string> Systems => _systems.Keys;

    public TransportSystem? System(string id) => _systems.GetValueOrDefault(id);

    public static HashSet<string> Of<T>(T[] records, Func<T, string> id) => records.Select(id).ToHashSet(StringComparer.Ordinal);
}
