using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The most that the regional score of a way to build can be, loan by loan: the score itself, with the cover of debt service taken in the first
/// year and in the heaviest of either tranche instead of the worst of all years. The default value bounds nothing.
/// </summary>
internal readonly ref struct RegionalBound
{
    private readonly TenderView view;
    private readonly Prospect prospect;
    private readonly double withoutLoan;
    private readonly double debtOverGdp;
    private readonly double threshold;
    private readonly double perTerm;

    /// <param name="view">The tender.</param>
    /// <param name="prospect">What the way to build is expected to earn.</param>
    /// <param name="withoutLoan">What the loan does not touch: the score with a viability of the return alone.</param>
    public RegionalBound(TenderView view, Prospect prospect, double withoutLoan)
    {
        (this.view, this.prospect, this.withoutLoan) = (view, prospect, withoutLoan);
        debtOverGdp = view.Record.DebtToGdp[view.Borrower.State];
        threshold = Math.Max(view.Compiled.Scenario.States[view.Borrower.State].DebtThreshold, debtOverGdp);
        perTerm = view.Compiled.Scenario.Secretariat.ViabilityWeight * (0.25 * 100) / RegionalScore.ViabilityUnit;
    }

    /// <summary>The score of loans under a sovereign guarantee.</summary>
    /// <param name="coverTerms">See <see cref="FillCoverTerms"/>.</param>
    /// <param name="presentValues">Present values of the loans' service, USD bn.</param>
    public Vector<double> Of(Vector<double> coverTerms, Vector<double> presentValues) => Weighed(coverTerms, presentValues, 1);

    /// <summary>The same without a guarantee.</summary>
    public Vector<double> OfUnguaranteed(Vector<double> coverTerms, Vector<double> presentValues) =>
        Weighed(coverTerms, presentValues, view.Compiled.Scenario.Scoring.ContingentWeight);

    /// <summary>Bounds the cover terms of viability from above, by step of concession.</summary>
    public void FillCoverTerms(LoanColumns loans, ReadOnlySpan<double> harderFaces, ReadOnlySpan<double> softerFaces, double[] terms)
    {
        var blends = loans.Blends;
        Array.Fill(terms, DebtServiceCover.Highest);
        for (var (step, next) = (0, 0); step < blends.Length; step = next)
        {
            var (harder, softer) = (blends[step].HarderWindow, blends[step].SofterWindow);
            while (next < blends.Length && blends[next].HarderWindow == harder && blends[next].SofterWindow == softer) next++;
            var some = step..next;
            FillCovers(loans.WindowOf(harder), harderFaces[some], loans.WindowOf(softer), softerFaces[some], terms.AsSpan(some));
        }
        foreach (ref var term in MemoryMarshal.Cast<double, Vector<double>>(terms.AsSpan()))
            term = ProjectViability.CoverTerms(Vector.Max(term, new Vector<double>(DebtServiceCover.Lowest)));
    }

    // Service falls and cash grows but for a tranche's first principal, so the least cover is that of the first year or of one of those.
    private void FillCovers(int harder, ReadOnlySpan<double> harderFaces, int softer, ReadOnlySpan<double> softerFaces, Span<double> covers)
    {
        Span<int> years = [prospect.FirstFullYear, HeaviestYearOf(harder), HeaviestYearOf(softer)];
        var perHarder = view.UnitServiceOf(harder);
        var perSofter = view.UnitServiceOf(softer);
        foreach (var year in years)
        {
            if (year >= prospect.Cash.Length) continue;
            for (var k = 0; k < covers.Length; k++)
            {
                var service = harderFaces[k] * perHarder[year] + softerFaces[k] * perSofter[year];
                if (!(service > DebtServiceCover.LeastServicePerFace * (harderFaces[k] + softerFaces[k]))) continue;
                var cover = prospect.Cash[year] / service;
                if (cover < covers[k]) covers[k] = cover;
            }
        }
    }

    // Interest falls with the principal, so a tranche weighs most in the first year in which principal is due.
    private int HeaviestYearOf(int window) => window < 0 ? 0 : Math.Max(prospect.FirstFullYear, view.FiguresOf(window).Terms.GraceYears + 1);

    private Vector<double> Weighed(Vector<double> coverTerms, Vector<double> presentValues, double weight)
    {
        var burden = new Vector<double>(debtOverGdp) + presentValues * (weight * prospect.DebtPerUsdBn);
        return new Vector<double>(withoutLoan) + perTerm * (coverTerms + ProjectViability.DebtTerms(burden, threshold));
    }
}
