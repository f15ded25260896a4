using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Explaining;

/// <summary>
/// Looks for the smallest change of one offer that makes it win, or makes it win no more, one quantity at a time and all else as it was.
/// </summary>
internal sealed class FlipSearch(TenderView view, Explainer explainer, Bid offer, bool up)
{
    private const int Steps = 32;
    private const int Halvings = 60;

    private bool IsJoint => offer.Partner >= 0;

    public IEnumerable<Flip> All()
    {
        yield return Price();
        if (offer.FaceUsdBn > 0) yield return GrantElement();
        if (offer.FaceUsdBn > 0 && offer.Guarantee == up) yield return Guarantee();
        for (var host = 0; host < view.Hosts.Shares.Length; host++) yield return Tie(host);
        foreach (var standard in Standards()) yield return standard;
    }

    private Flip Price()
    {
        // Half or twice the price: beyond that nobody would call it the same project.
        var factor = Smallest(f => explainer.With(At(f)), 1, up ? 0.5 : 2);
        var flip = New("price", Money(offer.PriceUsdBn));
        return factor is not { } f ? flip
            : Found(flip, $"{Money(offer.PriceUsdBn * f)} ({Figure.Of(f - 1, "+0.0%;-0.0%;0.0%")})", explainer.With(At(f))) with { Turns = offer.PriceUsdBn * f / view.ReferenceCostUsdBn };
    }

    private Bid At(double factor)
    {
        var bid = offer;
        bid.PriceUsdBn *= factor;
        bid.FirstFaceUsdBn *= factor;
        bid.SecondFaceUsdBn *= factor;
        return bid;
    }

    private Flip GrantElement()
    {
        var concession = Smallest(x => explainer.With(Softened(x)), offer.Concession, up ? 1 : 0);
        var flip = New("grant-element", GrantOf(offer));
        return concession is { } x ? Found(flip, GrantOf(Softened(x)), explainer.With(Softened(x))) with { Turns = x } : flip;
    }

    private Bid Softened(double concession)
    {
        var bid = offer;
        bid.Concession = concession;
        if (IsJoint) JointLoan.Set(view, ref bid, view.PublicRooms(bid.Sponsor), view.PublicRooms(bid.Partner));
        else if (view.IsCofinanced(offer)) view.SetLoan(ref bid, view.LenderLadderOf(bid.Sponsor, view.PublicLenderRooms(bid.Sponsor)), view.PublicLenderRooms(bid.Sponsor));
        else view.SetLoan(ref bid, view.LadderOf(bid.Sponsor, view.PublicRooms(bid.Sponsor)), view.PublicRooms(bid.Sponsor));
        return bid;
    }

    private string GrantOf(in Bid bid) => bid.FaceUsdBn > 0 ? $"{Figure.Of(view.GrantUsdBn(bid) / bid.FaceUsdBn, "0.00")} of {bid.FaceUsdBn / bid.PriceUsdBn:0%} lent" : "no loan";

    private Flip Guarantee()
    {
        var bid = offer;
        bid.Guarantee = !bid.Guarantee;
        var flip = New("guarantee", offer.Guarantee ? "asked" : "waived");
        var verdict = explainer.With(bid);
        return Turns(verdict) ? Found(flip, bid.Guarantee ? "asked" : "waived", verdict) : flip;
    }

    // A tie enters utility alone, in a straight line; the ties to two partners count by half.
    private Flip Tie(int host)
    {
        var state = view.Hosts.Shares[host].State;
        var now = view.Record.Diplomacy.ToSponsor(state, offer.Sponsor);
        var worth = (1 - view.Arm.RegionalWeight) * view.Compiled.Scenario.States[state].Weights.Tie * (IsJoint ? 0.5 : 1);
        var needed = Smallest(tie => explainer.With(offer, host, worth * (tie - now)), now, up ? 1 : -1);
        var flip = New("tie", Figure.WithSign(now)) with { TieOf = view.Hosts.AreSeveral ? explainer.StateOf(host) : null };
        return needed is { } tie ? Found(flip, Figure.WithSign(tie), explainer.With(offer, host, worth * (tie - now))) with { Turns = tie } : flip;
    }

    private double Premium => 1 + view.Compiled.SystemOf(view.Segment).System.SpecificationPremium;

    private IEnumerable<Flip> Standards()
    {
        var ids = view.Compiled.SystemOf(view.Segment).StandardIds;
        foreach (var bid in OtherStandards())
        {
            var flip = New("standard", ids[offer.Standard]);
            var verdict = explainer.With(bid);
            yield return Turns(verdict) ? Found(flip, ids[bid.Standard], verdict) : flip;
        }
    }

    private IEnumerable<Bid> OtherStandards()
    {
        if (IsJoint && !offer.Complies && view.OwnStandardOf(offer.Partner) is var partners && partners != offer.Standard) yield return Built(partners, false, 1);
        foreach (var complies in view.Arm.Specification == SpecificationRule.Offered ? new[] { false, true } : [])
            if (view.StandardOf(offer.Sponsor, complies) is var standard && standard != offer.Standard) yield return Built(standard, complies, complies ? Premium : 1 / Premium);
    }

    private Bid Built(int standard, bool complies, double dearer)
    {
        var bid = offer;
        (bid.Standard, bid.Complies) = (standard, complies);
        bid.PriceUsdBn *= dearer;
        return bid;
    }

    /// <summary>The value nearest to <paramref name="from"/>, towards <paramref name="limit"/>, that turns the award; null if none does. Found among steps, then between two of them.</summary>
    private double? Smallest(Func<double, Verdict> at, double from, double limit)
    {
        var misses = from;
        for (var step = 1; step <= Steps && from != limit; step++)
        {
            var hits = step == Steps ? limit : from + (limit - from) * step / Steps;
            if (Turns(at(hits))) return Between(at, misses, hits);
            misses = hits;
        }
        return null;
    }

    private double Between(Func<double, Verdict> at, double misses, double hits)
    {
        for (var n = 0; n < Halvings; n++)
        {
            var middle = (misses + hits) / 2;
            if (Turns(at(middle))) hits = middle;
            else misses = middle;
        }
        return hits;
    }

    private bool Turns(in Verdict verdict) => up == (verdict.Winner == offer.Sponsor);

    private Flip New(string what, string from) => new() { What = what, Sponsor = explainer.NameOf(offer.Sponsor), From = from, To = null };

    private Flip Found(Flip flip, string to, in Verdict verdict) => !view.Hosts.AreSeveral ? flip with { To = to } : flip with
    {
        To = to, Then = explainer.NameOf(verdict.Winner), Refuser = verdict.Refuser < 0 ? null : explainer.StateOf(verdict.Refuser),
    };

    private static string Money(double usdBn) => $"USD {usdBn:0.00} bn";
}
