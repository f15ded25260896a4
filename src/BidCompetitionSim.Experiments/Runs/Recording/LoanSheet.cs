using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>Writes down the loan of a bid, offered or signed, at the terms of the day its tender was opened.</summary>
internal static class LoanSheet
{
    public static TrancheResult[] Of(Compiled compiled, int segment, int openedDay, Bid bid) =>
        [.. Tranches(compiled, segment, openedDay, bid)];

    private static IEnumerable<TrancheResult> Tranches(Compiled compiled, int segment, int openedDay, Bid bid)
    {
        if (bid.FirstWindow >= 0 && bid.FirstFaceUsdBn > 0)
            yield return Tranche(compiled, segment, openedDay, bid.FirstWindow, bid.FirstFaceUsdBn, bid.PriceUsdBn) with { Sponsor = LenderOf(compiled, bid, bid.Sponsor) };
        if (bid.SecondWindow >= 0 && bid.SecondFaceUsdBn > 0)
            yield return Tranche(compiled, segment, openedDay, bid.SecondWindow, bid.SecondFaceUsdBn, bid.PriceUsdBn) with { Sponsor = LenderOf(compiled, bid, bid.Partner) };
    }

    // The first tranche of a joint bid is its leader's.
    private static string? LenderOf(Compiled compiled, in Bid bid, int sponsor) => bid.Partner < 0 ? null : compiled.Scenario.Sponsors[sponsor].Id;

    private static TrancheResult Tranche(Compiled compiled, int segment, int openedDay, int window, double faceUsdBn, double priceUsdBn)
    {
        compiled.Lends(window, segment, openedDay, out var figures);
        var source = compiled.Scenario.Windows[window];
        return new TrancheResult
        {
            Window = source.Id, Rate = figures.Terms.RatePerYear, Tenor = figures.Terms.TenorYears, Grace = figures.Terms.GraceYears,
            Share = faceUsdBn / priceUsdBn, Face = faceUsdBn,
            Currency = source.Terms.Where(terms => terms.FromDay <= openedDay).MaxBy(terms => terms.FromDay)?.Currency ?? "",
        };
    }
}
