using System.Numerics;
using BidCompetitionSim.Model.Secretariat;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// The direct carrier: one arm-run by method calls, all agents in one place. Reused for replication after replication without allocating.
/// Not safe for use by several threads at once; give each its own.
/// </summary>
public sealed class Replication
{
    private readonly Minds minds;
    private readonly double[] scores;
    private readonly double[] tastes;
    private readonly ulong[] stateKeys;
    private ulong secretariatKey;
    private ulong keyedSeed;
    private bool keyed;

    /// <summary>A carrier for one scenario under one arrangement.</summary>
    public Replication(Compiled compiled, Arm arm)
    {
        Kernel = new Kernel(compiled, arm);
        minds = new Minds(compiled, Kernel.Record, arm, new TenderView(compiled));
        scores = new double[compiled.Sponsors];
        tastes = new double[compiled.Sponsors + 1];
        stateKeys = new ulong[compiled.States];
    }

    /// <summary>The host of the run.</summary>
    public Kernel Kernel { get; }

    /// <summary>A sponsor's mind, as it is now.</summary>
    public SponsorMind MindOf(int sponsor) => minds[sponsor];

    /// <summary>Plays one run to its end.</summary>
    public void Run(ulong seed, uint replication)
    {
        TakeSeats(seed);
        Kernel.Open(seed, replication, minds, null, minds);
        while (Kernel.Advance() is { Kind: not Asking.Nothing } question) Answer(question);
    }

    private void TakeSeats(ulong seed)
    {
        for (var k = 0; k < minds.Count; k++) minds[k].TakeSeat(0);
        if (keyed && seed == keyedSeed) return;
        (keyed, keyedSeed) = (true, seed);
        secretariatKey = AgentKeys.OfSecretariat(seed);
        for (var i = 0; i < stateKeys.Length; i++) stateKeys[i] = AgentKeys.OfState(seed, Kernel.Compiled.Scenario.States[i].Id);
    }

    private void Answer(in Question question)
    {
        switch (question.Kind)
        {
            case Asking.Bids: Bid(question); break;
            case Asking.Opinion: Opine(); break;
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
            if (SponsorBehaviour.Answer(Kernel.View, minds[k], Kernel.CostSignalUsdBn(k), out var bid)) Kernel.TakeBid(k, bid);
            else Kernel.TakeDecline(k);
        }
    }

    private void Opine()
    {
        SecretariatBehaviour.Opine(Kernel.View, new Draws(secretariatKey, Kernel.Replication), Kernel.Received, Kernel.Bids, scores);
        Kernel.TakeScores(scores);
    }

    private void Improve(in Question question)
    {
        for (var left = question.Addressees; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            if (SponsorBehaviour.Improve(Kernel.View, minds[k], Kernel.Scores[k], out var bid)) Kernel.TakeImprovement(k, bid);
            else Kernel.TakeStanding(k);
        }
    }

    private void Consent(in Question question)
    {
        var standing = Kernel.Eligible;
        for (var left = question.Addressees; left != 0; left &= left - 1)
        {
            var state = BitOperations.TrailingZeroCount(left);
            Kernel.TakeObjections(state, HostBehaviour.Objections(Kernel.View, DrawsOf(state), state, standing, Kernel.Bids));
        }
    }

    private void Choose(in Question question, Taste taste)
    {
        var state = BitOperations.TrailingZeroCount(question.Addressees);
        var sheet = new BidSheetView(Kernel.Received, Kernel.Eligible, Kernel.Bids, Kernel.Scores);
        Kernel.TakeChoice(HostBehaviour.Choose(Kernel.View, DrawsOf(state), sheet, taste, tastes), tastes);
    }

    private Draws DrawsOf(int state) => new(stateKeys[state], Kernel.Replication);
}
