using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Explaining;

/// <summary>Writes down what each of several contracting states thinks of a tender's offers.</summary>
internal static class HostSheet
{
    public static HostJudgement[] Of(TenderView view, OpenTender tender, Ballots ballots) =>
        [.. Enumerable.Range(0, view.Hosts.Shares.Length).Select(h => JudgementOf(view, tender, ballots, h))];

    private static HostJudgement JudgementOf(TenderView view, OpenTender tender, Ballots ballots, int h)
    {
        var taste = ballots.TastesOf(h)[ballots.Nobody];
        return new HostJudgement
        {
            State = view.Compiled.Scenario.States[view.Hosts.Shares[h].State].Id, Weight = view.Hosts.Shares[h].Weight,
            NobodyUtility = ballots.ValueTo(h, ballots.Nobody) - taste, NobodyTaste = taste,
            Offers = [.. Enumerable.Range(0, view.Compiled.Sponsors).Where(k => (tender.Judged >> k & 1) != 0).Select(k => UtilityOf(view, tender, ballots, h, k))],
        };
    }

    private static HostUtility UtilityOf(TenderView view, OpenTender tender, Ballots ballots, int h, int sponsor) => new()
    {
        Sponsor = view.Compiled.Scenario.Sponsors[sponsor].Id,
        Utility = OfferSheet.Written(view.EvaluateFor(view.Hosts.Shares[h].State, tender.Bids[sponsor], tender.OtherBids)) with
        {
            Taste = ballots.TastesOf(h)[sponsor], Decision = ballots.ValueTo(h, sponsor),
        },
    };
}
