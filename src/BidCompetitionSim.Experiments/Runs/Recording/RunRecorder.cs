using System.Numerics;
using BidCompetitionSim.Experiments.Explaining;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>
/// Listens to a run and writes down what a reader will want to know of it. It keeps a public record of its own, a fold over what it hears, so
/// it sees every tender as its parties saw it, whoever carries the run.
/// </summary>
public sealed class RunRecorder
{
    private readonly Compiled compiled;
    private readonly Arm arm;
    private readonly Translation words;
    private readonly Record record;
    private readonly TenderView view;
    private readonly Dictionary<int, OpenTender> open = [];
    private readonly List<AttemptResult>[] attempts;
    private readonly double[] discounts;
    private readonly int explained;
    private readonly List<Happening> happenings = [];
    private readonly List<Explanation> explanations = [];
    private bool reconsidering;
    private bool horizon;

    /// <summary>A recorder for one run.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="arm">The arrangement.</param>
    /// <param name="explained">Index of a segment whose award is to be explained, -1 for none.</param>
    public RunRecorder(Compiled compiled, Arm arm, int explained = -1)
    {
        (this.compiled, this.arm, this.explained) = (compiled, arm, explained);
        words = new Translation(compiled);
        record = new Record(compiled);
        view = new TenderView(compiled);
        discounts = new double[compiled.Segments.Length];
        attempts = Array.ConvertAll(compiled.Segments, _ => new List<AttemptResult>());
    }

    /// <summary>What happened besides tenders.</summary>
    public IReadOnlyList<Happening> Happenings => happenings;

    /// <summary>Why the explained segment's tenders ended as they did; those in which its host had no choice have none.</summary>
    public IReadOnlyList<Explanation> Explanations => explanations;

    /// <summary>Ties at the horizon.</summary>
    internal TieSnapshot Ties { get; private set; } = TieSnapshot.None;

    /// <summary>Tenders that ended for good.</summary>
    public int Decided { get; private set; }

    internal IReadOnlyList<AttemptResult> AttemptsOf(int segment) => attempts[segment];

    internal double DiscountOf(int segment) => discounts[segment];

    /// <summary>Hears an entry of the journal.</summary>
    public void Hear(JournalEntry entry)
    {
        switch (entry.Message)
        {
            case BidSubmitted m: Take(words.Read(m.Tender), m.Offer, m.Reckoning, improved: false); break;
            case BidImproved m: Take(words.Read(m.Tender), m.Offer, m.Reckoning, improved: true); break;
            case BidJoined m: Join(m); break;
            case BidDeclined m: Tender(m.Tender).Declined.Add(m.Sponsor); break;
            case OpinionGiven m: Take(m); break;
            case ConsentGiven m: Take(m); break;
            case ReconsiderAward: reconsidering = true; break;
            case SeekChoice: reconsidering = false; break;
            case ChoiceMade m when !reconsidering: Take(m); break;
            case BidsValued m: Take(m); break;
            case IPublicMessage m: Announce(m); break;
        }
    }

    private void Announce(IPublicMessage message)
    {
        switch (message)
        {
            case TenderOpened m: open[compiled.SegmentOf(m.Tender.Segment)] = new OpenTender(words.Read(m.Tender), compiled.Sponsors); break;
            case BidsStruck m: Strike(m); break;
            case TenderAwarded m: End(m.Tender, m.Winner, m.Overridden, null); break;
            case AttemptFailed m: End(m.Tender, null, false, Words.Kebab(m.Reason)); Decided += m.Final ? 1 : 0; break;
        }
        if (HappeningOf.Message(message) is { } happening) happenings.Add(happening);
        if (message is TenderAwarded award)
        {
            discounts[compiled.SegmentOf(award.Tender.Segment)] = award.Discount;
            Decided++;
        }
        words.Tell(message, record);
        // Loans renegotiated as the last year turns still move the ties that are scored.
        horizon = message is YearTurned { Year: var year } ? year == compiled.Scenario.HorizonYears : horizon && message is LoanRenegotiated;
        if (horizon) Ties = TieSnapshot.Of(compiled, record.Diplomacy);
    }

    private OpenTender Tender(in Model.Messages.Tender tender) => open[compiled.SegmentOf(tender.Segment)];

    private void Take(in TenderKey key, Offer offer, Reckoning reckoning, bool improved)
    {
        var tender = open[key.Segment];
        var bid = words.Read(key, offer, reckoning);
        tender.Bids[bid.Sponsor] = bid;
        tender.Received |= 1UL << bid.Sponsor;
        if (improved) tender.Improved |= 1UL << bid.Sponsor;
    }

    private void Join(BidJoined joined)
    {
        var tender = Tender(joined.Tender);
        Take(tender.Key, joined.Offer, joined.Reckoning, improved: false);
        tender.Received &= ~(1UL << words.Sponsor(joined.Offer.Partner));
    }

    private void Take(OpinionGiven opinion)
    {
        var tender = Tender(opinion.Tender);
        tender.HasOpinion = true;
        words.Read(opinion.Scores, tender.Opinions);
    }

    private void Take(ConsentGiven consent)
    {
        foreach (var sponsor in consent.Objections) Tender(consent.Tender).Objectors[words.Sponsor(sponsor)].Add(consent.State);
    }

    private void Take(ChoiceMade choice)
    {
        var tender = Tender(choice.Tender);
        tender.HasChoice = true;
        tender.Judged = words.Read(choice.Tastes, tender.Tastes);
        tender.NobodyTaste = choice.NobodyTaste;
        tender.Choice = choice.Winner;
        tender.HostTastes[words.State(choice.State)] = [.. tender.Tastes, choice.NobodyTaste];
        Judge(tender);
    }

    // Several states choose together: what decides is the sum of what they think, and each may refuse.
    private void Take(BidsValued ballot)
    {
        var tender = Tender(ballot.Tender);
        var weight = WeightOf(tender.Key.Segment, words.State(ballot.State));
        tender.HasChoice = true;
        var tastes = new double[compiled.Sponsors];
        tender.Judged = words.Read(ballot.Tastes, tastes);
        for (var k = 0; k < tastes.Length; k++) tender.Tastes[k] += weight * tastes[k];
        tender.NobodyTaste += weight * ballot.NobodyTaste;
        foreach (var value in ballot.Values)
            if (value.Value <= ballot.NobodyValue) tender.Refusals[words.Sponsor(value.Sponsor)].Add(ballot.State);
        tender.HostTastes[words.State(ballot.State)] = [.. tastes, ballot.NobodyTaste];
        if (tender.HostTastes.Count == compiled.Segments[tender.Key.Segment].Hosts.Shares.Length) Judge(tender);
    }

    // The hosts have all said what they think. Of lots let together the first award may move what is thought of the others: they were judged before it.
    private void Judge(OpenTender tender)
    {
        view.Load(record, arm, tender.Key.Segment);
        if (tender.Choice is null)
        {
            var ballots = tender.BallotsOn(view);
            tender.Choice = ballots.Winner(tender.Judged) is var winner && winner == ballots.Nobody ? "" : compiled.Scenario.Sponsors[winner].Id;
        }
        tender.Sheet = OffersOf(tender);
        if (tender.Key.Segment == explained) explanations.Add(new Explainer(view, tender).Explain());
    }

    private double WeightOf(int segment, int state)
    {
        foreach (var host in compiled.Segments[segment].Hosts.Shares)
            if (host.State == state) return host.Weight;
        throw new ArgumentException($"{compiled.Scenario.States[state].Id} does not let {compiled.Segments[segment].Id}.");
    }

    private void Strike(BidsStruck struck)
    {
        var tender = Tender(struck.Tender);
        if (struck.Reason == StrikeReason.Floor) tender.Floored |= words.Sponsors(struck.Sponsors);
        else tender.Objected |= words.Sponsors(struck.Sponsors);
    }

    // The record does not know the end yet: the view shows the tender as it was judged.
    private void End(in Model.Messages.Tender ended, string? winner, bool overridden, string? failure)
    {
        var tender = Tender(ended);
        view.Load(record, arm, tender.Key.Segment);
        var choice = tender.HasChoice;
        attempts[tender.Key.Segment].Add(new AttemptResult
        {
            Attempt = tender.Key.Attempt, Opened = view.Day, Decided = ended.Day, ReferenceCost = view.ReferenceCostUsdBn,
            Declined = [.. tender.Declined], Offers = tender.Sheet ?? OffersOf(tender), Winner = winner, OwnChoice = tender.Choice == (winner ?? "") ? null : tender.Choice,
            Overridden = overridden, Failure = failure,
            NobodyUtility = choice ? view.Weigh(view.Weights.Nobody, 0) : null, NobodyTaste = choice ? tender.NobodyTaste : null, Stress = view.Stress,
        });
    }

    private OfferResult[] OffersOf(OpenTender tender)
    {
        var sheet = new OfferSheet(view, tender);
        var offers = new OfferResult[BitOperations.PopCount(tender.Received)];
        var n = 0;
        for (var left = tender.Received; left != 0; left &= left - 1) offers[n++] = sheet.Of(BitOperations.TrailingZeroCount(left));
        return offers;
    }
}
