using BidCompetitionSim.Model.Diplomacy;
using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Shared data files hold more than one scenario needs: what its lines do not touch is dropped.</summary>
internal static class Library
{
    public static Scenario KeepUsed(Scenario all)
    {
        HashSet<string> systems = [], places = [], states = [];
        foreach (var link in all.Links) Touch(link.System, link.From, link.To);
        foreach (var segment in all.Segments)
        {
            Touch(segment.System, segment.From, segment.To);
            states.Add(segment.Host);
            foreach (var partner in segment.CoHosts) states.Add(partner.State);
        }
        foreach (var place in all.Places)
            if (places.Contains(place.Id)) states.Add(place.State);
        foreach (var state in all.States)
            if (state.Asean) states.Add(state.Id);
        return all with
        {
            Systems = Kept(all.Systems, system => systems.Contains(system.Id)),
            Places = Kept(all.Places, place => places.Contains(place.Id)),
            States = Array.ConvertAll(Kept(all.States, state => states.Contains(state.Id)),
                state => state with { TiesToStates = Kept(state.TiesToStates, tie => states.Contains(tie.To)) }),
            Frictions = Ordered(Kept(all.Frictions, friction => states.Contains(friction.A) && states.Contains(friction.B))),
            Sponsors = Array.ConvertAll(all.Sponsors,
                sponsor => sponsor with { Capabilities = Kept(sponsor.Capabilities, capability => systems.Contains(capability.System)) }),
            Windows = Array.ConvertAll(all.Windows,
                window => window with { Systems = Kept(window.Systems, systems.Contains), Hosts = Kept(window.Hosts, states.Contains) }),
            Shocks = [.. all.Shocks.Select(shock => KeepUsed(shock, states, systems)).OfType<Shock>()],
            Trade = all.Trade is { } trade ? KeepUsed(trade, states) : null,
        };

        void Touch(string system, string from, string to)
        {
            systems.Add(system);
            places.Add(from);
            places.Add(to);
        }
    }

    // One that befell only what is dropped befalls nobody; a list that is left empty would name all.
    private static Shock? KeepUsed(Shock shock, HashSet<string> states, HashSet<string> systems)
    {
        var kept = shock with { States = Kept(shock.States, states.Contains), Systems = Kept(shock.Systems, systems.Contains) };
        return (kept.States.Length == 0 && shock.States.Length > 0) || (kept.Systems.Length == 0 && shock.Systems.Length > 0) ? null : kept;
    }

    private static TradeRules KeepUsed(TradeRules trade, HashSet<string> states) => trade with
    {
        Utilisation = Kept(trade.Utilisation, of => states.Contains(of.State)),
        Regimes = Array.ConvertAll(Kept(trade.Regimes, regime => regime.Hub.Length == 0 || states.Contains(regime.Hub)), regime => regime with { Members = Kept(regime.Members, member => states.Contains(member.State)) }),
    };

    /// <summary>A pair has no direction: its states and then the pairs are put in order.</summary>
    private static Friction[] Ordered(Friction[] frictions) =>
    [
        .. frictions.Select(static f => string.CompareOrdinal(f.A, f.B) < 0 ? f : f with { A = f.B, B = f.A })
            .OrderBy(static f => f.A, StringComparer.Ordinal).ThenBy(static f => f.B, StringComparer.Ordinal),
    ];

    private static T[] Kept<T>(T[] all, Func<T, bool> kept) => [.. all.Where(kept)];
}
