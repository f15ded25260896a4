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

    private const int Label = 38;
    private const int Column = 10;

    public static void Write(RunResult run, Cast cast, Page page)
    {
        var segment = run.Segments.First(s => s.Id == run.Explanations[0].Segment);
        page.Heading($"Why {segment.Name} went as it did");
        foreach (var tender in segment.Tenders) Attempt(run, segment, tender, cast, page);
    }

    private static void Attempt(RunResult run, SegmentResult segment, AttemptResult tender, Cast cast, Page page)
    {
        var offers = tender.Attempt == segment.Attempts ? segment.Offers : tender.Offers;
        if (tender.Attempt > 1) page.Line();
        var struck = offers.Count(offer => offer.Struck is not null);
        page.Paragraph(
            $"Attempt {tender.Attempt} of {segment.Attempts}, decided {cast.Calendar.Month(tender.Decided)}: {offers.Length} {(offers.Length == 1 ? "offer" : "offers")}"
            + $"{(tender.Declined.Length > 0 ? $", {tender.Declined.Length} declined" : "")}{(struck > 0 ? $", {struck} struck" : "")}.", ink: Ink.Bold);
        page.Paragraph(VerdictText.Of(run, segment, tender, offers, cast));
        if (Array.Find(run.Explanations, one => one.Attempt == tender.Attempt) is { } explanation) Choice(explanation, run, tender, offers, cast, page);
    }

    private static void Choice(Explanation explanation, RunResult run, AttemptResult tender, OfferResult[] offers, Cast cast, Page page)
    {
        page.Line();
        Utilities(explanation, run, tender, offers, cast, page);
        Beliefs(offers, cast, page);
        Odds(explanation, cast, page);
        Flips(explanation, cast, page);
    }

    private static void Utilities(Explanation explanation, RunResult run, AttemptResult tender, OfferResult[] offers, Cast cast, Page page)
    {
        var names = offers.Select(offer => cast.Name(offer.Sponsor)).Append("nobody").ToArray();
        var table = new Table(page, names);
        table.Head("The host's utility", "weight");
        foreach (var (name, key, of) in Terms) table.Row(name, explanation.Weights[key], offers.Select(offer => (double?)of(offer.Utility)));
        table.Row("utility", null, offers.Select(offer => (double?)offer.Utility.Total).Append(explanation.Weights["nobody"]));
        if (explanation.RegionalWeight > 0)
        {
            var own = 1 - explanation.RegionalWeight;
            table.Row("  as it counts", own, offers.Select(offer => (double?)(own * offer.Utility.Total)).Append(tender.NobodyUtility));
            var scale = explanation.RegionalWeight * explanation.RegionalScale;
            table.Row("the Secretariat's score", scale, offers.Select(offer => scale * offer.Opinion));
        }
        table.Row("the host's own taste", null, offers.Select(offer => offer.Utility.Taste).Append(tender.NobodyTaste));
        table.Row("what decides", null, offers.Select(offer => offer.Utility.Decision).Append(tender.NobodyUtility + tender.NobodyTaste), Ink.Bold);
        page.Line();
    }

    private static void Beliefs(OfferResult[] offers, Cast cast, Page page)
    {
        var table = new Table(page, [.. offers.Select(offer => cast.Name(offer.Sponsor))]);
        table.Head("What the bidders believed", "");
        table.Row("probability of winning", offers.Select(offer => $"{offer.Reckoning.WinProbability:0%}"));
        table.Row("bidders, itself included", offers.Select(offer => $"{offer.Reckoning.BelievedBidders}"));
        table.Row("its own cost, USD bn", offers.Select(offer => $"{offer.Reckoning.BidCost:0.00}"));
        table.Row("payoff if it wins, USD bn", offers.Select(offer => Figure.WithSign(offer.Reckoning.Payoff)));
        table.Row("concession chosen, 0-1", offers.Select(offer => $"{offer.Concession:0.00}"));
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

    /// <summary>A label, a weight and a figure for each name; a line each where the page is too narrow for columns.</summary>
    private sealed class Table(Page page, string[] names)
    {
        private readonly bool fits = Label + Column * names.Length <= page.Width;

        public void Head(string label, string weight)
        {
            if (fits) page.Line($"{label,-30}{weight,8}{string.Concat(names.Select(name => Cells.Right(Cells.Cut(name, Column - 1), Column)))}", Ink.Faint);
            else page.Paragraph(label, ink: Ink.Faint);
        }

        public void Row(string label, double? weight, IEnumerable<double?> figures, Ink ink = Ink.Plain) =>
            Row(label, weight is { } number ? $"{number:0.00}" : "", figures.Select(Figure.WithSign), ink);

        public void Row(string label, IEnumerable<string> figures) => Row(label, "", figures, Ink.Plain);

        private void Row(string label, string weight, IEnumerable<string> figures, Ink ink)
        {
            if (fits) page.Line($"{label,-30}{weight,8}{string.Concat(figures.Select(figure => Cells.Right(figure, Column)))}", ink);
            else page.Paragraph($"{label}{(weight.Length > 0 ? $" (weight {weight})" : "")}: {string.Join(", ", names.Zip(figures, (name, figure) => $"{name} {figure}"))}", 2, 2, ink);
        }
    }
}
