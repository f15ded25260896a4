using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The most that the regional score of a way to build can be, loan by loan: the score itself, with the cover of debt service taken in the heaviest
/// year of either tranche instead of the worst of all years. The default value bounds nothing.
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
        debtOverGdp = view.Record.DebtToGdp[view.Host];
        threshold = Math.Max(view.Compiled.Scenario.States[view.Host].DebtThreshold, debtOverGdp);
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
        for (var step = 0; step < blends.Length; step++)
        {
            var (harder, softer) = (loans.WindowOf(blends[step].HarderWindow), loans.WindowOf(blends[step].SofterWindow));
            var service = new TwoTranches(view.UnitServiceOf(harder), harderFaces[step], view.UnitServiceOf(softer), softerFaces[step]);
            terms[step] = Math.Min(CoverIn(HeaviestYearOf(harder), service), CoverIn(HeaviestYearOf(softer), service));
        }
        terms.AsSpan(blends.Length).Clear();
        foreach (ref var term in MemoryMarshal.Cast<double, Vector<double>>(terms.AsSpan())) term = ProjectViability.CoverTerms(term);
    }

    // Interest falls with the principal, so a tranche weighs most in the first year in which principal is due.
    private int HeaviestYearOf(int window) => window < 0 ? 0 : Math.Max(prospect.FirstFullYear, view.FiguresOf(window).Terms.GraceYears + 1);

    private double CoverIn(int year, in TwoTranches loan)
    {
        var service = year < prospect.Cash.Length ? loan.In(year) : 0;
        if (!(service > DebtServiceCover.LeastServicePerFace * loan.FaceUsdBn)) return DebtServiceCover.Highest;
        return Math.Clamp(prospect.Cash[year] / service, DebtServiceCover.Lowest, DebtServiceCover.Highest);
    }

    private Vector<double> Weighed(Vector<double> coverTerms, Vector<double> presentValues, double weight)
    {
        var burden = new Vector<double>(debtOverGdp) + presentValues * (weight * prospect.DebtPerUsdBn);
        return new Vector<double>(withoutLoan) + perTerm * (coverTerms + ProjectViability.DebtTerms(burden, threshold));
    }

    private readonly ref struct TwoTranches(ReadOnlySpan<double> harder, double harderFaceUsdBn, ReadOnlySpan<double> softer, double softerFaceUsdBn)
    {
        private readonly ReadOnlySpan<double> harder = harder;
        private readonly ReadOnlySpan<double> softer = softer;

        public double FaceUsdBn => harderFaceUsdBn + softerFaceUsdBn;

        public double In(int year) => harderFaceUsdBn * harder[year] + softerFaceUsdBn * softer[year];
    }
}
