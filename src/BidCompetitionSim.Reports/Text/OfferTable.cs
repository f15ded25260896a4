using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>Offers in columns, so that they can be compared at a glance.</summary>
internal static class OfferTable
{
    private const int NameWidth = 8;
    private const int StandardWidth = 13;
    private const int Indent = 9;

    public static void Write(OfferResult[] offers, string? winner, Cast cast, Page page)
    {
        var scored = Array.Exists(offers, offer => offer.Opinion is not null);
        page.Line(Header(scored), Ink.Faint);
        foreach (var offer in offers)
        {
            page.Line(Row(offer, offer.Sponsor == winner, scored, cast), offer.Sponsor == winner ? cast.InkOf(winner) : Ink.Plain);
            page.Paragraph(LoanOf(offer), Indent + 2, 5, Ink.Faint);
            if (offer.Struck is not null) page.Paragraph(StruckText(offer, cast), Indent + 2, 0, Ink.Alarm);
        }
    }

    private static string Header(bool scored) =>
        $"  {"offer",-NameWidth}{"price",6}{"P/K",6}{"grant",6}  {"guar.",-7}{"years",6}{"qual.",6}  {"standard",-StandardWidth}{"utility",8}{(scored ? "ASEAN" : ""),7}".TrimEnd();

    private static string Row(OfferResult offer, bool wins, bool scored, Cast cast)
    {
        var guarantee = offer.Tranches.Length == 0 ? "no loan" : offer.Guarantee ? "asked" : "waived";
        var opinion = scored ? $"{Figure.WithSign(offer.Opinion),7}" : "";
        return $"{(wins ? '*' : ' ')} {Cut(cast.Name(offer.Sponsor), NameWidth - 1),-NameWidth}{offer.Price,6:0.00}{offer.PriceOverReference,6:0.00}{Figure.Of(offer.GrantElement, "0.00"),6}"
            + $"  {guarantee,-7}{offer.CompletionYears,6:0.0}{offer.Quality,6:0.00}  {Cut(offer.Standard, StandardWidth),-StandardWidth}{Figure.WithSign(offer.Utility.Total),8}{opinion}";
    }

    private static string LoanOf(OfferResult offer)
    {
        if (offer.Tranches.Length == 0) return "cash: no window lends for this.";
        var parts = offer.Tranches.Select(t => $"{t.Share:0%} {t.Window} at {t.Rate:0.0#%} over {t.Tenor} y ({t.Grace} y grace, {t.Currency})");
        return $"loan {string.Join(" + ", parts)}{(offer.Improved ? "; best and final" : "")}";
    }

    private static string StruckText(OfferResult offer, Cast cast) => offer.Struck == "floor"
        ? "struck: scored below the Secretariat's floor"
        : $"struck: {cast.Names(offer.Objections)} {(offer.Objections.Length == 1 ? "objects" : "object")}";

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
