using BidCompetitionSim.Experiments.Explaining;
using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>Why one award went as it did.</summary>
internal static class ExplanationText
{
    private static readonly (string Name, string Key, Func<UtilityResult, double> Of)[] Terms =
    [
        ("price", "price", u => u.Price), ("softness of the loan", "concession", u => u.Concession), ("guarantee", "guarantee", u => u.Guarantee),
        ("time", "time", u => u.Time), ("quality", "quality", u => u.Quality), ("local content", "localContent", u => u.LocalContent),
        ("tie", "tie", u => u.Tie), ("dependence", "concentration", u => u.Concentration), ("rent", "rent", u => u.Rent),
        ("fit with the host's network", "compatibility", u => u.Compatibility),
    ];

    public static void Write(Explanation explanation, RunResult run, Cast cast, Page page)
    {
        var segment = run.Segments.First(s => s.Id == explanation.Segment);
        var last = explanation.Attempt == segment.Attempts;
        var tender = segment.Tenders[explanation.Attempt - 1];
        var offers = last ? segment.Offers : tender.Offers;
        page.Heading($"Why {segment.Name} went as it did");
        Utilities(explanation, run, tender, offers, cast, page);
        Beliefs(offers, cast, page);
        Odds(explanation, cast, page);
        Flips(explanation, cast, page);
    }

    private static void Utilities(Explanation explanation, RunResult run, AttemptResult tender, OfferResult[] offers, Cast cast, Page page)
    {
        page.Line($"{"The host's utility",-30}{"weight",8}{Columns(offers, offer => cast.Name(offer.Sponsor))}{"nobody",10}", Ink.Faint);
        foreach (var (name, key, of) in Terms) page.Line($"{name,-30}{explanation.Weights[key],8:0.00}{Columns(offers, offer => Figure.WithSign(of(offer.Utility)))}");
        page.Line($"{"utility",-38}{Columns(offers, offer => Figure.WithSign(offer.Utility.Total))}{Figure.WithSign(explanation.Weights["nobody"]),10}");
        if (explanation.RegionalWeight > 0)
        {
            page.Line($"{"  as it counts",-30}{1 - explanation.RegionalWeight,8:0.00}{Columns(offers, offer => Figure.WithSign((1 - explanation.RegionalWeight) * offer.Utility.Total))}{Figure.WithSign(tender.NobodyUtility),10}");
            var scale = explanation.RegionalWeight * explanation.RegionalScale;
            page.Line($"{"the Secretariat's score",-30}{scale,8:0.00}{Columns(offers, offer => Figure.WithSign(scale * offer.Opinion))}");
        }
        page.Line($"{"the host's own taste",-38}{Columns(offers, offer => Figure.WithSign(offer.Utility.Taste))}{Figure.WithSign(tender.NobodyTaste),10}");
        page.Line($"{"what decides",-38}{Columns(offers, offer => Figure.WithSign(offer.Utility.Decision))}{Figure.WithSign(tender.NobodyUtility + tender.NobodyTaste),10}", Ink.Bold);
        page.Line();
    }

    private static void Beliefs(OfferResult[] offers, Cast cast, Page page)
    {
        page.Line($"{"What the bidders believed",-38}{Columns(offers, offer => cast.Name(offer.Sponsor))}", Ink.Faint);
        page.Line($"{"probability of winning",-38}{Columns(offers, offer => $"{offer.Reckoning.WinProbability:0%}")}");
        page.Line($"{"bidders, itself included",-38}{Columns(offers, offer => $"{offer.Reckoning.BelievedBidders}")}");
        page.Line($"{"its own cost, USD bn",-38}{Columns(offers, offer => $"{offer.Reckoning.BidCost:0.00}")}");
        page.Line($"{"payoff if it wins, USD bn",-38}{Columns(offers, offer => Figure.WithSign(offer.Reckoning.Payoff))}");
        page.Line($"{"concession chosen, 0-1",-38}{Columns(offers, offer => $"{offer.Concession:0.00}")}");
        page.Line();
    }

    private static void Odds(Explanation explanation, Cast cast, Page page)
    {
        var odds = explanation.Probabilities.OrderByDescending(entry => entry.Value).Select(entry => $"{cast.Name(entry.Key)} {entry.Value:0%}");
        page.Paragraph($"With these offers and the host's taste drawn again: {string.Join(", ", odds)}.");
    }

    private static void Flips(Explanation explanation, Cast cast, Page page)
    {
        var first = explanation.First.Length == 0 ? "Nobody" : cast.Name(explanation.First);
        var turning = explanation.Flips.Where(flip => flip.To is not null).ToArray();
        var verdict = turning.Length > 0 ? "Any one of these would have turned it, all else as it was:" : "Nothing tried would have turned it, all else as it was:";
        page.Paragraph($"{first} is ahead of {cast.Name(explanation.Second)} by {explanation.Margin:0.00}. {verdict}");
        foreach (var flip in turning) Tried(flip, $" -> {flip.To}", cast, page);
        var idle = explanation.Flips.Where(flip => flip.To is null).ToArray();
        if (turning.Length > 0 && idle.Length > 0) page.Paragraph("These would not:");
        foreach (var flip in idle) Tried(flip, $"; {InVain(flip.What)}", cast, page);
    }

    private static void Tried(Flip flip, string found, Cast cast, Page page) =>
        page.Paragraph($"- {cast.Name(flip.Sponsor)}'s {flip.What.Replace('-', ' ')}: {flip.From}{found}", 2, 2);

    // How far each was sought.
    private static string InVain(string what) => what switch
    {
        "price" => "no price between half and double would do",
        "grant-element" => "no loan from its public windows would do",
        "tie" => "no tie from -1 to 1 would do",
        "standard" => "the other standard would not do",
        _ => "the opposite would not do",
    };

    private static string Columns(OfferResult[] offers, Func<OfferResult, string> shown) => string.Concat(offers.Select(offer => $"{Short(shown(offer)),10}"));

    private static string Short(string text) => text.Length <= 9 ? text : text[..8] + "…";
}
