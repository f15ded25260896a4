using System.Numerics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Messages;

/// <summary>What the host asks of agents, and what they answer.</summary>
public sealed partial class Translation
{
    /// <summary>The kernel's pending question, as one of its addressees is asked it.</summary>
    /// <param name="kernel">The kernel that asks.</param>
    /// <param name="addressee">Index of the sponsor or state; of no meaning for the Secretariat.</param>
    internal IRequest Question(Kernel kernel, int addressee)
    {
        var question = kernel.Pending;
        var tender = Write(question.Tender);
        return question.Kind switch
        {
            Asking.Bids => new InviteBid { Tender = tender, CostSignalUsdBn = kernel.CostSignalUsdBn(addressee) },
            Asking.Opinion => new SeekOpinion { Tender = tender, Offers = Offers(kernel, kernel.Received) },
            Asking.Improvement => new CallBestAndFinal { Tender = tender, Score = kernel.Scores[addressee] },
            Asking.Consent => new SeekConsent { Tender = tender, Candidates = Candidates(kernel) },
            Asking.Choice => new SeekChoice
            {
                Tender = tender, Bidders = SponsorIds(kernel.Received), Offers = Offers(kernel, kernel.Eligible),
                Opinions = Write(kernel.Eligible, kernel.Scores), Overriding = question.Overriding,
            },
            Asking.Reconsideration => new ReconsiderAward
            {
                Tender = tender, Year = question.TasteIndex, Bidders = SponsorIds(kernel.Received), Offers = Offers(kernel, kernel.Eligible),
                Opinions = Write(kernel.Eligible, kernel.Scores),
            },
            var kind => throw new InvalidOperationException($"{kind} is not asked."),
        };
    }

    internal BidSubmitted Submitted(in TenderKey tender, in Bid bid) =>
        new() { Tender = Write(tender), Offer = WriteOffer(tender, bid), Reckoning = WriteReckoning(bid) };

    internal BidJoined Joined(in TenderKey tender, in Bid joint, double shareUsdBn) =>
        new() { Tender = Write(tender), Offer = WriteOffer(tender, joint), Reckoning = WriteReckoning(joint), ShareUsdBn = shareUsdBn };

    internal BidDeclined Declined(in TenderKey tender, int sponsor) => new() { Tender = Write(tender), Sponsor = SponsorId(sponsor) };

    internal OpinionGiven Opined(in TenderKey tender, ulong received, ReadOnlySpan<double> scores) =>
        new() { Tender = Write(tender), Scores = Write(received, scores) };

    internal BidImproved Improved(in TenderKey tender, in Bid bid) =>
        new() { Tender = Write(tender), Offer = WriteOffer(tender, bid), Reckoning = WriteReckoning(bid) };

    internal BidKept Kept(in TenderKey tender, int sponsor) => new() { Tender = Write(tender), Sponsor = SponsorId(sponsor) };

    internal ConsentGiven Consented(in TenderKey tender, int state, ulong objections) =>
        new() { Tender = Write(tender), State = StateId(state), Objections = SponsorIds(objections) };

    internal ChoiceMade Chose(in TenderKey tender, int state, ulong eligible, int winner, ReadOnlySpan<double> tastes) => new()
    {
        Tender = Write(tender), State = StateId(state), Winner = SponsorId(winner),
        Tastes = Write(eligible, tastes), NobodyTaste = tastes[Compiled.Sponsors],
    };

    internal BidsValued Valued(in TenderKey tender, int state, ulong eligible, in Ballot ballot) => new()
    {
        Tender = Write(tender), State = StateId(state), Values = Write(eligible, ballot.Values), NobodyValue = ballot.Values[Compiled.Sponsors],
        Tastes = Write(eligible, ballot.Tastes), NobodyTaste = ballot.Tastes[Compiled.Sponsors],
    };

    /// <summary>Lays bids out by sponsor.</summary>
    /// <returns>The sponsors that have one.</returns>
    internal ulong Read(in TenderKey tender, Offer[] offers, Span<Bid> bids)
    {
        var mask = 0UL;
        foreach (var offer in offers)
        {
            var bid = Read(tender, offer);
            mask |= 1UL << bid.Sponsor;
            bids[bid.Sponsor] = bid;
        }
        return mask;
    }

    /// <summary>Lays out by sponsor what a state concerned may know of bids: the standards.</summary>
    /// <returns>The sponsors that have one.</returns>
    internal ulong Read(in TenderKey tender, Candidate[] candidates, Span<Bid> bids)
    {
        var mask = 0UL;
        foreach (var candidate in candidates)
        {
            var k = Sponsor(candidate.Sponsor);
            mask |= 1UL << k;
            bids[k] = new Bid { Sponsor = k, Standard = Standard(tender, candidate.Standard) };
        }
        return mask;
    }

    private static Reckoning WriteReckoning(in Bid bid) => new()
    {
        BidCostUsdBn = bid.BidCostUsdBn, WinProbability = bid.WinProbability, PayoffUsdBn = bid.PayoffUsdBn, BelievedBidders = bid.BelievedBidders,
    };

    private Offer[] Offers(Kernel kernel, ulong sponsors)
    {
        var offers = new Offer[BitOperations.PopCount(sponsors)];
        for (var n = 0; sponsors != 0; sponsors &= sponsors - 1)
            offers[n++] = WriteOffer(kernel.Pending.Tender, kernel.Bids[BitOperations.TrailingZeroCount(sponsors)]);
        return offers;
    }

    private Candidate[] Candidates(Kernel kernel)
    {
        var standing = kernel.Eligible;
        var candidates = new Candidate[BitOperations.PopCount(standing)];
        for (var n = 0; standing != 0; standing &= standing - 1)
        {
            var k = BitOperations.TrailingZeroCount(standing);
            candidates[n++] = new Candidate { Sponsor = SponsorId(k), Standard = StandardId(kernel.Pending.Tender, kernel.Bids[k].Standard) };
        }
        return candidates;
    }
}
