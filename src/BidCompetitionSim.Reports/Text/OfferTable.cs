using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>Offers in columns, so that they can be compared at a glance; in sentences where the page is too narrow for them.</summary>
internal static class OfferTable
{
    private const int NameWidth = 8;
    private const int StandardWidth = 13;
    private const int OpinionWidth = 7;
    private const int OtherWidth = 2 + 6 + 6 + 6 + 2 + 7 + 6 + 6 + 2 + StandardWidth + 8;
    private const int Indent = 9;

    public static void Write(OfferResult[] offers, string? winner, ContractResult? contract, Cast cast, Page page)
    {
        var scored = Array.Exists(offers, offer => offer.Opinion is not null);
        var room = page.Width - OtherWidth - (scored ? OpinionWidth : 0);
        var name = Math.Clamp(offers.Max(offer => Cells.Of(cast.Name(offer.Sponsor))) + 1, NameWidth, Math.Max(NameWidth, room));
        if (name <= room) page.Line(Header(name, scored), Ink.Faint);
        foreach (var offer in offers)
        {
            var (wins, ink) = (offer.Sponsor == winner, offer.Sponsor == winner ? cast.InkOf(winner) : Ink.Plain);
            if (name <= room) page.Line(Row(offer, wins, name, scored, cast), ink);
            else page.Paragraph(Sentence(offer, wins, scored, cast), 0, 4, ink);
            if (offer.Partner is not null) page.Paragraph(JointText(offer, cast), Indent + 2);
            page.Paragraph($"{(offer.Tranches.Length == 0 ? "cash: no window lends for this." : $"loan {LoanOf(offer.Tranches)}")}{(offer.Improved ? "; best and final" : "")}", Indent + 2, 5, Ink.Faint);
            if (wins && contract is not null && (contract.Discount is not null || WasCut(offer, contract))) page.Paragraph(Signed(contract), Indent + 2, 5, Ink.Alarm);
            if (offer.Struck is not null) page.Paragraph(StruckText(offer, cast), Indent + 2, 0, Ink.Alarm);
        }
    }

    private static string Header(int name, bool scored) =>
        $"  {"offer".PadRight(name)}{"price",6}{"P/K",6}{"grant",6}  {"guar.",-7}{"years",6}{"qual.",6}  {"standard",-StandardWidth}{"utility",8}{(scored ? "ASEAN" : ""),OpinionWidth}".TrimEnd();

    private static string Row(OfferResult offer, bool wins, int name, bool scored, Cast cast)
    {
        var opinion = scored ? $"{Figure.WithSign(offer.Opinion),OpinionWidth}" : "";
        return $"{Mark(wins)}{Cells.Left(Cells.Cut(cast.Name(offer.Sponsor), name - 1), name)}{offer.Price,6:0.00}{offer.PriceOverReference,6:0.00}{Figure.Of(offer.GrantElement, "0.00"),6}"
            + $"  {GuaranteeOf(offer),-7}{offer.CompletionYears,6:0.0}{offer.Quality,6:0.00}  {Cells.Left(Cells.Cut(offer.Standard, StandardWidth), StandardWidth)}{Figure.WithSign(offer.Utility.Total),8}{opinion}";
    }

    private static string Sentence(OfferResult offer, bool wins, bool scored, Cast cast) =>
        $"{Mark(wins)}{cast.Name(offer.Sponsor)}: price {offer.Price:0.00}, P/K {offer.PriceOverReference:0.00}, grant {Figure.Of(offer.GrantElement, "0.00")}, guarantee {GuaranteeOf(offer)}, "
        + $"{offer.CompletionYears:0.0} years, quality {offer.Quality:0.00}, standard {offer.Standard}, utility {Figure.WithSign(offer.Utility.Total)}"
        + (scored ? $", ASEAN {Figure.WithSign(offer.Opinion)}" : "");

    private static string Mark(bool wins) => wins ? "* " : "  ";

    private static string GuaranteeOf(OfferResult offer) => offer.Tranches.Length == 0 ? "no loan" : offer.Guarantee ? "asked" : "waived";

    private static string LoanOf(TrancheResult[] tranches) =>
        string.Join(" + ", tranches.Select(t => $"{t.Share:0%} {t.Window} at {t.Rate:0.0#%} over {t.Tenor} y ({t.Grace} y grace, {t.Currency})"));

    // What is left of a window when the award comes may be less than when the offer was made.
    private static bool WasCut(OfferResult offer, ContractResult contract) =>
        !contract.Tranches.Select(t => (t.Window, t.Face)).SequenceEqual(offer.Tranches.Select(t => (t.Window, t.Face)));

    private static string Signed(ContractResult contract) => contract.Discount is { } discount
        ? $"signed for {contract.Price:0.00}, {discount:0.#%} off for a whole package: {(contract.Tranches.Length == 0 ? "no loan" : LoanOf(contract.Tranches))}" : contract.Tranches.Length == 0
        ? "signed: no loan, for its windows had nothing left; the host pays cash"
        : $"signed: {LoanOf(contract.Tranches)}, all that its windows had left; the host pays the rest in cash";

    private static string JointText(OfferResult offer, Cast cast) =>
        $"{cast.Name(offer.Sponsor)} and {cast.Name(offer.Partner)} bid together: {cast.Name(offer.Sponsor)} leads, each has half.";

    private static string StruckText(OfferResult offer, Cast cast) => offer.Struck == "floor"
        ? "struck: scored below the Secretariat's floor"
        : $"struck: {cast.Names(offer.Objections)} {(offer.Objections.Length == 1 ? "objects" : "object")}";
}
