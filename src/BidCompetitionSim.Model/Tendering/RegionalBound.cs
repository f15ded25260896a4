using System.Numerics;
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
    public void FillCoverTerms(LoanColumns loans, ReadOnlySpan<Vector<double>> harderFaces, ReadOnlySpan<Vector<double>> softerFaces, Span<Vector<double>> terms)
    {
        var table = loans.Table;
        terms.Fill(new Vector<double>(DebtServiceCover.Highest));
        foreach (var run in table.Runs)
        {
            ref readonly var blend = ref table.Blends[run.Start];
            var (harder, softer) = (table.WindowOf(blend.HarderWindow), table.WindowOf(blend.SofterWindow));
            var perHarder = view.UnitServiceOf(harder);
            var perSofter = view.UnitServiceOf(softer);
            // Service falls and cash grows but for a tranche's first principal, so the least cover is that of the first year or of one of those.
            Span<int> years = [prospect.FirstFullYear, HeaviestYearOf(harder), HeaviestYearOf(softer)];
            foreach (var year in years)
                if (year < prospect.Cash.Length)
                    new YearOfService(run.Start.Value, run.End.Value, prospect.Cash[year], perHarder[year], perSofter[year]).Lower(harderFaces, softerFaces, terms);
        }
        foreach (ref var term in terms) term = ProjectViability.CoverTerms(Vector.Max(term, new Vector<double>(DebtServiceCover.Lowest)));
    }

    // Interest falls with the principal, so a tranche weighs most in the first year in which principal is due.
    private int HeaviestYearOf(int window) => window < 0 ? 0 : Math.Max(prospect.FirstFullYear, view.FiguresOf(window).Terms.GraceYears + 1);

    private Vector<double> Weighed(Vector<double> coverTerms, Vector<double> presentValues, double weight)
    {
        var burden = new Vector<double>(debtOverGdp) + presentValues * (weight * prospect.DebtPerUsdBn);
        return new Vector<double>(withoutLoan) + perTerm * (coverTerms + ProjectViability.DebtTerms(burden, threshold));
    }

    /// <summary>A year in which the loans of some steps are served: the cash, and the service of a unit of either tranche.</summary>
    private readonly record struct YearOfService(int First, int End, double CashUsdBn, double PerHarder, double PerSofter)
    {
        public void Lower(ReadOnlySpan<Vector<double>> harderFaces, ReadOnlySpan<Vector<double>> softerFaces, Span<Vector<double>> covers)
        {
            for (var v = First / Vector<double>.Count; v * Vector<double>.Count < End; v++)
            {
                var steps = Vector<double>.Indices + new Vector<double>(v * Vector<double>.Count);
                var service = harderFaces[v] * PerHarder + softerFaces[v] * PerSofter;
                var cover = new Vector<double>(CashUsdBn) / service;
                var lower = Vector.LessThan(cover, covers[v])
                    & Vector.GreaterThan(service, DebtServiceCover.LeastServicePerFace * (harderFaces[v] + softerFaces[v]))
                    & Vector.GreaterThanOrEqual(steps, new Vector<double>(First)) & Vector.LessThan(steps, new Vector<double>(End));
                covers[v] = Vector.ConditionalSelect(lower, cover, covers[v]);
            }
        }
    }
}
