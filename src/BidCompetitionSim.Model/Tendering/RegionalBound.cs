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
    // Service that could fall short of what a cover is judged by (see DebtServiceCover).
    private const double JudgedService = 1e-6;
    private const double Overwhelming = 1e200;

    private readonly TenderView view;
    private readonly Prospect prospect;
    private readonly double withoutLoan;
    private readonly double debtOverGdp;
    private readonly double threshold;
    private readonly double perTerm;
    private readonly double contingentWeight;

    /// <param name="view">The tender.</param>
    /// <param name="prospect">What the way to build is expected to earn.</param>
    /// <param name="withoutLoan">What the loan does not touch: the score with a viability of the return alone.</param>
    public RegionalBound(TenderView view, Prospect prospect, double withoutLoan)
    {
        (this.view, this.prospect, this.withoutLoan) = (view, prospect, withoutLoan);
        debtOverGdp = view.Record.DebtToGdp[view.Borrower.State];
        threshold = Math.Max(view.Compiled.Scenario.States[view.Borrower.State].DebtThreshold, debtOverGdp);
        contingentWeight = view.Compiled.Scenario.Scoring.ContingentWeight;
        perTerm = view.Compiled.Scenario.Secretariat.ViabilityWeight * (0.25 * 100) / RegionalScore.ViabilityUnit;
    }

    /// <summary>The score of loans under a sovereign guarantee.</summary>
    /// <param name="coverTerms">See <see cref="CoverTerms"/>.</param>
    /// <param name="presentValues">Present values of the loans' service, USD bn.</param>
    public Vector<double> Of(Vector<double> coverTerms, Vector<double> presentValues) => Weighed(coverTerms, presentValues, 1);

    /// <summary>The same without a guarantee.</summary>
    public Vector<double> OfUnguaranteed(Vector<double> coverTerms, Vector<double> presentValues) =>
        Weighed(coverTerms, presentValues, contingentWeight);

    /// <summary>Writes down the service over cash of the years in which the loans of a table may be covered least.</summary>
    public void FillCovers(LoanTable table, CoverColumns covers)
    {
        foreach (var run in table.Runs)
        {
            ref readonly var blend = ref table.Blends[run.Start];
            var (harder, softer) = (table.WindowOf(blend.HarderWindow), table.WindowOf(blend.SofterWindow));
            var perHarder = view.UnitServiceOf(harder);
            var perSofter = view.UnitServiceOf(softer);
            // Service falls and cash grows but for a tranche's first principal, so the least cover is that of the first year or of one of those.
            ReadOnlySpan<int> years = [prospect.FirstFullYear, HeaviestYearOf(harder), HeaviestYearOf(softer)];
            for (var k = 0; k < years.Length; k++)
            {
                var year = Math.Min(years[k], prospect.Cash.Length - 1);
                covers.Fill(k, run, OverCash(perHarder[year], prospect.Cash[year]), OverCash(perSofter[year], prospect.Cash[year]));
            }
        }
    }

    /// <summary>Cover terms of viability, bounded from above.</summary>
    /// <param name="mostOverCash">Most service over cash.</param>
    public static Vector<double> CoverTerms(Vector<double> mostOverCash) => ProjectViability.MostCoverTerms(
        Vector<double>.One / Vector.MaxNative(mostOverCash, new Vector<double>(1 / DebtServiceCover.Highest)));

    // Where operation brings no cash, any service leaves no cover: a bound of 0 on what is negative. Next to no service is not judged.
    private static double OverCash(double service, double cash) => service <= JudgedService ? 0 : cash > 0 ? service / cash : Overwhelming;

    // Interest falls with the principal, so a tranche weighs most in the first year in which principal is due.
    private int HeaviestYearOf(int window) => window < 0 ? 0 : Math.Max(prospect.FirstFullYear, view.FiguresOf(window).Terms.GraceYears + 1);

    private Vector<double> Weighed(Vector<double> coverTerms, Vector<double> presentValues, double weight)
    {
        var burden = new Vector<double>(debtOverGdp) + presentValues * (weight * prospect.DebtPerUsdBn);
        return new Vector<double>(withoutLoan) + perTerm * (coverTerms + ProjectViability.MostDebtTerms(burden, threshold));
    }
}

/// <summary>By step of concession: service over cash of a unit of either tranche, in the few years in which a loan may be covered least. Scratch.</summary>
internal sealed class CoverColumns(int padded)
{
    private const int Years = 3;

    private readonly double[][] harder = [new double[padded], new double[padded], new double[padded]];
    private readonly double[][] softer = [new double[padded], new double[padded], new double[padded]];

    /// <summary>Writes down a year for some steps.</summary>
    public void Fill(int year, Range steps, double perHarder, double perSofter)
    {
        var (first, end) = (steps.Start.Value, steps.End.Value);
        harder[year].AsSpan(first, end - first).Fill(perHarder);
        softer[year].AsSpan(first, end - first).Fill(perSofter);
    }

    /// <summary>Most service over cash of those years.</summary>
    /// <param name="v">The steps, in vectors.</param>
    /// <param name="harderFaces">Faces of the less concessional tranche, USD bn.</param>
    /// <param name="softerFaces">Faces of the other.</param>
    public Vector<double> MostOverCash(int v, Vector<double> harderFaces, Vector<double> softerFaces)
    {
        var most = Vector<double>.Zero;
        for (var year = 0; year < Years; year++)
            most = Vector.MaxNative(most, harderFaces * new Vector<double>(harder[year], v * Vector<double>.Count) + softerFaces * new Vector<double>(softer[year], v * Vector<double>.Count));
        return most;
    }
}
