using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>Rents grow where governance is weak, tendering opaque and money plentiful: the same corridor with one of the three changed, same draws.</summary>
public class P5_Rents_grow_with_opacity_and_money
{
    private const double Better = 0.2; // of the scale of the Corruption Perceptions Index, 0 to 1

    private static readonly int Replications = Corridor.Replications(40);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Weak_governance_opacity_and_money_each_raise_rents_and_opacity_the_more_where_governance_is_weak(ulong seed)
    {
        var (weak, clean) = (Corridor.Skrl, WithBetterGovernance(Corridor.Skrl));
        var (weakSecret, weakOpen) = (Play(weak, "bilateral", seed), Play(weak, "bilateral-open", seed));
        var (cleanSecret, cleanOpen) = (Play(clean, "bilateral", seed), Play(clean, "bilateral-open", seed));
        var (rich, poor) = (Play(weak.WithUnlimitedMoney(), "bilateral", seed), Play(WithLittleMoney(weak), "bilateral", seed));

        new Statements("P5", seed)
            .Rises("weaker governance: rents, USD bn", Of(weakSecret, cleanSecret, f => f.RentsUsdBn))
            .Rises("opaque tendering: rents, USD bn", Of(weakSecret, weakOpen, f => f.RentsUsdBn))
            .Rises("plentiful money: rents, USD bn", Of(rich, poor, f => f.RentsUsdBn))
            .Rises("what opacity adds where governance is weak, less where it is better", Estimate.OfMean(Interaction(weakSecret, weakOpen, cleanSecret, cleanOpen)))
            .Rises("within runs: rent over reference cost, per unit of 1 − g", Estimate.OfMean(Array.ConvertAll(weakSecret, f => f.Slope)))
            .Reports("opaque tendering: rent over loans", Of(weakSecret, weakOpen, f => f.RentsUsdBn / f.LoansUsdBn))
            .Reports("opaque tendering: loans, USD bn", Of(weakSecret, weakOpen, f => f.LoansUsdBn))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Where_nobody_takes_bribes_none_of_them_does(ulong seed)
    {
        var honest = Corridor.Skrl with { Bidding = Corridor.Skrl.Bidding with { BribeShare = 0 } };
        var secret = Play(honest, "bilateral", seed);

        new Statements("P5 off: no bribes", seed)
            .IsNothing("weaker governance: rents", Of(secret, Play(WithBetterGovernance(honest), "bilateral", seed), f => f.RentsUsdBn))
            .IsNothing("opaque tendering: rents", Of(secret, Play(honest, "bilateral-open", seed), f => f.RentsUsdBn))
            .IsNothing("plentiful money: rents", Of(Play(honest.WithUnlimitedMoney(), "bilateral", seed), Play(WithLittleMoney(honest), "bilateral", seed), f => f.RentsUsdBn))
            .IsNothing("within runs: rent over reference cost", Estimate.OfMean(Array.ConvertAll(secret, f => f.Slope)));
    }

    private sealed record Facts(double RentsUsdBn, double LoansUsdBn, double Slope);

    private static Facts[] Play(Scenario scenario, string arm, ulong seed) =>
        scenario.Play(arm, seed, Replications, static run => new Facts(run.Outcome.RentsUsdBn, run.Outcome.FundedUsdBn, SlopeOf(run.Kernel)));

    // Over the awards of a run, of rent over reference cost on 1 − g.
    private static double SlopeOf(Kernel kernel)
    {
        var awards = Enumerable.Range(0, kernel.Compiled.Segments.Length).Where(s => kernel.Record.Winners[s] >= 0)
            .Select(s => (Weakness: 1 - kernel.Compiled.Scenario.States[kernel.Compiled.Segments[s].Host].Governance, Rent: kernel.RentsUsdBn[s] / kernel.Compiled.Segments[s].CostUsdBn)).ToArray();
        return Estimate.OfSlope([.. awards.Select(a => a.Weakness)], [.. awards.Select(a => a.Rent)]).Value;
    }

    private static double[] Interaction(Facts[] weakSecret, Facts[] weakOpen, Facts[] cleanSecret, Facts[] cleanOpen) =>
    [
        .. Enumerable.Range(0, weakSecret.Length).Select(k =>
            weakSecret[k].RentsUsdBn - weakOpen[k].RentsUsdBn - (cleanSecret[k].RentsUsdBn - cleanOpen[k].RentsUsdBn)),
    ];

    private static Scenario WithBetterGovernance(Scenario scenario) => scenario with
    {
        States = Array.ConvertAll(scenario.States, static state => state with { Governance = Math.Min(1, state.Governance + Better) }),
    };

    private static Scenario WithLittleMoney(Scenario scenario) => scenario with
    {
        Windows = Array.ConvertAll(scenario.Windows, static window => window with { EnvelopeUsdBn = window.EnvelopeUsdBn / 4, YearlyCapUsdBn = window.YearlyCapUsdBn / 4 }),
    };

    private static Estimate Of(Facts[] first, Facts[] second, Func<Facts, double> fact) =>
        Estimate.OfDifference(Array.ConvertAll(first, run => fact(run)), Array.ConvertAll(second, run => fact(run)));
}
