using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>One tender: what was offered, who won, why, and what became of it.</summary>
internal static class TenderText
{
    private const int Indent = 9;

    public static void Write(RunResult run, SegmentResult segment, AttemptResult tender, Cast cast, Page page)
    {
        var last = tender.Attempt == segment.Attempts;
        var offers = last ? segment.Offers : tender.Offers;
        page.Line().Entry($"{cast.Calendar.Month(tender.Decided)}  ", $"{segment.Name}{(tender.Attempt > 1 ? ", second attempt" : "")}", Ink.Bold);
        var opened = tender.Opened == tender.Decided ? "" : $"; opened {cast.Calendar.Month(tender.Opened)}";
        page.Paragraph($"{cast.Hosts(segment)} {(segment.Hosts is null ? "lets" : "let")} {segment.LengthKm:0.#} km; reference cost K = USD {tender.ReferenceCost:0.00} bn{opened}.", Indent);
        if (offers.Length > 0) OfferTable.Write(offers, tender.Winner, last ? segment.Contract : null, cast, page);
        page.Paragraph(VerdictText.Of(run, segment, tender, offers, cast), Indent, 0, tender.Winner is null ? Ink.Alarm : Ink.Plain);
        if (last && tender.Winner is not null) page.Paragraph(FateText.Of(segment, cast), Indent);
    }
}
