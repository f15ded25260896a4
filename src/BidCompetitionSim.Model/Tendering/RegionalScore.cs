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
    private const double ViabilityUnit = 25;
    private const double CohesionUnit = 2;

    private readonly Compiled compiled;
    private readonly TenderView view;
    private readonly Outlook outlook;
    private readonly CohesionOutlook cohesion;
    private readonly Prospect[] prospects;
    private readonly double[] service;
    private readonly double[] newDebt = new double[DebtPath.YearsAhead];

    internal RegionalScore(Compiled compiled, TenderView view, Outlook outlook)
    {
        (this.compiled, this.view, this.outlook) = (compiled, view, outlook);
        cohesion = new CohesionOutlook(compiled);
        prospects = new Prospect[compiled.Sponsors * 2];
        for (var k = 0; k < prospects.Length; k++) prospects[k] = new Prospect(compiled);
        service = new double[Prospect.LongestLife(compiled)];
    }

    /// <summary>B without the Secretariat's error.</summary>
    public double Of(in Bid bid) => Of(bid, out _, out _, out _);

    /// <summary>B without the Secretariat's error, and what it is made of: change of compatibility, expected viability, change of cohesion.</summary>
    public double Of(in Bid bid, out double compatibility, out double viability, out double cohesionChange)
    {
        var rules = compiled.Scenario.Secretariat;
        compatibility = outlook.Change(bid.Standard);
        viability = ExpectedViability(bid);
        cohesionChange = cohesion.Change(view, bid.Standard);
        return rules.CompatibilityWeight * compatibility / CompatibilityUnit
            + rules.ViabilityWeight * (viability - rules.ViabilityReference) / ViabilityUnit
            + rules.CohesionWeight * cohesionChange / CohesionUnit;
    }

    /// <summary>Viability expected at award: the class's mean overrun, delay and demand, the public estimate of cost, the loan of the bid.</summary>
    public double ExpectedViability(in Bid bid)
    {
        var prospect = ProspectOf(bid);
        var cover = CoverOf(bid, prospect);
        var debt = DebtOf(bid, prospect);
        return ProjectViability.Score(
            new ProjectAppraisal(prospect.Eirr, prospect.EnpvUsdBn, cover, debt.Burden, debt.Threshold), compiled.Scenario.Scoring.HurdlePerYear);
    }

    internal void Reset()
    {
        foreach (var prospect in prospects) prospect.Forget();
        cohesion.Forget();
    }

    private Prospect ProspectOf(in Bid bid)
    {
        var prospect = prospects[bid.Sponsor * 2 + (bid.Complies ? 1 : 0)];
        prospect.Load(view, bid.Sponsor, bid.Complies);
        return prospect;
    }

    private double CoverOf(in Bid bid, Prospect prospect)
    {
        if (bid.FaceUsdBn <= 0) return DebtServiceCover.Highest;
        var years = service.AsSpan(0, prospect.Cash.Length);
        DebtService.FillReal(view.FirstTranche(bid), view.SecondTranche(bid), years);
        return DebtServiceCover.Of(prospect.Cash, years, bid.FaceUsdBn, bid.CompletionYears).Minimum;
    }

    private DebtBurden DebtOf(in Bid bid, Prospect prospect)
    {
        var state = compiled.Scenario.States[view.Host];
        var gdp = state.GdpUsdBn * Elementary.Pow(1 + state.GrowthPerYear, view.Day / 365.25);
        var host = new HostFinances(view.Record.DebtToGdp[view.Host], gdp, compiled.Scenario.Scoring.DebtInterestPerYear, state.GrowthPerYear, 0).Stabilised();
        Array.Clear(newDebt);
        var value = bid.FaceUsdBn - view.GrantUsdBn(bid);
        DebtPath.AddDrawings(value, bid.Guarantee ? 1 : compiled.Scenario.Scoring.ContingentWeight, prospect.BuildYears, newDebt);
        return DebtPath.Burden(host, [], newDebt, state.DebtThreshold);
    }
}
