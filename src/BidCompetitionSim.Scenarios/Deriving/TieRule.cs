using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Scenarios.Deriving;

/// <summary>
/// The rule tie-proxies: half the sum of relative voting, trade, finance and trust, clamped to [−1, 1]. Voting counts relative to ASEAN,
/// because votes lean to China everywhere while surveys trust Japan; a proxy that is missing counts nothing.
/// </summary>
internal sealed class TieRule(State[] states, RuleInputs inputs)
{
    public (double? Value, string Missing) Strength(string stateId, string sponsor)
    {
        if (Proxies(stateId) is not { } proxies) return (null, $"no tieProxies for {stateId}");
        if (Of(proxies, sponsor) is not { } proxy) return (null, $"no tieProxies of {stateId} for {sponsor}");
        var sum = Voting(sponsor, proxy)
            + Share(proxies, proxy.TradeUsdBn, static p => p.TradeUsdBn)
            + Share(proxies, proxy.FinanceUsdBn, static p => p.FinanceUsdBn)
            + Trusted(sponsor);
        return (Math.Clamp(sum / 2, -1, 1), "");
    }

    private TieProxy[]? Proxies(string state) => Array.Find(inputs.TieProxies, proxies => proxies.State == state)?.Sponsors;

    private static TieProxy? Of(TieProxy[] proxies, string sponsor) => Array.Find(proxies, proxy => proxy.Sponsor == sponsor);

    private double Trusted(string sponsor) => Array.Find(inputs.Trust, trust => trust.Sponsor == sponsor) is { } trust ? trust.Share - 0.5 : 0;

    /// <summary>How much closer than ASEAN's mean the state votes to the sponsor, over twice the largest deviation: in [−½, ½] within ASEAN.</summary>
    private double Voting(string sponsor, TieProxy proxy)
    {
        if (proxy.VotingDistance is not { } own) return 0;
        var (sum, count) = (0.0, 0);
        foreach (var distance in AseanDistances(sponsor)) (sum, count) = (sum + distance, count + 1);
        if (count == 0) return 0;
        var (mean, widest) = (sum / count, 0.0);
        foreach (var distance in AseanDistances(sponsor)) widest = Math.Max(widest, Math.Abs(mean - distance));
        return widest > 0 ? (mean - own) / (2 * widest) : 0;
    }

    private IEnumerable<double> AseanDistances(string sponsor)
    {
        foreach (var state in states)
            if (state.Asean && Proxies(state.Id) is { } proxies && Of(proxies, sponsor)?.VotingDistance is { } distance) yield return distance;
    }

    /// <summary>The sponsor's share among all sponsors that have the proxy, less an equal share: one half where there are two.</summary>
    private static double Share(TieProxy[] proxies, double? own, Func<TieProxy, double?> of)
    {
        if (own is null) return 0;
        var (sum, count) = (0.0, 0);
        foreach (var proxy in proxies)
            if (of(proxy) is { } known) (sum, count) = (sum + known, count + 1);
        // Against nobody a share says nothing: one sponsor alone counts as one of two.
        return sum > 0 ? own.Value / sum - 1.0 / Math.Max(2, count) : 0;
    }
}
