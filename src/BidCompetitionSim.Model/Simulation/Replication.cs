using System.Numerics;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Secretariat;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// The direct carrier: one arm-run by method calls, all agents in one place. Reused for replication after replication without allocating.
/// Not safe for use by several threads at once; give each its own.
/// </summary>
public sealed class Replication : IWhispers
{
    private readonly Scorer scorer;
    private readonly Minds minds;
    private readonly double[] scores;
    private readonly double[] tastes;
    private readonly double[] values;
    private readonly ulong[] stateKeys;
    private readonly ulong[] sponsorKeys;
    private ulong secretariatKey;
    private ulong keyedSeed;
    private bool keyed;
    private Journal? journal;

    /// <summary>A carrier for one scenario under one arrangement.</summary>
    public Replication(Compiled compiled, Arm arm)
    {
        Kernel = new Kernel(compiled, arm);
        minds = new Minds(compiled, Kernel.Record, arm, Kernel.View);
        scorer = new Scorer(compiled);
        scores = new double[compiled.Sponsors];
        tastes = new double[compiled.Sponsors + 1];
        values = new double[compiled.Sponsors + 1];
        stateKeys = new ulong[compiled.States];
        sponsorKeys = new ulong[compiled.Sponsors];
    }

    /// <summary>The host of the run.</summary>
    public Kernel Kernel { get; }

    /// <summary>What came of the last run.</summary>
    public Outcome Outcome => scorer.Outcome;

    /// <summary>A sponsor's mind, as it is now.</summary>
    public SponsorMind MindOf(int sponsor) => minds[sponsor];

    /// <summary>Plays one run to its end.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <param name="journal">Who writes the run down; null for nobody. The caller closes it.</param>
    public void Run(ulong seed, uint replication, Journal? journal = null)
    {
        this.journal = journal;
        TakeSeats(seed, replication);
        Kernel.Open(seed, replication, minds, journal, this);
        while (Kernel.Advance() is { Kind: not Asking.Nothing } question)
        {
            journal?.Asked(Kernel);
            Answer(question);
        }
        scorer.Score(Kernel);
    }

    void IWhispers.Debriefed(int sponsor, in TenderKey tender, int rival, double gap)
    {
        journal?.Debriefed(sponsor, tender, rival, gap);
        minds.Debriefed(sponsor, tender, rival, gap);
    }

    void IWhispers.Joined(int sponsor, in TenderKey tender, in Bid joint, double shareUsdBn)
    {
        journal?.Joined(sponsor, tender, joint, shareUsdBn);
        minds.Joined(sponsor, tender, joint, shareUsdBn);
    }

    private void TakeSeats(ulong seed, uint replication)
    {
        if (!keyed || seed != keyedSeed) TakeKeys(seed);
        for (var k = 0; k < minds.Count; k++) minds[k].TakeSeat(sponsorKeys[k], replication);
    }

    private void TakeKeys(ulong seed)
    {
        (keyed, keyedSeed) = (true, seed);
        for (var k = 0; k < sponsorKeys.Length; k++) sponsorKeys[k] = AgentKeys.OfSponsor(seed, Kernel.Compiled.Scenario.Sponsors[k].Id);
        secretariatKey = AgentKeys.OfSecretariat(seed);
        for (var i = 0; i < stateKeys.Length; i++) stateKeys[i] = AgentKeys.OfState(seed, Kernel.Compiled.Scenario.States[i].Id);
    }

    private void Answer(in Question question)
    {
        switch (question.Kind)
        {
            case Asking.Bids: Bid(question); break;
            case Asking.Opinion: Opine(question); break;
            case Asking.Improvement: Improve(question); break;
            case Asking.Consent: Consent(question); break;
            case Asking.Choice: Choose(question, Taste.OfTender); break;
            case Asking.Reconsideration: Choose(question, Taste.OfReconsideration(question.TasteIndex)); break;
            default: throw new InvalidOperationException($"No question {question.Kind}.");
        }
    }

    private void Bid(in Question question)
    {
        for (var left = question.Addressees; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            if (SponsorBehaviour.Answer(Kernel.View, minds[k], Kernel.CostSignalUsdBn(k), out var bid))
            {
                Kernel.TakeBid(k, bid);
                journal?.Bid(question.Tender, bid);
                continue;
            }
            Kernel.TakeDecline(k);
            journal?.Declined(question.Tender, k);
        }
    }

    private void Opine(in Question question)
    {
        SecretariatBehaviour.Opine(Kernel.View, new Draws(secretariatKey, Kernel.Replication), Kernel.Received, Kernel.Bids, scores);
        Kernel.TakeScores(scores);
        journal?.Opined(question.Tender, Kernel.Received, scores);
    }

    private void Improve(in Question question)
    {
        for (var left = question.Addressees; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            if (SponsorBehaviour.Improve(Kernel.View, minds[k], Kernel.Scores[k], out var bid))
            {
                Kernel.TakeImprovement(k, bid);
                journal?.Improved(question.Tender, bid);
                continue;
            }
            Kernel.TakeStanding(k);
            journal?.Kept(question.Tender, k);
        }
    }

    private void Consent(in Question question)
    {
        var standing = Kernel.Eligible;
        for (var left = question.Addressees; left != 0; left &= left - 1)
        {
            var state = BitOperations.TrailingZeroCount(left);
            var objections = HostBehaviour.Objections(Kernel.View, DrawsOf(state), state, standing, Kernel.Bids);
            Kernel.TakeObjections(state, objections);
            journal?.Consented(question.Tender, state, objections);
        }
    }

    private void Choose(in Question question, Taste taste)
    {
        if (BitOperations.PopCount(question.Addressees) > 1)
        {
            Value(question, taste);
            return;
        }
        var state = BitOperations.TrailingZeroCount(question.Addressees);
        var sheet = new BidSheetView(Kernel.Received, Kernel.Eligible, Kernel.Bids, Kernel.Scores);
        var winner = HostBehaviour.Choose(Kernel.View, new Voter(state, DrawsOf(state)), sheet, taste, new Ballot(values, tastes));
        Kernel.TakeChoice(winner, tastes);
        journal?.Chose(question.Tender, state, Kernel.Eligible, winner, tastes);
    }

    private void Value(in Question question, Taste taste)
    {
        var sheet = new BidSheetView(Kernel.Received, Kernel.Eligible, Kernel.Bids, Kernel.Scores);
        var ballot = new Ballot(values, tastes);
        for (var left = question.Addressees; left != 0; left &= left - 1)
        {
            var state = BitOperations.TrailingZeroCount(left);
            HostBehaviour.Value(Kernel.View, new Voter(state, DrawsOf(state)), sheet, taste, ballot);
            Kernel.TakeValuation(state, values, tastes);
            journal?.Valued(question.Tender, state, Kernel.Eligible, ballot);
        }
    }

    private Draws DrawsOf(int state) => new(stateKeys[state], Kernel.Replication);
}
