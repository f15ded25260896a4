using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Secretariat;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>The Secretariat's side of a run.</summary>
internal sealed class SecretariatSeat(Compiled compiled, TakeSeat taken) : Seat(compiled, taken)
{
    private readonly Bid[] bids = new Bid[compiled.Sponsors];
    private readonly double[] scores = new double[compiled.Sponsors];

    private protected override OpinionGiven Respond(IMessage message)
    {
        if (message is not SeekOpinion question) throw Unexpected(message);
        var tender = Words.Read(question.Tender);
        var received = Words.Read(tender, question.Offers, bids);
        SecretariatBehaviour.Opine(ViewOf(tender), Draws, received, bids, scores);
        return Words.Opined(tender, received, scores);
    }
}
