using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Explaining;

/// <summary>Explains a tender with the model's own functions, on the view that its parties had.</summary>
internal sealed class Explainer
{
    private readonly TenderView view;
    private readonly OpenTender tender;
    private readonly Ballots ballots;
    private readonly int[] ranking;

    public Explainer(TenderView view, OpenTender tender)
    {
        (this.view, this.tender, ballots) = (view, tender, tender.BallotsOn(view));
        var acceptable = ballots.Acceptable(tender.Judged);
        // Below nobody, by how near they came to being acceptable: with one host, that is by what decides.
        ranking =
        [
            .. Choosable().Where(k => (acceptable >> k & 1) != 0).OrderByDescending(ballots.Value), ballots.Nobody,
            .. Choosable().Where(k => (acceptable >> k & 1) == 0).OrderByDescending(k => ballots.Least(k).Margin),
        ];
    }

    public Explanation Explain()
    {
        var several = view.Hosts.AreSeveral;
        var (first, second) = (ranking[0], ranking[1]);
        var beside = first == ballots.Nobody ? second : second == ballots.Nobody ? first : -1;
        return new Explanation
        {
            Segment = view.Compiled.Scenario.Segments[view.Segment].Id, Attempt = tender.Key.Attempt, Weights = WeightsOf(view.Weights),
            RegionalWeight = view.Arm.RegionalWeight, RegionalScale = view.Compiled.Scenario.Secretariat.RegionalScale,
            Probabilities = Odds.Of(view, tender, ranking).ToSortedDictionary(NameOf), First = NameOf(first), Second = NameOf(second),
            Margin = beside < 0 || !several ? ballots.Value(first) - ballots.Value(second) : Math.Abs(ballots.Least(beside).Margin),
            MarginOf = beside < 0 || !several ? null : StateOf(ballots.Least(beside).Host),
            Hosts = several ? HostSheet.Of(view, tender, ballots) : null, Flips = [.. Flips()],
        };
    }

    /// <summary>Who would have been chosen had an offer been another: its terms judged anew, the error of the Secretariat's score and the hosts' tastes as they were.</summary>
    public Verdict With(in Bid changed) => With(changed, 0, 0);

    /// <summary>The same, and worth so much more to one of the hosts.</summary>
    public Verdict With(in Bid changed, int host, double more)
    {
        var k = changed.Sponsor;
        ballots.Put(changed, ScoreOf(changed));
        ballots.Add(host, k, more);
        var verdict = new Verdict(ballots.Winner(tender.Judged), ballots.Least(k) is { Margin: <= 0 } least ? least.Host : -1);
        ballots.Put(tender.Bids[k], tender.Opinions[k]);
        return verdict;
    }

    public string NameOf(int sponsor) => sponsor == ballots.Nobody ? "" : view.Compiled.Scenario.Sponsors[sponsor].Id;

    public string StateOf(int host) => view.Compiled.Scenario.States[view.Hosts.Shares[host].State].Id;

    private double ScoreOf(in Bid changed)
    {
        var original = tender.Bids[changed.Sponsor];
        var opinion = tender.Opinions[changed.Sponsor];
        return view.Arm.RegionalWeight > 0 && !changed.Equals(original) ? opinion + (view.Regional.Of(changed) - view.Regional.Of(original)) : opinion;
    }

    // With one host the second is helped, or, where that is nobody, the first is harmed. Several may also refuse: there the best of the other offers is
    // helped, refused or not, and the first harmed.
    private IEnumerable<Flip> Flips()
    {
        var (first, second) = (ranking[0], ranking[1]);
        var helped = second != ballots.Nobody ? second : view.Hosts.AreSeveral && ranking.Length > 2 ? ranking[2] : -1;
        var harmed = first != ballots.Nobody && (second == ballots.Nobody || view.Hosts.AreSeveral) ? first : -1;
        var none = Enumerable.Empty<Flip>();
        return (helped < 0 ? none : new FlipSearch(view, this, tender.Bids[helped], up: true).All())
            .Concat(harmed < 0 ? none : new FlipSearch(view, this, tender.Bids[harmed], up: false).All());
    }

    private IEnumerable<int> Choosable() => Enumerable.Range(0, view.Compiled.Sponsors).Where(k => (tender.Judged >> k & 1) != 0);

    private static Dictionary<string, double> WeightsOf(EvaluationWeights w) => new()
    {
        ["price"] = w.Price, ["concession"] = w.Concession, ["guarantee"] = w.Guarantee, ["time"] = w.Time, ["quality"] = w.Quality,
        ["localContent"] = w.LocalContent, ["tie"] = w.Tie, ["concentration"] = w.Concentration, ["rent"] = w.Rent,
        ["compatibility"] = w.Compatibility, ["tasteScale"] = w.TasteScale, ["nobody"] = w.Nobody,
    };
}

/// <summary>Who would have been chosen with one offer changed, and which host would have refused that offer, -1 if none.</summary>
internal readonly record struct Verdict(int Winner, int Refuser);
