using System.Numerics;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The regional score B of a bid: what it does to compatibility, to viability and to cohesion, by the Secretariat's weights
/// (docs/model.md §4.6). Appraised at reference classes' means, from public data only, so bidders can foresee it.
/// </summary>
public sealed class RegionalScore
{
    private const double CompatibilityUnit = 0.10;
    internal const double ViabilityUnit = 25;
    private const double CohesionUnit = 2;

    private readonly Compiled compiled;
    private readonly TenderView view;
    private readonly Outlook outlook;
    private readonly CohesionOutlook cohesion;
    private readonly double[] flows;
    private readonly double[] factors;
    private Prospect[] prospects = [];

    internal RegionalScore(Compiled compiled, TenderView view, Outlook outlook)
    {
        (this.compiled, this.view, this.outlook) = (compiled, view, outlook);
        cohesion = new CohesionOutlook(compiled);
        flows = new double[Prospect.LongestLife(compiled)];
        factors = new double[flows.Length];
    }

    /// <summary>B without the Secretariat's error.</summary>
    public double Of(in Bid bid) => Of(bid, out _, out _, out _);

    /// <summary>B without the Secretariat's error, and what it is made of: change of compatibility, expected viability, change of cohesion.</summary>
    public double Of(in Bid bid, out double compatibility, out double viability, out double cohesionChange)
    {
        compatibility = outlook.Change(bid.Standard);
        viability = ExpectedViability(bid);
        cohesionChange = cohesion.Change(view, bid.Standard);
        return Sum(compatibility, viability, cohesionChange);
    }

    /// <summary>B where the expected cover of the bid's debt is known.</summary>
    internal double Of(in Bid bid, double cover) => Sum(outlook.Change(bid.Standard), ExpectedViability(bid, cover), cohesion.Change(view, bid.Standard));

    /// <summary>Least cover of debt service expected over the years that count.</summary>
    internal double CoverOf(in Bid bid)
    {
        if (bid.FaceUsdBn <= 0) return DebtServiceCover.Highest;
        var prospect = ProspectOf(bid);
        return view.ServiceOf(bid).LeastCover(prospect.Cash, prospect.FirstFullYear);
    }

    /// <summary>Viability expected at award: the class's mean overrun, delay and demand, the public estimate of cost, the loan of the bid.</summary>
    public double ExpectedViability(in Bid bid) => ExpectedViability(bid, CoverOf(bid));

    private double ExpectedViability(in Bid bid, double cover)
    {
        var prospect = ProspectOf(bid);
        var debt = view.Record.DebtToGdp[view.Borrower.State];
        var weight = bid.Guarantee ? 1 : compiled.Scenario.Scoring.ContingentWeight;
        var burden = debt + weight * (bid.FaceUsdBn - view.GrantUsdBn(bid)) * prospect.DebtPerUsdBn;
        var threshold = Math.Max(compiled.Scenario.States[view.Borrower.State].DebtThreshold, debt);
        return ProjectViability.Score(prospect.ReturnTerm, cover, burden, threshold);
    }

    private double Sum(double compatibility, double viability, double cohesionChange)
    {
        var rules = compiled.Scenario.Secretariat;
        return rules.CompatibilityWeight * compatibility / CompatibilityUnit
            + rules.ViabilityWeight * (viability - rules.ViabilityReference) / ViabilityUnit
            + rules.CohesionWeight * cohesionChange / CohesionUnit;
    }

    /// <summary>The most that the score can be over the loans of one way to build.</summary>
    internal RegionalBound BoundOf(in Bid way)
    {
        var prospect = ProspectOf(way);
        return new RegionalBound(view, prospect, Sum(outlook.Change(way.Standard), 50 * prospect.ReturnTerm, cohesion.Change(view, way.Standard)));
    }

    /// <summary>Prepares for the scores of some bids.</summary>
    internal void Foresee(ulong received, ReadOnlySpan<Bid> bids)
    {
        Span<int> standards = stackalloc int[BitOperations.PopCount(received)];
        var count = 0;
        for (var left = received; left != 0; left &= left - 1) standards[count++] = bids[BitOperations.TrailingZeroCount(left)].Standard;
        cohesion.Foresee(view, standards);
    }

    internal void Reset() => cohesion.Forget();

    // By segment, attempt, sponsor and compliance: a first attempt is nearly always opened on the planned day.
    private Prospect ProspectOf(in Bid bid)
    {
        if (prospects.Length == 0) prospects = NewProspects();
        var tender = view.Segment * 2 + view.Attempt - 1;
        var prospect = prospects[(tender * compiled.Sponsors + bid.Sponsor) * 2 + (bid.Complies ? 1 : 0)];
        prospect.Load(view, bid.Sponsor, bid.Complies, flows, factors);
        return prospect;
    }

    // Only arrangements that ask for the region's score have any.
    private Prospect[] NewProspects()
    {
        var all = new Prospect[compiled.Segments.Length * 2 * compiled.Sponsors * 2];
        for (var k = 0; k < all.Length; k++) all[k] = new Prospect(compiled);
        return all;
    }
}
