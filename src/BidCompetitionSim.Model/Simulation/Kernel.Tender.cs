using System.Numerics;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// The life of a tender: opened → bids → [opinion → best and final → struck → consent] → choice → award or failure.
/// Bracketed steps happen only where the arrangement has them; a failed attempt is opened once more.
/// </summary>
public sealed partial class Kernel
{
    private Question OpenTender(int segment, int day)
    {
        if (Compiled.Shocks?.OpeningOn(segment, day) is { } opening && opening > day)
        {
            Enqueue(opening, Event.Open, segment, 0);
            return default;
        }
        var tender = new TenderKey(segment, Record.Attempts[segment] + 1, day);
        var host = Compiled.Segments[segment].Host;
        var hosts = Compiled.Segments[segment].Hosts;
        var interested = Interested(segment);
        var named = Arm.Opacity <= 0.5 ? interested : 0;
        improved[segment] = false;
        welfare[segment] = 0;
        announcer.TenderOpened(new TenderNotice(tender, PublishedDebt(host), OpenWindows(tender), named)
        {
            HostDebtsToGdp = hosts.AreSeveral ? PublishedDebts(hosts) : default,
        });
        if (interested != 0) return new Question(Asking.Bids, tender, interested, false, 0);
        Fail(tender, Failure.NoBid);
        return default;
    }

    // Statistics offices publish debt in whole percent: the size of a secret loan cannot be read from it.
    private double PublishedDebt(int state) => Math.Round(debt.RatioOf(state), 2, MidpointRounding.ToEven);

    private ReadOnlyMemory<double> PublishedDebts(ContractingStates hosts)
    {
        for (var h = 0; h < hosts.Shares.Length; h++) hostDebts[h] = PublishedDebt(hosts.Shares[h].State);
        return hostDebts.AsMemory(0, hosts.Shares.Length);
    }

    private ulong Interested(int segment)
    {
        var mask = 0UL;
        for (var k = 0; k < Compiled.Sponsors; k++)
        {
            var own = segment * Compiled.Sponsors + k;
            if (presence[own] < participation[own]) mask |= 1UL << k;
        }
        return mask;
    }

    private ulong OpenWindows(in TenderKey tender)
    {
        var mask = OpenShared(tender);
        foreach (ref readonly var window in servingWindows[tender.Segment].AsSpan())
            if (window.FirstDay <= tender.Day && ledgers[window.Sponsor].IsOpenOn(tender.Day, window.Place)) mask |= 1UL << window.Window;
        return mask;
    }

    // A multilateral lender appraises the project itself, whoever will build it, and says before the bids whether it would lend.
    private ulong OpenShared(in TenderKey tender)
    {
        if (Compiled.SharedWindows.Length == 0) return 0;
        var mask = 0UL;
        var rooms = Record.Shared.RoomsOn(tender.Day);
        for (var k = 0; k < rooms.Length; k++)
        {
            var window = Compiled.SharedWindows[k];
            if (rooms[k].IsOpen && Compiled.Windows[window].Serves(Compiled.Segments[tender.Segment], tender.Day) && PassesAppraisal(window, tender)) mask |= 1UL << window;
        }
        return mask;
    }

    private bool PassesAppraisal(int window, in TenderKey tender)
    {
        var rules = Compiled.Windows[window].Multilateral!;
        if (Compiled.Economics[tender.Segment].ForecastEirr is not { } forecast) return false;
        var error = nature.Normal(DrawPurpose.LenderAppraisal, 0, Compiled.Addresses.Lender(tender.Segment, window, tender.Attempt));
        return forecast + rules.AppraisalSd * error >= rules.HurdlePerYear;
    }

    private bool NeedsScores => Arm.Opinion == OpinionRule.Published || Arm.RegionalWeight > 0;

    private Question AfterBids(TenderKey tender)
    {
        if (Received == 0)
        {
            Fail(tender, Failure.NoBid);
            return default;
        }
        if (joint is not null) Join(tender);
        if (!NeedsScores) return AskConsent(tender);
        var delay = ConsultationDays(tender.Segment);
        if (delay == 0) return AskOpinion(tender);
        Enqueue(tender.Day + delay, Event.Judge, tender.Segment, 0);
        return default;
    }

    // Two bidders that gain by it put one bid in place of theirs, unless tension or their own reserve keeps them apart.
    private void Join(in TenderKey tender)
    {
        var bids = files.Bids(tender.Segment, tender.Attempt);
        view.Load(Record, Arm, tender.Segment);
        if (!joint!.TryFind(view, bids, Received, ledgers, out var agreed)) return;
        var openness = (1 - Record.Diplomacy.Tension) * (Compiled.Scenario.Bidding.JointOpenness ?? 1);
        if (!(nature.Uniform(DrawPurpose.JointBid, 0, Compiled.Addresses.Tender(tender.Segment, tender.Attempt)) < openness)) return;
        var shares = NashShares.Of(JointBidding.Expected(agreed), JointBidding.Expected(bids[agreed.Sponsor]), JointBidding.Expected(bids[agreed.Partner]));
        bids[agreed.Sponsor] = agreed;
        files.Received(tender.Segment, tender.Attempt) &= ~(1UL << agreed.Partner);
        whispers?.Joined(agreed.Sponsor, tender, agreed, shares.First);
        whispers?.Joined(agreed.Partner, tender, agreed, shares.Second);
    }

    private int ConsultationDays(int segment)
    {
        var rules = Compiled.Scenario.Secretariat;
        var compiled = Compiled.Segments[segment];
        var states = BitOperations.PopCount((Arm.ConsultCorridor ? compiled.StatesOnRoute : compiled.StatesAtJunctions) | compiled.Hosts.Mask);
        return Elementary.RoundHalfEven(rules.ConsultationDays * (states - 1) * (1 - rules.Strength / 2));
    }

    private static Question AskOpinion(in TenderKey tender) => new(Asking.Opinion, tender, 0, false, 0);

    private Question AfterOpinion(TenderKey tender)
    {
        var received = Received;
        if (Arm.Opinion == OpinionRule.Published) announcer.OpinionPublished(tender, received, Scores);
        var below = Below(received);
        if (Arm.BestAndFinal && !improved[tender.Segment] && below != 0)
        {
            improved[tender.Segment] = true;
            return new Question(Asking.Improvement, tender, below, false, 0);
        }
        if (Arm.Floor && below != 0)
        {
            files.Floored(tender.Segment, tender.Attempt) |= below;
            announcer.BidsStruck(tender, below, StrikeReason.Floor);
        }
        return AskConsent(tender);
    }

    private ulong Below(ulong received)
    {
        var below = 0UL;
        for (var left = received; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            if (Scores[k] < Compiled.Scenario.Secretariat.Floor) below |= 1UL << k;
        }
        return below;
    }

    private Question AfterImprovement(TenderKey tender)
    {
        Enqueue(tender.Day + Compiled.Scenario.Secretariat.BestAndFinalDays, Event.Judge, tender.Segment, 0);
        return default;
    }

    private Question AskConsent(in TenderKey tender)
    {
        var compiled = Compiled.Segments[tender.Segment];
        var concerned = compiled.StatesAtJunctions & ~compiled.Hosts.Mask;
        if (Arm.Consent == ConsentRule.Host || concerned == 0 || files.Standing(tender.Segment, tender.Attempt) == 0) return AskChoice(tender);
        return new Question(Asking.Consent, tender, concerned, false, 0);
    }

    private Question AfterConsent(TenderKey tender)
    {
        var struck = 0UL;
        for (var left = files.Standing(tender.Segment, tender.Attempt); left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            var objectors = BitOperations.PopCount(files.Objectors(tender.Segment, tender.Attempt, k));
            var needed = Arm.Consent == ConsentRule.Unanimity ? 1 : BitOperations.PopCount(pending.Addressees) / 2 + 1;
            if (objectors >= needed) struck |= 1UL << k;
        }
        if (struck != 0)
        {
            files.Objected(tender.Segment, tender.Attempt) |= struck;
            announcer.BidsStruck(tender, struck, StrikeReason.Objection);
        }
        return AskChoice(tender);
    }

    private Question AskChoice(in TenderKey tender)
    {
        if (files.Standing(tender.Segment, tender.Attempt) != 0) return AskChoice(tender, overriding: false);
        var u = nature.Uniform(DrawPurpose.Override, 0, Compiled.Addresses.Tender(tender.Segment, tender.Attempt));
        if (u < 1 - Compiled.Scenario.Secretariat.Mandate) return AskChoice(tender, overriding: true);
        view.Load(Record, Arm, tender.Segment);
        RememberUtilities(tender, 0);
        Fail(tender, Failure.AllStruck);
        return default;
    }

    private Question AskChoice(in TenderKey tender, bool overriding) => rounds?[tender.Segment] is null
        ? new Question(Asking.Choice, tender, Compiled.Segments[tender.Segment].Hosts.Mask, overriding, 0) : Wait(tender, overriding);

    private Question AfterChoice(in TenderKey tender)
    {
        RememberUtilities(tender, Eligible);
        if (rounds?[tender.Segment] is { } round) return AfterValuation(round, tender);
        var hosts = Compiled.Segments[tender.Segment].Hosts;
        if (hosts.AreSeveral) choice = JointChoice.Winner(hosts.Shares, BallotsOf(hosts), Eligible);
        if (choice < 0) Fail(tender, Failure.Refused);
        else Award(tender, choice, pending.Overriding, 0);
        return default;
    }

    private ReadOnlySpan<double> BallotsOf(ContractingStates hosts) => ballots.AsSpan(0, hosts.Shares.Length * (Compiled.Sponsors + 1));

    // The view is that of the tender: nothing has happened since the question was asked.
    private void RememberUtilities(in TenderKey tender, ulong eligible)
    {
        var received = files.Received(tender.Segment, tender.Attempt);
        var utilities = files.Utilities(tender.Segment, tender.Attempt);
        var bids = files.Bids(tender.Segment, tender.Attempt);
        var otherBids = BitOperations.PopCount(received) - 1;
        var scores = files.Scores(tender.Segment, tender.Attempt);
        var scale = view.Weights.TasteScale;
        var worth = new ChoiceWorth(view.Weights.Nobody, view.Weigh(view.Weights.Nobody, 0), scale);
        for (var left = received; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            utilities[k] = view.UtilityOf(bids[k], otherBids);
            if ((eligible >> k & 1) != 0) worth.Add(utilities[k], view.Weigh(utilities[k], scores[k]));
        }
        welfare[tender.Segment] = view.ReferenceCostUsdBn * (scale / view.Weights.Price) * worth.Value;
    }

    private void Award(in TenderKey tender, int winner, bool overridden, double discount)
    {
        var (segment, received) = (tender.Segment, files.Received(tender.Segment, tender.Attempt));
        ref var contract = ref contracts[segment];
        contract = files.Bids(segment, tender.Attempt)[winner];
        contract.TakeOff(discount);
        var scored = Publish(tender, received);
        if (contract.Partner < 0) Debrief(tender, received, winner);
        var borrowed = Compiled.SharedWindows.Length == 0 ? default : Record.Shared.Cut(ref contract, tender.Day);
        announcer.TenderAwarded(
            new AwardNotice(tender, received, winner, contract.Standard, contract.CompletionYears, overridden, scored, borrowed, discount, contract.Partner), published);
        for (var left = received & ~(1UL << winner) & (scored == 0 && contract.Partner < 0 ? ulong.MaxValue : 0); left != 0; left &= left - 1)
            whispers?.Debriefed(BitOperations.TrailingZeroCount(left), tender, winner, published[BitOperations.TrailingZeroCount(left)]);
        ledgers[winner].Commit(ref contract, tender.Day);
        if (contract.Partner >= 0) ledgers[contract.Partner].Commit(ref contract, tender.Day);
        // Rent is taken from the loan as signed, which may be smaller than the one offered.
        rents[segment] = view.RentUsdBn(contract, BitOperations.PopCount(received) - 1);
        Enqueue(tender.Day + Compiled.Scenario.Delivery.CloseDays + view.RulesOf(contract).ExtraDays, Event.Close, segment, 0);
        CountLosses(tender, received & ~(1UL << winner));
    }

    private void Fail(in TenderKey tender, Failure reason)
    {
        var final = tender.Attempt >= 2;
        var received = files.Received(tender.Segment, tender.Attempt);
        var scored = received == 0 ? 0 : Publish(tender, received);
        announcer.AttemptFailed(new FailureNotice(tender, received, reason, final, scored), published);
        if (rounds?[tender.Segment] is not null) Enqueue(tender.Day, Event.Let, tender.Segment, 0);
        if (!final) Enqueue(tender.Day + Compiled.Scenario.Secretariat.ReopenDays, Event.Open, tender.Segment, 0);
    }

    // Results are published with the error of any score sheet: exact ones would give a rival's price, hence its cost signal, away.
    private ulong Publish(in TenderKey tender, ulong received)
    {
        if (Arm.Opacity > 0.5) return 0;
        var error = Math.Sqrt(Compiled.Scenario.Bidding.PublishedVariance);
        var utilities = files.Utilities(tender.Segment, tender.Attempt);
        for (var left = received; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            published[k] = utilities[k] + error * nature.Normal(DrawPurpose.Observation, 0, Compiled.Addresses.Attempt(tender.Segment, k, tender.Attempt));
        }
        return received;
    }

    // Where results are secret a losing bidder hears, with a larger error of its own, how far the winner went beyond its reference offer.
    private void Debrief(in TenderKey tender, ulong received, int winner)
    {
        if (Arm.Opacity <= 0.5) return;
        var gap = files.Utilities(tender.Segment, tender.Attempt)[winner] - view.ReferenceUtility(winner);
        var error = Math.Sqrt(Compiled.Scenario.Bidding.SecretVariance);
        for (var left = received & ~(1UL << winner); left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            published[k] = gap + error * nature.Normal(DrawPurpose.Observation, 1, Compiled.Addresses.Attempt(tender.Segment, k, tender.Attempt));
        }
    }
}
