using System.Numerics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Secretariat;

/// <summary>How the Secretariat scores bids: the regional score, seen with an error that its strength reduces.</summary>
public static class SecretariatBehaviour
{
    /// <summary>Scores every bid.</summary>
    /// <param name="view">The tender.</param>
    /// <param name="draws">The Secretariat's own draws; the error of a bid is the same whenever it is scored again.</param>
    /// <param name="received">Sponsors that bid.</param>
    /// <param name="bids">Bids by sponsor.</param>
    /// <param name="scores">Receives the scores by sponsor.</param>
    public static void Opine(TenderView view, in Draws draws, ulong received, ReadOnlySpan<Bid> bids, Span<double> scores)
    {
        var rules = view.Compiled.Scenario.Secretariat;
        var error = rules.OpinionError * (1 - rules.StrengthOnError * rules.Strength);
        if (view.Compiled.Scenario.States[view.Compiled.Segments[view.Segment].Host].PppCentre is { } centre && view.Day >= centre.FromDay) error *= 1 - centre.ErrorCut;
        scores.Clear();
        view.Regional.Foresee(received, bids);
        for (var left = received; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            var z = draws.Normal(DrawPurpose.OpinionError, 0, view.Compiled.Addresses.Attempt(view.Segment, k, view.Attempt));
            scores[k] = view.Regional.Of(bids[k]) + error * z;
        }
    }
}
