using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// Lots let together: each goes through bids, opinion and consent as if alone, then waits for the lots of its round that were opened with it; their
/// hosts say what they think of the offers, and all winners are chosen at once.
/// </summary>
public sealed partial class Kernel
{
    private readonly LettingRound?[]? rounds;
    private readonly bool[]? waits;

    private Question Wait(in TenderKey tender, bool overriding)
    {
        waits![tender.Segment] = true;
        rounds![tender.Segment]!.Overrides(tender.Segment) = overriding;
        Enqueue(tender.Day, Event.Let, tender.Segment, 0);
        return default;
    }

    // Whenever a lot waits or fails: if nobody is waited for any more, the hosts are asked, one after the other, on this day.
    private Question Let(int segment, int day) => rounds![segment]!.Gather(Record, segment, waits!) ? AskValuation(rounds[segment]!, day) : default;

    private Question AskValuation(LettingRound round, int day)
    {
        if (!round.TryNext(out var segment))
        {
            Decide(round, day);
            return default;
        }
        var tender = new TenderKey(segment, Record.Attempts[segment], day);
        return new Question(Asking.Choice, tender, Compiled.Segments[segment].Hosts.Mask, round.Overrides(segment), 0);
    }

    private Question AfterValuation(LettingRound round, in TenderKey tender)
    {
        var hosts = Compiled.Segments[tender.Segment].Hosts;
        var acceptable = hosts.AreSeveral ? JointChoice.Acceptable(hosts.Shares, BallotsOf(hosts), Eligible) : Eligible;
        var utilities = files.Utilities(tender.Segment, tender.Attempt);
        var tastes = files.Tastes(tender.Segment, tender.Attempt);
        round.Offer(tender.Segment, round.Nobody, view.Weigh(view.Weights.Nobody, 0) + tastes[Compiled.Sponsors]);
        for (var k = 0; k < Compiled.Sponsors; k++)
        {
            if ((acceptable >> k & 1) == 0) continue;
            ref readonly var bid = ref files.Bids(tender.Segment, tender.Attempt)[k];
            round.Offer(tender.Segment, k, view.Weigh(utilities[k], Scores[k]) + tastes[k], bid);
        }
        return AskValuation(round, tender.Day);
    }

    private void Decide(LettingRound round, int day)
    {
        for (var w = 0; w < Compiled.Windows.Length; w++) round.RoomsUsdBn[w] = RoomUsdBn(w, day);
        round.Choose(Record);
        foreach (var segment in round.Sitting)
        {
            var tender = new TenderKey(segment, Record.Attempts[segment], day);
            waits![segment] = false;
            // An award may move what the next host thinks; what is published of a tender is what can be seen when it is.
            view.Load(Record, Arm, segment);
            RememberUtilities(tender, round.Overrides(segment) ? files.Received(segment, tender.Attempt) : files.Standing(segment, tender.Attempt));
            if (round.ChosenFor(segment) is var winner && winner == round.Nobody) Fail(tender, Failure.Refused);
            else Award(tender, winner, round.Overrides(segment), round.DiscountFor(segment));
        }
    }

    private double RoomUsdBn(int window, int day)
    {
        if (window < 0) return 0;
        if (Array.IndexOf(Compiled.SharedWindows, window) is >= 0 and var shared) return Record.Shared.RoomsOn(day)[shared].UsdBn;
        var owner = Compiled.Windows[window].Sponsor;
        return ledgers[owner].RoomsOn(day)[Array.IndexOf(Compiled.WindowsOfSponsor[owner], window)].UsdBn;
    }
}
