using System.Numerics;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>What the agents answer: taken one by one, and judged when all who were asked have answered.</summary>
public sealed partial class Kernel
{
    private ulong waiting;
    private int choice;

    /// <summary>A sponsor bids.</summary>
    public void TakeBid(int sponsor, in Bid bid)
    {
        Expect(Asking.Bids, sponsor);
        RequireSound(bid, sponsor);
        files.Bids(pending.Tender.Segment, pending.Tender.Attempt)[sponsor] = bid;
        files.Received(pending.Tender.Segment, pending.Tender.Attempt) |= 1UL << sponsor;
    }

    /// <summary>A sponsor declines to bid.</summary>
    public void TakeDecline(int sponsor) => Expect(Asking.Bids, sponsor);

    /// <summary>The Secretariat scores the bids, by sponsor.</summary>
    public void TakeScores(ReadOnlySpan<double> scores)
    {
        Expect(Asking.Opinion);
        scores.CopyTo(files.Scores(pending.Tender.Segment, pending.Tender.Attempt));
    }

    /// <summary>A sponsor improves its bid.</summary>
    public void TakeImprovement(int sponsor, in Bid bid)
    {
        Expect(Asking.Improvement, sponsor);
        RequireSound(bid, sponsor);
        files.Bids(pending.Tender.Segment, pending.Tender.Attempt)[sponsor] = bid;
    }

    /// <summary>A sponsor lets its bid stand.</summary>
    public void TakeStanding(int sponsor) => Expect(Asking.Improvement, sponsor);

    /// <summary>A state objects to the bids of some sponsors.</summary>
    public void TakeObjections(int state, ulong sponsors)
    {
        Expect(Asking.Consent, state);
        for (var left = sponsors & Received; left != 0; left &= left - 1)
            files.Objectors(pending.Tender.Segment, pending.Tender.Attempt, BitOperations.TrailingZeroCount(left)) |= 1UL << state;
    }

    /// <summary>The contracting state chooses a sponsor, -1 for nobody; tastes by sponsor, nobody's last.</summary>
    public void TakeChoice(int winner, ReadOnlySpan<double> tastes)
    {
        if (pending.Kind is not (Asking.Choice or Asking.Reconsideration)) throw new InvalidOperationException($"A choice answers no {pending.Kind}.");
        if (BitOperations.PopCount(pending.Addressees) > 1) throw new InvalidOperationException("Several states choose together: each says what the bids are worth to it.");
        if (winner >= 0 && (Eligible >> winner & 1) == 0) throw new InvalidOperationException($"Sponsor {winner} may not be chosen.");
        waiting = 0;
        choice = winner;
        if (pending.Kind == Asking.Choice) tastes.CopyTo(files.Tastes(pending.Tender.Segment, pending.Tender.Attempt));
    }

    /// <summary>One of several contracting states says what the bids are worth to it; arrays by sponsor, nobody's last.</summary>
    public void TakeValuation(int state, ReadOnlySpan<double> values, ReadOnlySpan<double> tastes)
    {
        Expect(Asking.Choice, state);
        if (BitOperations.PopCount(pending.Addressees) == 1) throw new InvalidOperationException("The only contracting state chooses.");
        var hosts = Compiled.Segments[pending.Tender.Segment].Hosts.Shares;
        var joint = files.Tastes(pending.Tender.Segment, pending.Tender.Attempt);
        for (var h = 0; h < hosts.Length; h++)
        {
            if (hosts[h].State != state) continue;
            values.CopyTo(ballots.AsSpan(h * values.Length));
            for (var k = 0; k < tastes.Length; k++) joint[k] += hosts[h].Weight * tastes[k];
        }
    }

    private void Prepare()
    {
        waiting = pending.Addressees;
        view.Load(Record, Arm, pending.Tender.Segment);
    }

    private void Expect(Asking kind, int addressee = -1)
    {
        if (pending.Kind != kind) throw new InvalidOperationException($"An answer to {kind} came while {pending.Kind} was asked.");
        if (addressee < 0) return;
        if ((waiting >> addressee & 1) == 0) throw new InvalidOperationException($"Nobody asked {addressee} for {kind}, or it answered twice.");
        waiting &= ~(1UL << addressee);
    }

    private static void RequireSound(in Bid bid, int sponsor)
    {
        if (bid.Sponsor != sponsor || !(bid.PriceUsdBn > 0) || !double.IsFinite(bid.PriceUsdBn) || bid.FaceUsdBn > bid.PriceUsdBn * (1 + 1e-12))
            throw new InvalidOperationException($"Sponsor {sponsor} sent an unsound bid: price {bid.PriceUsdBn}, loan {bid.FaceUsdBn} USD bn.");
    }

    // The answers to the pending question are in.
    private Question Judge()
    {
        if (waiting != 0) throw new InvalidOperationException($"{pending.Kind}: not everybody asked has answered.");
        var tender = pending.Tender;
        switch (pending.Kind)
        {
            case Asking.Bids: return AfterBids(tender);
            case Asking.Opinion: return AfterOpinion(tender);
            case Asking.Improvement: return AfterImprovement(tender);
            case Asking.Consent: return AfterConsent(tender);
            case Asking.Choice: return AfterChoice(tender);
            case Asking.Reconsideration: AfterReconsideration(tender); return default;
            default: return default;
        }
    }
}
