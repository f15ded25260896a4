using System.Numerics;
using System.Runtime.CompilerServices;
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
    private const float Overwhelming = 1e20f;

    private readonly TenderView view;
    private readonly Prospect prospect;
    private readonly float overThreshold;
    private readonly float guaranteedPerUsdBn;
    private readonly float contingentPerUsdBn;
    private readonly float slack;

    /// <param name="view">The tender.</param>
    /// <param name="prospect">What the way to build is expected to earn.</param>
    /// <param name="withoutLoan">What the loan does not touch: the score with a viability of the return alone.</param>
    public RegionalBound(TenderView view, Prospect prospect, double withoutLoan)
    {
        (this.view, this.prospect, WithoutLoan) = (view, prospect, withoutLoan);
        var debtOverGdp = view.Record.DebtToGdp[view.Borrower.State];
        var threshold = Math.Max(view.Compiled.Scenario.States[view.Borrower.State].DebtThreshold, debtOverGdp);
        var doublings = Elementary.InverseLn2 / ProjectViability.DebtUnit; // of the odds against the debt term
        guaranteedPerUsdBn = (float)(doublings * prospect.DebtPerUsdBn);
        contingentPerUsdBn = (float)(view.Compiled.Scenario.Scoring.ContingentWeight * doublings * prospect.DebtPerUsdBn);
        PerTerm = view.Compiled.Scenario.Secretariat.ViabilityWeight * (0.25 * 100) / RegionalScore.ViabilityUnit;
        overThreshold = (float)((debtOverGdp - threshold) * doublings);
        slack = (float)(OfferSlopes.Precision * (10 + Math.Abs(overThreshold)));
    }

    /// <summary>What the loan does not touch of the score.</summary>
    public double WithoutLoan { get; }

    /// <summary>What a unit of <see cref="Terms"/> adds to the score.</summary>
    public double PerTerm { get; }

    /// <summary>Reads service over cash of the years in which the loans of a run may be covered least.</summary>
    public void Cover(LoanTable table, in LoanRun run, CoverYears covers)
    {
        var (harder, softer) = (table.WindowOf(run.HarderWindow), table.WindowOf(run.SofterWindow));
        var perHarder = view.UnitServiceOf(harder);
        var perSofter = view.UnitServiceOf(softer);
        // Service falls and cash grows but for a tranche's first principal, so the least cover is that of the first year or of one of those.
        Cover(perHarder, perSofter, prospect.FirstFullYear, out covers.First);
        Cover(perHarder, perSofter, HeaviestYearOf(harder), out covers.HarderHeaviest);
        Cover(perHarder, perSofter, HeaviestYearOf(softer), out covers.SofterHeaviest);
    }

    /// <summary>The terms of cover and of debt together, bounded from above.</summary>
    /// <param name="coverOdds">See <see cref="CoverYears.OddsAgainst"/>.</param>
    /// <param name="presentValues">Present values of the loans' service, USD bn.</param>
    /// <param name="guaranteed">Whether under a sovereign guarantee.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Terms(Vector<float> coverOdds, Vector<float> presentValues, bool guaranteed)
    {
        var debtOdds = Elementary.RoughPowerOfTwo(new Vector<float>(overThreshold) + presentValues * (guaranteed ? guaranteedPerUsdBn : contingentPerUsdBn));
        var (cover, debt) = (Vector<float>.One + coverOdds, Vector<float>.One + debtOdds);
        return (cover + debt) / (cover * debt) + new Vector<float>(slack);
    }

    // Where operation brings no cash, any service leaves no cover: a bound of 0 on what is negative. Next to no service is not judged.
    private void Cover(ReadOnlySpan<double> perHarder, ReadOnlySpan<double> perSofter, int year, out CoverYear cover)
    {
        year = Math.Min(year, prospect.Cash.Length - 1);
        var cash = (float)prospect.Cash[year];
        var perCash = cash > 0 ? 1 / cash : Overwhelming / (float)JudgedService;
        cover.PerHarder = OverCash((float)perHarder[year], perCash);
        cover.PerSofter = OverCash((float)perSofter[year], perCash);
    }

    private static float OverCash(float service, float perCash) => service <= (float)JudgedService ? 0 : Math.Min(Overwhelming, service * perCash);

    // Interest falls with the principal, so a tranche weighs most in the first year in which principal is due.
    private int HeaviestYearOf(int window) => window < 0 ? 0 : Math.Max(prospect.FirstFullYear, view.FiguresOf(window).Terms.GraceYears + 1);
}

/// <summary>Service over cash of a unit of either tranche, in one year.</summary>
internal struct CoverYear
{
    /// <summary>Of the less concessional one.</summary>
    public float PerHarder;

    /// <summary>Of the other.</summary>
    public float PerSofter;

    /// <summary>Of whole tranches.</summary>
    public readonly Vector<float> Of(Vector<float> harderFaces, Vector<float> softerFaces) => harderFaces * PerHarder + softerFaces * PerSofter;
}

/// <summary>The few years in which a loan may be covered least. Scratch of its owner.</summary>
internal sealed class CoverYears
{
    /// <summary>The first that counts.</summary>
    public CoverYear First;

    /// <summary>The first in which principal of the less concessional tranche is due.</summary>
    public CoverYear HarderHeaviest;

    /// <summary>Likewise of the other.</summary>
    public CoverYear SofterHeaviest;

    /// <summary>The most that service is of cash in those years.</summary>
    /// <param name="harderFaces">Faces of the less concessional tranche, USD bn.</param>
    /// <param name="softerFaces">Faces of the other.</param>
    public Vector<float> MostServiceOverCash(Vector<float> harderFaces, Vector<float> softerFaces) => Vector.MaxNative(
        First.Of(harderFaces, softerFaces), Vector.MaxNative(HarderHeaviest.Of(harderFaces, softerFaces), SofterHeaviest.Of(harderFaces, softerFaces)));

    /// <summary>Odds against the cover term of viability, which is one over one more than they; hardly higher than they are.</summary>
    /// <param name="serviceOverCash">See <see cref="MostServiceOverCash"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> OddsAgainst(Vector<float> serviceOverCash)
    {
        var cover = Vector<float>.One / Vector.MaxNative(serviceOverCash, new Vector<float>((float)(1 / DebtServiceCover.Highest)));
        return Elementary.RoughPowerOfTwo((new Vector<float>((float)ProjectViability.CoverMiddle) - cover) * (float)(Elementary.InverseLn2 / ProjectViability.CoverUnit));
    }
}
