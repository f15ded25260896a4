using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Explaining;

/// <summary>
/// Looks for the smallest change of one offer that moves what decides about it to a target, one quantity at a time and all else as it was.
/// </summary>
internal sealed class FlipSearch(TenderView view, Explainer explainer, Bid offer, double decision, double target)
{
    private const int Halvings = 60;
    private readonly bool up = target > decision;

    public IEnumerable<Flip> All()
    {
        yield return Price();
        if (offer.FaceUsdBn > 0) yield return GrantElement();
        if (offer.FaceUsdBn > 0 && offer.Guarantee == up) yield return Guarantee();
        yield return Tie();
        foreach (var standard in Standards()) yield return standard;
    }

    private Flip Price()
    {
        // Half or twice the price: beyond that nobody would call it the same project.
        var factor = Smallest(f => At(f), 1, up ? 0.5 : 2);
        return New("price", Money(offer.PriceUsdBn), factor is { } f ? $"{Money(offer.PriceUsdBn * f)} ({Figure.Of(f - 1, "+0.0%;-0.0%;0.0%")})" : null);
    }

    private double At(double factor)
    {
        var bid = offer;
        bid.PriceUsdBn *= factor;
        bid.FirstFaceUsdBn *= factor;
        bid.SecondFaceUsdBn *= factor;
        return explainer.DecisionOf(bid);
    }

    private Flip GrantElement()
    {
        var rooms = (view.IsCofinanced(offer) ? view.PublicLenderRooms(offer.Sponsor) : view.PublicRooms(offer.Sponsor)).ToArray();
        var concession = Smallest(x => explainer.DecisionOf(Softened(x, rooms)), offer.Concession, up ? 1 : 0);
        return New("grant-element", GrantOf(offer), concession is { } x ? GrantOf(Softened(x, rooms)) : null);
    }

    private Bid Softened(double concession, Model.Finance.WindowRoom[] rooms)
    {
        var bid = offer;
        bid.Concession = concession;
        view.SetLoan(ref bid, view.IsCofinanced(offer) ? view.LenderLadderOf(bid.Sponsor, rooms) : view.LadderOf(bid.Sponsor, rooms), rooms);
        return bid;
    }

    private string GrantOf(in Bid bid) => bid.FaceUsdBn > 0 ? $"{Figure.Of(view.GrantUsdBn(bid) / bid.FaceUsdBn, "0.00")} of {bid.FaceUsdBn / bid.PriceUsdBn:0%} lent" : "no loan";

    private Flip Guarantee()
    {
        var bid = offer;
        bid.Guarantee = !bid.Guarantee;
        return New("guarantee", offer.Guarantee ? "asked" : "waived", Flips(explainer.DecisionOf(bid)) ? bid.Guarantee ? "asked" : "waived" : null);
    }

    // A tie enters utility alone, in a straight line.
    private Flip Tie()
    {
        var now = view.TieTo(offer.Sponsor);
        var needed = now + (target - decision) / ((1 - view.Arm.RegionalWeight) * view.Weights.Tie);
        return New("tie", $"{Figure.WithSign(now)}", needed is >= -1 and <= 1 ? $"{Figure.WithSign(needed)}" : null);
    }

    private double Premium => 1 + view.Compiled.SystemOf(view.Segment).System.SpecificationPremium;

    private IEnumerable<Flip> Standards()
    {
        var ids = view.Compiled.SystemOf(view.Segment).StandardIds;
        foreach (var complies in view.Arm.Specification == SpecificationRule.Offered ? new[] { false, true } : [])
        {
            var bid = offer;
            (bid.Complies, bid.Standard) = (complies, view.StandardOf(offer.Sponsor, complies));
            if (bid.Standard == offer.Standard) continue;
            bid.PriceUsdBn *= complies ? Premium : 1 / Premium;
            yield return New("standard", ids[offer.Standard], Flips(explainer.DecisionOf(bid)) ? ids[bid.Standard] : null);
        }
    }

    /// <summary>The value nearest to <paramref name="from"/>, towards <paramref name="limit"/>, that reaches the target; null if none does.</summary>
    private double? Smallest(Func<double, double> decisionAt, double from, double limit)
    {
        if (from == limit || !Flips(decisionAt(limit))) return null;
        var (misses, hits) = (from, limit);
        for (var n = 0; n < Halvings; n++)
        {
            var middle = (misses + hits) / 2;
            if (Flips(decisionAt(middle))) hits = middle;
            else misses = middle;
        }
        return hits;
    }

    private bool Flips(double changed) => up ? changed > target : changed < target;

    private Flip New(string what, string from, string? to) =>
        new() { What = what, Sponsor = view.Compiled.Scenario.Sponsors[offer.Sponsor].Id, From = from, To = to };

    private static string Money(double usdBn) => $"USD {usdBn:0.00} bn";
}
