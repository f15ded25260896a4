using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>The story of a run: every tender and what happened between, in order of time.</summary>
internal static class StoryText
{
    public static void Write(RunResult run, Cast cast, Page page)
    {
        page.Heading("What happened");
        page.Paragraph(
            "P/K: price over reference cost. grant: share of the loan that is a gift. utility: the host's, before its own taste, which no offer shows. "
            + "EIRR: economic rate of return. ENPV: net economic benefit at the hurdle rate, in USD bn at the start.", 0, 0, Ink.Faint);
        if (run.Arrangement.JointBids == true) page.Paragraph("A joint bid removes a competitor: it may be worse for the host than two bids.", 0, 0, Ink.Faint);
        var told = run.Segments.SelectMany(segment => segment.Tenders.Select(tender => (tender.Decided, Tell: (Action)(() => TenderText.Write(run, segment, tender, cast, page)))))
            .Concat(run.Happenings.Where(Matters).Select(happening => (happening.Day, (Action)(() => Happened(happening, cast, page)))));
        foreach (var (_, tell) in told.OrderBy(entry => entry.Item1)) tell();
        foreach (var segment in run.Segments.Where(segment => segment.Attempts == 0))
            page.Line().Paragraph($"{segment.Name}: never opened.");
    }

    // A government that changes and changes nothing is no story: its state's turnover is data.
    private static bool Matters(Happening happening) => happening.Kind != "government-changed";

    private static void Happened(Happening happening, Cast cast, Page page)
    {
        page.Line();
        var text = happening.Kind switch
        {
            "award-upheld" => $"{cast.Segment(happening.Subject)}: a new government reopens the award and lets it stand.",
            "project-cancelled" => $"{cast.Segment(happening.Subject)}: a new government cancels the award.",
            "loan-renegotiated" => $"{cast.Segment(happening.Subject)}: its loan is renegotiated ({happening.Detail}).",
            "policy-changed" => $"{cast.Name(happening.Subject)} changes its policy: {happening.Detail}.",
            _ => $"{happening.Kind}: {happening.Subject} {happening.Detail}",
        };
        page.Entry($"{cast.Calendar.Month(happening.Day)}  ", text, happening.Kind == "project-cancelled" ? Ink.Alarm : Ink.Plain);
    }
}
