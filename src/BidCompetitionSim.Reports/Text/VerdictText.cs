using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>What decided a tender, in a sentence or two.</summary>
internal static class VerdictText
{
    /// <summary>Differences smaller than this are not worth a word.</summary>
    private const double Worth = 0.03;

    public static string Of(RunResult run, SegmentResult segment, AttemptResult tender, OfferResult[] offers, Cast cast)
    {
        if (tender.Failure is { } failure) return Failed(segment, tender, offers, failure, cast);
        var winner = offers.First(offer => offer.Sponsor == tender.Winner);
        var opening = tender.Overridden ? $"All offers are struck; {cast.Hosts(segment)} {(segment.Hosts is null ? "overrides and chooses" : "override and choose")} {cast.Bidder(winner)}. "
            : winner.Partner is not null ? $"The award goes to {cast.Bidder(winner)}. " : "";
        if (tender.OwnChoice is { } own) return $"{opening}{Overruled(segment, own, offers, cast)} {cast.Bidder(winner)}.";
        var second = offers.Where(offer => offer != winner && offer.Utility.Decision is not null && offer.Refusals is null).MaxBy(offer => offer.Utility.Decision);
        var nobody = tender.NobodyUtility + tender.NobodyTaste;
        return opening + (second?.Utility.Decision >= nobody
            ? Against(run, winner, second!, cast)
            : $"{Subject(winner, offers.Length == 1, cast)} {AgainstNobody(winner, tender)}") + Refusals(offers, cast);
    }

    private static string Subject(OfferResult winner, bool alone, Cast cast) => winner.Partner is null
        ? $"{cast.Name(winner.Sponsor)}{(alone ? ", alone," : "")}" : $"Their offer{(alone ? ", the only one," : "")}";

    private static string Overruled(SegmentResult segment, string own, OfferResult[] offers, Cast cast)
    {
        var chosen = Array.Find(offers, offer => offer.Sponsor == own) is { } offer ? cast.Bidder(offer) : cast.Name(own);
        return $"By {(segment.Hosts is null ? "itself" : "themselves")} {cast.Hosts(segment)} would have chosen {chosen}; with all segments of its round let together, it goes to";
    }

    private static string Against(RunResult run, OfferResult winner, OfferResult second, Cast cast)
    {
        var reasons = Reasons(run, winner, second);
        var taste = winner.Utility.Taste!.Value - second.Utility.Taste!.Value;
        var margin = winner.Utility.Decision!.Value - second.Utility.Decision!.Value;
        var text = $"{Subject(winner, alone: false, cast)} beats {cast.Bidder(second)} by {margin:0.00}: {Listed(reasons, 1)}";
        if (reasons.Exists(reason => reason.Value <= -Worth)) text += $"; against it {Listed(reasons, -1)}";
        text += $"; the host's own taste {Figure.WithSign(taste)}.";
        return margin - taste < 0 ? $"{text} Taste decides: on their terms {cast.Bidder(second)} is ahead by {taste - margin:0.00}." : text;
    }

    private static string Listed(List<(string Better, string Worse, double Value)> reasons, int sign)
    {
        var chosen = reasons.Where(reason => reason.Value * sign >= Worth).OrderByDescending(reason => Math.Abs(reason.Value))
            .Select(reason => $"{(sign > 0 ? reason.Better : reason.Worse)} {Figure.WithSign(reason.Value)}");
        var list = string.Join(", ", chosen);
        return list.Length > 0 ? list : "no term of the offer";
    }

    // Differences in what decides: the host's terms as far as its word counts, and the Secretariat's score as far as that does.
    private static List<(string Better, string Worse, double Value)> Reasons(RunResult run, OfferResult a, OfferResult b)
    {
        var (u, v) = (a.Utility, b.Utility);
        var own = 1 - run.Arrangement.RegionalWeight;
        var regional = run.Arrangement.RegionalWeight * run.Arrangement.RegionalScale * ((a.Opinion ?? 0) - (b.Opinion ?? 0));
        return
        [
            ("cheaper", "dearer", own * (u.Price - v.Price)), ("softer loan", "harder loan", own * (u.Concession - v.Concession)),
            ("guarantee", "guarantee", own * (u.Guarantee - v.Guarantee)), ("faster", "slower", own * (u.Time - v.Time)),
            ("quality", "quality", own * (u.Quality - v.Quality)), ("local content", "local content", own * (u.LocalContent - v.LocalContent)),
            ("closer tie", "weaker tie", own * (u.Tie - v.Tie)), ("less dependence", "more dependence", own * (u.Concentration - v.Concentration)),
            ("more rent", "less rent", own * (u.Rent - v.Rent)), ("fits the host's network", "fits the host's network less", own * (u.Compatibility - v.Compatibility)),
            ("the Secretariat's score", "the Secretariat's score", regional),
        ];
    }

    private static string AgainstNobody(OfferResult winner, AttemptResult tender)
    {
        var taste = winner.Utility.Taste!.Value - tender.NobodyTaste!.Value;
        var margin = winner.Utility.Decision!.Value - tender.NobodyUtility!.Value - tender.NobodyTaste.Value;
        var worth = winner.Utility.Decision.Value - winner.Utility.Taste.Value;
        return $"beats letting nobody by {margin:0.00}: the offer is worth {Figure.WithSign(worth)} against {Figure.WithSign(tender.NobodyUtility)}; the host's own taste {Figure.WithSign(taste)}.";
    }

    private static string Failed(SegmentResult segment, AttemptResult tender, OfferResult[] offers, string failure, Cast cast)
    {
        var again = tender.Attempt < segment.Attempts ? " It will be opened once more." : tender.Attempt == 2 ? " It is not opened again." : "";
        return failure switch
        {
            "no-bid" => $"Nobody bids{(tender.Declined.Length > 0 ? $": {cast.Names(tender.Declined)} {(tender.Declined.Length == 1 ? "finds" : "find")} it not worth the cost of a bid" : ": no sponsor is in the market")}.{again}",
            "all-struck" => $"Every offer is struck and {cast.Hosts(segment)} {(segment.Hosts is null ? "does" : "do")} not override: no award.{again}",
            _ => $"{Refused(tender, offers, cast, segment)}{again}",
        };
    }

    // One of several contracting states is enough.
    private static string Refusals(OfferResult[] offers, Cast cast)
    {
        var refused = offers.Where(offer => offer.Refusals is not null).Select(offer => $"{cast.Names(offer.Refusals!)} would rather have nobody than {cast.Bidder(offer)}");
        var list = string.Join("; ", refused);
        return list.Length > 0 ? $" {list}." : "";
    }

    private static string Refused(AttemptResult tender, OfferResult[] offers, Cast cast, SegmentResult segment)
    {
        var best = offers.Where(offer => offer.Utility.Decision is not null).MaxBy(offer => offer.Utility.Decision);
        if (tender.OwnChoice is { } own) return $"{Overruled(segment, own, offers, cast)} nobody: no award.";
        if (segment.Hosts is not null) return $"No offer is better than none to all of {cast.Hosts(segment)}: no award.{Refusals(offers, cast)}";
        if (best is null) return $"{cast.Name(segment.Host)} prefers nobody: no award.";
        var margin = tender.NobodyUtility!.Value + tender.NobodyTaste!.Value - best.Utility.Decision!.Value;
        var taste = tender.NobodyTaste.Value - best.Utility.Taste!.Value;
        return $"{cast.Name(segment.Host)} prefers nobody to {cast.Bidder(best)} by {margin:0.00} (its own taste {Figure.WithSign(taste)}): no award.";
    }
}
