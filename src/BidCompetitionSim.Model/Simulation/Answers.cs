using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>Reads what agents answer into the kernel and the journal. An answer that is none throws; the caller names the agent.</summary>
internal sealed class Answers(Kernel kernel, Journal journal)
{
    private readonly Translation words = new(kernel.Compiled);
    private readonly double[] scores = new double[kernel.Compiled.Sponsors];
    private readonly double[] tastes = new double[kernel.Compiled.Sponsors + 1];
    private readonly double[] values = new double[kernel.Compiled.Sponsors + 1];

    /// <summary>Takes one agent's answer to the pending question.</summary>
    public void Take(string agent, IMessage answer)
    {
        switch (answer)
        {
            case BidSubmitted m: Bid(agent, m); break;
            case BidDeclined m: Decline(agent, m); break;
            case OpinionGiven m: Opine(m); break;
            case BidImproved m: Improve(agent, m); break;
            case BidKept m: Keep(agent, m); break;
            case ConsentGiven m: Consent(agent, m); break;
            case ChoiceMade m: Choose(agent, m); break;
            case BidsValued m: Value(agent, m); break;
            default: throw new ArgumentException($"{answer.GetType().Name} answers nothing.");
        }
    }

    private void Bid(string agent, BidSubmitted m)
    {
        About(m.Tender);
        By(agent, AgentName.Sponsor(m.Offer.Sponsor));
        var bid = words.Read(kernel.Pending.Tender, m.Offer, m.Reckoning);
        kernel.TakeBid(bid.Sponsor, bid);
        journal.Bid(kernel.Pending.Tender, bid);
    }

    private void Decline(string agent, BidDeclined m)
    {
        About(m.Tender);
        By(agent, AgentName.Sponsor(m.Sponsor));
        kernel.TakeDecline(words.Sponsor(m.Sponsor));
        journal.Declined(kernel.Pending.Tender, words.Sponsor(m.Sponsor));
    }

    private void Opine(OpinionGiven m)
    {
        About(m.Tender);
        if (words.Read(m.Scores, scores) != kernel.Received) throw new ArgumentException("An opinion scores every bid received, and no other.");
        kernel.TakeScores(scores);
        journal.Opined(kernel.Pending.Tender, kernel.Received, scores);
    }

    private void Improve(string agent, BidImproved m)
    {
        About(m.Tender);
        By(agent, AgentName.Sponsor(m.Offer.Sponsor));
        var bid = words.Read(kernel.Pending.Tender, m.Offer, m.Reckoning);
        kernel.TakeImprovement(bid.Sponsor, bid);
        journal.Improved(kernel.Pending.Tender, bid);
    }

    private void Keep(string agent, BidKept m)
    {
        About(m.Tender);
        By(agent, AgentName.Sponsor(m.Sponsor));
        kernel.TakeStanding(words.Sponsor(m.Sponsor));
        journal.Kept(kernel.Pending.Tender, words.Sponsor(m.Sponsor));
    }

    private void Consent(string agent, ConsentGiven m)
    {
        About(m.Tender);
        By(agent, AgentName.State(m.State));
        var (state, objections) = (words.State(m.State), words.Sponsors(m.Objections));
        kernel.TakeObjections(state, objections);
        journal.Consented(kernel.Pending.Tender, state, objections);
    }

    private void Choose(string agent, ChoiceMade m)
    {
        About(m.Tender);
        By(agent, AgentName.State(m.State));
        var (winner, eligible) = (words.SponsorOrNobody(m.Winner), kernel.Eligible);
        if (words.Read(m.Tastes, tastes.AsSpan(0, scores.Length)) != eligible) throw new ArgumentException("Tastes are for the bids to choose among.");
        tastes[^1] = m.NobodyTaste;
        kernel.TakeChoice(winner, tastes);
        journal.Chose(kernel.Pending.Tender, words.State(m.State), eligible, winner, tastes);
    }

    private void Value(string agent, BidsValued m)
    {
        About(m.Tender);
        By(agent, AgentName.State(m.State));
        var (state, eligible) = (words.State(m.State), kernel.Eligible);
        if (words.Read(m.Values, values.AsSpan(0, scores.Length)) != eligible || words.Read(m.Tastes, tastes.AsSpan(0, scores.Length)) != eligible)
            throw new ArgumentException("What is valued are the bids to choose among.");
        (values[^1], tastes[^1]) = (m.NobodyValue, m.NobodyTaste);
        kernel.TakeValuation(state, values, tastes);
        journal.Valued(kernel.Pending.Tender, state, eligible, new Ballot(values, tastes));
    }

    private void About(in Tender tender)
    {
        if (words.Read(tender) != kernel.Pending.Tender)
            throw new ArgumentException($"The answer is about {tender.Segment}, attempt {tender.Attempt}, day {tender.Day}, which was not asked.");
    }

    private static void By(string agent, string speaker)
    {
        if (agent != speaker) throw new ArgumentException($"{agent} cannot speak for {speaker}.");
    }
}
