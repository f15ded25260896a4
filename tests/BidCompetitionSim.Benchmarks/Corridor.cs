using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Benchmarks;

/// <summary>A corridor of any length: places in a row through three states, a road on every stretch, and every stretch to be let within twenty years.</summary>
internal static class Corridor
{
    private const int Years = 20;

    private static readonly string[] states = ["AAA", "BBB", "CCC"];

    public static Scenario Of(int segments)
    {
        string StateOf(int place) => states[place * states.Length / (segments + 1)];
        return Some.Scenario() with
        {
            Id = $"corridor-{segments}",
            Places = [.. Enumerable.Range(0, segments + 1).Select(p => Some.Place(Name(p), StateOf(p), 1 + p % 5))],
            Links = [.. Enumerable.Range(0, segments).Select(s => Some.Road(Name(s), Name(s + 1)))],
            Segments = [.. Enumerable.Range(0, segments).Select(s => LetAfter(s, segments, StateOf(s)))],
        };
    }

    private static string Name(int place) => $"p{place:d4}";

    private static Segment LetAfter(int segment, int segments, string host) =>
        Some.Segment($"{Name(segment)}-{Name(segment + 1)}", host, 1) with { TenderDay = 365 + segment * 7 % segments * (Years * 365 / segments) };
}
