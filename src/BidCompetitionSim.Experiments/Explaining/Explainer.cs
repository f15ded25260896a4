using System.Numerics;
using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Explaining;

/// <summary>Explains a tender with the model's own functions, on the view that its parties had.</summary>
internal sealed class Explainer
{
    private const int Nobody = -1;

    private readonly TenderView view;
    private readonly OpenTender tender;
    private readonly int otherBids;
    private readonly (int Sponsor, double Decision)[] ranking;

    public Explainer(TenderView view, OpenTender tender)
    {
        (this.view, this.tender) = (view, tender);
        otherBids = BitOperations.PopCount(tender.Received) - 1;
        ranking = [.. Choosable().Append(Nobody).Select(k => (k, DecisionOf(k))).OrderByDescending(entry => entry.Item2)];
    }

    public Explanation Explain() => new()
    {
        Segment = view.Compiled.Scenario.Segments[view.Segment].Id, Attempt = tender.Key.Attempt, Weights = WeightsOf(view.Weights),
        RegionalWeight = view.Arm.RegionalWeight, RegionalScale = view.Compiled.Scenario.Secretariat.RegionalScale, Probabilities = Probabilities(),
        First = NameOf(ranking[0].Sponsor), Second = NameOf(ranking[1].Sponsor), Margin = ranking[0].Decision - ranking[1].Decision,
        Flips = Flips(),
    };

    /// <summary>What decides about an offer: the host's utility and the Secretariat's score of the changed offer, its error and the host's taste as they were.</summary>
    public double DecisionOf(in Bid bid)
    {
        var original = tender.Bids[bid.Sponsor];
        var opinion = tender.Opinions[bid.Sponsor];
        if (view.Arm.RegionalWeight > 0 && !bid.Equals(original)) opinion += view.Regional.Of(bid) - view.Regional.Of(original);
        return view.Weigh(view.Evaluate(bid, otherBids).Total, opinion) + tender.Tastes[bid.Sponsor];
    }

    private double DecisionOf(int sponsor) =>
        sponsor == Nobody ? view.Weigh(view.Weights.Nobody, 0) + tender.NobodyTaste : DecisionOf(tender.Bids[sponsor]);

    // Where nobody comes second, what could have kept it so is a worse first; where nobody is first, a better second.
    private Flip[] Flips()
    {
        var (first, second) = (ranking[0], ranking[1]);
        var changed = second.Sponsor == Nobody ? first : second;
        var target = second.Sponsor == Nobody ? second.Decision : first.Decision;
        return [.. new FlipSearch(view, this, tender.Bids[changed.Sponsor], changed.Decision, target).All()];
    }

    private IEnumerable<int> Choosable() => Enumerable.Range(0, view.Compiled.Sponsors).Where(k => (tender.Judged >> k & 1) != 0 && tender.Refusals[k].Count == 0);

    private SortedDictionary<string, double> Probabilities()
    {
        var utilities = Array.ConvertAll(ranking, entry => entry.Decision - (entry.Sponsor == Nobody ? tender.NobodyTaste : tender.Tastes[entry.Sponsor]));
        Choice.Probabilities(utilities, view.Weights.TasteScale, utilities);
        var result = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var n = 0; n < ranking.Length; n++) result.Add(NameOf(ranking[n].Sponsor), utilities[n]);
        return result;
    }

    private string NameOf(int sponsor) => sponsor == Nobody ? "" : view.Compiled.Scenario.Sponsors[sponsor].Id;

    private static Dictionary<string, double> WeightsOf(EvaluationWeights w) => new()
    {
        ["price"] = w.Price, ["concession"] = w.Concession, ["guarantee"] = w.Guarantee, ["time"] = w.Time, ["quality"] = w.Quality,
        ["localContent"] = w.LocalContent, ["tie"] = w.Tie, ["concentration"] = w.Concentration, ["rent"] = w.Rent,
        ["compatibility"] = w.Compatibility, ["tasteScale"] = w.TasteScale, ["nobody"] = w.Nobody,
    };
}
