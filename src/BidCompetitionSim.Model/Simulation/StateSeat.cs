using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>A state's side of a run: as contracting state it chooses, or with others says what bids are worth to it, as a state along the corridor it may object.</summary>
internal sealed class StateSeat(Compiled compiled, TakeSeat taken, string id) : Seat(compiled, taken)
{
    private readonly int state = new Translation(compiled).State(id);
    private readonly Bid[] bids = new Bid[compiled.Sponsors];
    private readonly double[] scores = new double[compiled.Sponsors];
    private readonly double[] tastes = new double[compiled.Sponsors + 1];
    private readonly double[] values = new double[compiled.Sponsors + 1];

    private protected override IMessage Respond(IMessage message) => message switch
    {
        SeekConsent m => Consent(m),
        SeekChoice m when IsShared(m.Tender) => Value(m),
        SeekChoice m => Choose(m.Tender, m.Bidders, m.Offers, m.Opinions, Taste.OfTender),
        ReconsiderAward m => Choose(m.Tender, m.Bidders, m.Offers, m.Opinions, Taste.OfReconsideration(m.Year)),
        _ => throw Unexpected(message),
    };

    private ConsentGiven Consent(SeekConsent question)
    {
        var tender = Words.Read(question.Tender);
        var standing = Words.Read(tender, question.Candidates, bids);
        return Words.Consented(tender, state, HostBehaviour.Objections(ViewOf(tender), Draws, state, standing, bids));
    }

    private ChoiceMade Choose(in Tender about, string[] bidders, Offer[] offers, Score[] opinions, Taste taste)
    {
        var tender = Words.Read(about);
        var eligible = Words.Read(tender, offers, bids);
        Words.Read(opinions, scores);
        var sheet = new BidSheetView(Words.Sponsors(bidders), eligible, bids, scores);
        var winner = HostBehaviour.Choose(ViewOf(tender), new Voter(state, Draws), sheet, taste, new Ballot(values, tastes));
        return Words.Chose(tender, state, eligible, winner, tastes);
    }

    private bool IsShared(in Tender about) => Words.Compiled.Segments[Words.Read(about).Segment].Hosts.AreSeveral;

    private BidsValued Value(SeekChoice question)
    {
        var tender = Words.Read(question.Tender);
        var eligible = Words.Read(tender, question.Offers, bids);
        Words.Read(question.Opinions, scores);
        var sheet = new BidSheetView(Words.Sponsors(question.Bidders), eligible, bids, scores);
        var ballot = new Ballot(values, tastes);
        HostBehaviour.Value(ViewOf(tender), new Voter(state, Draws), sheet, Taste.OfTender, ballot);
        return Words.Valued(tender, state, eligible, ballot);
    }
}
