using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// Addresses of all draws, hashed once from ids, never from positions: adding or reordering anything leaves every other draw alone
/// (docs/model.md §3).
/// </summary>
public sealed class DrawAddresses
{
    /// <summary>Name of the alternative to all sponsors, which none of them may bear.</summary>
    public const string Nobody = "nobody";


    private readonly int sponsors;
    private readonly ulong[] segments;
    private readonly ulong[] bySponsor;
    private readonly ulong[] byAttempt;
    private readonly ulong[] tenders;
    private readonly ulong[] byState;
    private readonly ulong[] states;
    private readonly ulong[] byLender;
    private readonly int windows;

    /// <summary>Hashes every address of a scenario.</summary>
    /// <exception cref="ArgumentException">Two addresses collide: one of the two ids must be renamed.</exception>
    public DrawAddresses(Scenario scenario)
    {
        sponsors = scenario.Sponsors.Length;
        if (Array.Exists(scenario.Sponsors, sponsor => sponsor.Id == Nobody))
            throw new ArgumentException($"A sponsor may not be called '{Nobody}': that is the alternative to all of them.");
        var names = new Dictionary<ulong, string>();
        ulong Claim(ulong address, string name)
        {
            if (names.TryAdd(address, name) || names[address] == name) return address;
            throw new ArgumentException($"The draws of '{name}' and '{names[address]}' share an address: rename one of the two.");
        }

        segments = Array.ConvertAll(scenario.Segments, s => Claim(StableHash.Of(s.Id), s.Id));
        states = Array.ConvertAll(scenario.States, s => Claim(StableHash.Of(s.Id), s.Id));
        bySponsor = [.. scenario.Segments.SelectMany(s => scenario.Sponsors, (s, p) => Claim(StableHash.Of(s.Id, p.Id), $"{s.Id}/{p.Id}"))];
        byAttempt = [.. scenario.Segments.SelectMany(s => scenario.Sponsors.Select(p => p.Id).Append(Nobody),
            (s, p) => new[] { 1, 2 }.Select(a => Claim(StableHash.Of(s.Id, p, a), $"{s.Id}/{p}/{a}"))).SelectMany(a => a)];
        tenders = [.. scenario.Segments.SelectMany(s => new[] { 1, 2 }, (s, a) => Claim(StableHash.Of(s.Id, a), $"{s.Id}/{a}"))];
        windows = scenario.Windows.Length;
        byLender = Array.Exists(scenario.Windows, window => window.Multilateral is not null)
            ? [.. scenario.Segments.SelectMany(s => scenario.Windows, (s, w) => new[] { 1, 2 }.Select(a => Claim(StableHash.Of(s.Id, w.Id, a), $"{s.Id}/{w.Id}/{a}"))).SelectMany(a => a)]
            : [];
        byState = [.. scenario.Segments.SelectMany(s => scenario.States, (s, i) => Claim(StableHash.Of(s.Id, i.Id), $"{s.Id}/{i.Id}"))];
    }

    /// <summary>A segment.</summary>
    public ulong Segment(int segment) => segments[segment];

    /// <summary>A segment and a sponsor.</summary>
    public ulong Sponsor(int segment, int sponsor) => bySponsor[segment * sponsors + sponsor];

    /// <summary>A sponsor in one attempt at a segment.</summary>
    public ulong Attempt(int segment, int sponsor, int attempt) => byAttempt[(segment * (sponsors + 1) + sponsor) * 2 + attempt - 1];

    /// <summary>The alternative "nobody" in one attempt at a segment.</summary>
    public ulong NobodyIn(int segment, int attempt) => Attempt(segment, sponsors, attempt);

    /// <summary>All sponsors in one attempt at a segment, and nobody last.</summary>
    internal void FillAttempts(int segment, int attempt, Span<ulong> addresses)
    {
        for (var k = 0; k <= sponsors; k++) addresses[k] = Attempt(segment, k, attempt);
    }

    /// <summary>One attempt at a segment.</summary>
    public ulong Tender(int segment, int attempt) => tenders[segment * 2 + attempt - 1];

    /// <summary>A finance window in one attempt at a segment; known where some window is multilateral.</summary>
    public ulong Lender(int segment, int window, int attempt) => byLender[(segment * windows + window) * 2 + attempt - 1];

    /// <summary>A state in the tender of a segment.</summary>
    public ulong State(int segment, int state) => byState[segment * states.Length + state];

    /// <summary>A state; years are the draw's index.</summary>
    public ulong State(int state) => states[state];
}
