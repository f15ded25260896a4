using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Explaining;

/// <summary>How often each would be chosen with the same offers, were tastes drawn again.</summary>
internal sealed class Odds
{
    private const uint Trials = 100_000;
    private static readonly ulong Key = Draws.KeyFor(0, "explanation");

    private readonly Dictionary<int, double> shares = [];

    /// <summary>The odds of alternatives: the logit's for one host; for several, whose vetoes no formula has, a count over draws of their own.</summary>
    public static Odds Of(TenderView view, OpenTender tender, int[] alternatives) => view.Hosts.AreSeveral ? Counted(view, tender, alternatives) : Logit(view, tender, alternatives);

    public SortedDictionary<string, double> ToSortedDictionary(Func<int, string> nameOf)
    {
        var named = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (alternative, share) in shares) named.Add(nameOf(alternative), share);
        return named;
    }

    private static Odds Logit(TenderView view, OpenTender tender, int[] alternatives)
    {
        var ballots = tender.BallotsOn(view);
        var odds = new Odds();
        var utilities = Array.ConvertAll(alternatives, k => ballots.Value(k) - ballots.TastesOf(0)[k]);
        Choice.Probabilities(utilities, view.Weights.TasteScale, utilities);
        for (var n = 0; n < alternatives.Length; n++) odds.shares[alternatives[n]] = utilities[n];
        return odds;
    }

    private static Odds Counted(TenderView view, OpenTender tender, int[] alternatives)
    {
        var ballots = tender.BallotsOn(view);
        var odds = new Odds();
        foreach (var alternative in alternatives) odds.shares[alternative] = 0;
        for (var trial = 0U; trial < Trials; trial++)
        {
            var draws = new Draws(Key, trial);
            for (var h = 0; h < view.Hosts.Shares.Length; h++)
            {
                var scale = view.Compiled.Scenario.States[view.Hosts.Shares[h].State].Weights.TasteScale;
                foreach (var alternative in alternatives) ballots.TastesOf(h)[alternative] = draws.Gumbel(DrawPurpose.HostTaste, h, (ulong)alternative, scale);
            }
            odds.shares[ballots.Winner(tender.Judged)]++;
        }
        foreach (var alternative in alternatives) odds.shares[alternative] /= Trials;
        return odds;
    }
}
