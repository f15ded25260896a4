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
        foreach (var offer in offers.Where(static offer => offer.Partner is not null)) JointBid(offer, cast, page);
        Utilities(explanation, run, tender, offers, cast, page);
        if (explanation.Hosts is { } hosts) Hosts(hosts, offers, cast, page);
        Beliefs(offers, cast, page);
        Odds(explanation, offers, cast, page);
        Flips(explanation, offers, cast, page);
    }

    private static void JointBid(OfferResult offer, Cast cast, Page page)
    {
        var (leader, partner) = (cast.Name(offer.Sponsor), cast.Name(offer.Partner));
        var standard = offer.Compliant ? $"the regional specification, {offer.Standard}," : $"its standard, {offer.Standard},";
        page.Paragraph($"The joint bid is that of {leader} and {partner}: {leader} leads and {standard} is built; half of the work each. {Lent(offer, offer.Sponsor, cast)}, {Lent(offer, offer.Partner!, cast)}.");
        page.Line();
    }

    private static string Lent(OfferResult offer, string sponsor, Cast cast) => Array.Find(offer.Tranches, tranche => tranche.Sponsor == sponsor) is { } tranche
        ? $"{cast.Name(sponsor)} lends USD {tranche.Face:0.00} bn from {tranche.Window} at {tranche.Rate:0.0%}" : $"{cast.Name(sponsor)} lends nothing";

    private static string[] Columns(OfferResult[] offers, Cast cast) => [.. offers.Select(offer => offer.Partner is null ? cast.Name(offer.Sponsor) : "joint bid")];

    private static void Utilities(Explanation explanation, RunResult run, AttemptResult tender, OfferResult[] offers, Cast cast, Page page)
    {
        var table = new Table(page, [.. Columns(offers, cast), "nobody"]);
        var host = explanation.Hosts is null ? "the host's" : "the hosts'";
        table.Head(explanation.Hosts is null ? "The host's utility" : "The hosts' joint utility", "weight");
        foreach (var (name, key, of) in Terms)
            table.Row(name.Replace("the host's", host, StringComparison.Ordinal), explanation.Weights[key], offers.Select(offer => (double?)of(offer.Utility)));
        table.Row("utility", null, offers.Select(offer => (double?)offer.Utility.Total).Append(explanation.Weights["nobody"]));
        if (explanation.RegionalWeight > 0)
        {
            var own = 1 - explanation.RegionalWeight;
            table.Row("  as it counts", own, offers.Select(offer => (double?)(own * offer.Utility.Total)).Append(tender.NobodyUtility));
            var scale = explanation.RegionalWeight * explanation.RegionalScale;
            table.Row("the Secretariat's score", scale, offers.Select(offer => scale * offer.Opinion));
        }
        table.Row($"{host} own taste", null, offers.Select(offer => offer.Utility.Taste).Append(tender.NobodyTaste));
        table.Row("what decides", null, offers.Select(offer => offer.Utility.Decision).Append(tender.NobodyUtility + tender.NobodyTaste), Ink.Bold);
        page.Line();
    }

    // Each of several states has a veto: what is below nobody to one of them cannot win.
    private static void Hosts(HostJudgement[] hosts, OfferResult[] offers, Cast cast, Page page)
    {
        var table = new Table(page, [.. Columns(offers, cast), "nobody"]);
        table.Head("Each host by itself", "weight");
        foreach (var host in hosts)
        {
            var own = offers.Select(offer => Array.Find(host.Offers, one => one.Sponsor == offer.Sponsor)?.Utility).ToArray();
            var nobody = host.NobodyUtility + host.NobodyTaste;
            table.Row($"{cast.Name(host.State)}'s utility", host.Weight, own.Select(utility => utility?.Total).Append(host.NobodyUtility));
            table.Row("  all told, with its taste", null, own.Select(utility => utility?.Decision).Append(nobody));
            table.Row("  over nobody", null, own.Select(utility => utility?.Decision - nobody), Ink.Bold);
        }
        page.Line();
    }

    private static void Beliefs(OfferResult[] offers, Cast cast, Page page)
    {
        var table = new Table(page, Columns(offers, cast));
        table.Head("What the bidders believed", "");
        table.Row("probability of winning", offers.Select(offer => $"{offer.Reckoning.WinProbability:0%}"));
        table.Row("bidders, itself included", offers.Select(offer => $"{offer.Reckoning.BelievedBidders}"));
        table.Row("its own cost, USD bn", offers.Select(offer => $"{offer.Reckoning.BidCost:0.00}"));
        table.Row("payoff if it wins, USD bn", offers.Select(offer => Figure.WithSign(offer.Reckoning.Payoff)));
        table.Row("concession chosen, 0-1", offers.Select(offer => $"{offer.Concession:0.00}"));
        page.Line();
    }

    private static void Odds(Explanation explanation, OfferResult[] offers, Cast cast, Page page)
    {
        var odds = explanation.Probabilities.OrderByDescending(entry => entry.Value).Select(entry => $"{Who(entry.Key, offers, cast)} {entry.Value:0%}");
        var tastes = explanation.Hosts is null ? "the host's taste drawn again" : "every host's taste drawn again, vetoes included";
        page.Paragraph($"With these offers and {tastes}: {string.Join(", ", odds)}.");
    }

    private static void Flips(Explanation explanation, OfferResult[] offers, Cast cast, Page page)
    {
        var turning = explanation.Flips.Where(flip => flip.To is not null).ToArray();
        var verdict = turning.Length > 0 ? "Any one of these would have turned it, all else as it was:" : "Nothing tried would have turned it, all else as it was:";
        page.Paragraph($"{Ahead(explanation, offers, cast)} {verdict}");
        foreach (var flip in turning) Tried(flip, $" -> {flip.To}{Then(flip, offers, cast)}", offers, cast, page);
        var idle = explanation.Flips.Where(flip => flip.To is null).ToArray();
        if (turning.Length > 0 && idle.Length > 0) page.Paragraph("These would not:");
        foreach (var flip in idle) Tried(flip, $"; {InVain(flip.What)}", offers, cast, page);
    }

    private static string Ahead(Explanation explanation, OfferResult[] offers, Cast cast)
    {
        var first = explanation.First.Length == 0 ? "Nobody" : Who(explanation.First, offers, cast);
        if (explanation.MarginOf is not { } state) return $"{first} is ahead of {Who(explanation.Second, offers, cast)} by {explanation.Margin:0.00}.";
        return explanation.First.Length > 0 ? $"Of its hosts {cast.Name(state)} likes {first} least, by {explanation.Margin:0.00} better than nobody."
            : $"Of its hosts {cast.Name(state)} likes {Who(explanation.Second, offers, cast)} least, by {explanation.Margin:0.00} worse than nobody.";
    }

    // Who would have been chosen then, and who would have refused; with one host that is plain.
    private static string Then(Flip flip, OfferResult[] offers, Cast cast)
    {
        if (flip.Then is not { } then) return "";
        if (flip.Refuser is not { } refuser) return then == flip.Sponsor ? "" : $": it would go to {Who(then, offers, cast)}";
        var above = flip is { What: "price", Turns: { } price } ? $"at P/K above {price:0.00} " : "";
        return $": {above}{cast.Name(refuser)} would rather have nobody{(then.Length > 0 ? $", and it would go to {Who(then, offers, cast)}" : "")}";
    }

    private static string Who(string sponsor, OfferResult[] offers, Cast cast) =>
        Array.Find(offers, offer => offer.Sponsor == sponsor) is { } offer ? cast.Bidder(offer) : cast.Name(sponsor);

    private static void Tried(Flip flip, string found, OfferResult[] offers, Cast cast, Page page)
    {
        var joint = Array.Exists(offers, offer => offer.Sponsor == flip.Sponsor && offer.Partner is not null);
        var whose = flip.TieOf is { } state ? $"{cast.Name(state)}'s tie to {cast.Name(flip.Sponsor)}"
            : $"{(joint && flip.What != "tie" ? "the joint bid" : cast.Name(flip.Sponsor))}'s {flip.What.Replace('-', ' ')}";
        page.Paragraph($"- {whose}: {flip.From}{found}", 2, 2);
    }

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
