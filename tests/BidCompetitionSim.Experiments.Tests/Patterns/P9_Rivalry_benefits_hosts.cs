using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// Rivalry has benefits for hosts: both sponsors against one alone, same draws. Softer terms are those of the same sponsor's offers for the same
/// segments: the mean over awards also moves with who lends, and the second sponsor's loans may be the harder ones.
/// </summary>
public class P9_Rivalry_benefits_hosts
{
    private static readonly int Replications = Corridor.Replications(40);

    private sealed record Facts(
        double Offers, double FundedUsdBn, double GrantsUsdBn, double Awards, double Built, double WelfareUsdBn, double SurplusUsdBn,
        double Concession, double Grant, Bids China, Bids Japan);

    [Theory, InlineData(1, "china"), InlineData(2, "china"), InlineData(3, "china"), InlineData(1, "japan"), InlineData(2, "japan"), InlineData(3, "japan")]
    public void Hosts_get_more_of_everything_with_a_second_sponsor(ulong seed, string second)
    {
        var both = Corridor.Skrl.Play("bilateral", seed, Replications, Measure);
        var one = Corridor.Skrl.WithAbsent(second).Play("bilateral", seed, Replications, Measure);

        new Statements($"P9 with {second} besides", seed)
            .Rises("offers per tender", Of(both, one, f => f.Offers))
            .Rises("loans, USD bn", Of(both, one, f => f.FundedUsdBn))
            .Rises("concession of the first sponsor's offers", Offers(both, one, f => second == "china" ? f.Japan : f.China))
            .Rises("segments awarded", Of(both, one, f => f.Awards))
            .Rises("segments built", Of(both, one, f => f.Built))
            .Rises("host welfare, USD bn", Of(both, one, f => f.WelfareUsdBn))
            .Reports("grants in loans, USD bn", Of(both, one, f => f.GrantsUsdBn))
            .Reports("concession of awards", Of(both, one, f => f.Concession))
            .Reports("grant element of loans", Of(both, one, f => f.Grant))
            .Reports("host surplus, USD bn", Of(both, one, f => f.SurplusUsdBn))
            .ShouldHold();
    }

    [Theory, InlineData(1, "china"), InlineData(2, "japan"), InlineData(3, "china")]
    public void A_second_sponsor_that_never_comes_brings_nothing(ulong seed, string second)
    {
        var absent = Corridor.Skrl.WithPlanBlindHosts().WithAbsent(second).Play("bilateral-open", seed, Replications, Measure);
        var nobody = Corridor.Skrl.WithPlanBlindHosts().WithRemoved(second).Play("bilateral-open", seed, Replications, Measure);

        new Statements($"P9 off: {second} named absent", seed)
            .IsNothing("offers per tender", Of(absent, nobody, f => f.Offers))
            .IsNothing("loans, USD bn", Of(absent, nobody, f => f.FundedUsdBn))
            .IsNothing("grants in loans, USD bn", Of(absent, nobody, f => f.GrantsUsdBn))
            .IsNothing("concession of the first sponsor's offers", Offers(absent, nobody, f => second == "china" ? f.Japan : f.China))
            .IsNothing("segments awarded", Of(absent, nobody, f => f.Awards))
            .IsNothing("host welfare, USD bn", Of(absent, nobody, f => f.WelfareUsdBn));
    }

    private static Facts Measure(Replication run)
    {
        var (o, kernel) = (run.Outcome, run.Kernel);
        var grants = 0.0;
        for (var s = 0; s < kernel.Compiled.Segments.Length; s++)
            if (kernel.Record.Winners[s] >= 0 && kernel.Record.Status[s] != Status.Cancelled) grants += kernel.GrantUsdBn(s);
        return new Facts(
            o.MeanOffers, o.FundedUsdBn, grants, o.Awards, o.Built, o.HostWelfareUsdBn, o.HostSurplusUsdBn, o.MeanConcession ?? double.NaN,
            o.MeanGrantElement ?? double.NaN, new Bids(kernel, kernel.Compiled.SponsorOf("china")), new Bids(kernel, kernel.Compiled.SponsorOf("japan")));
    }

    private static Estimate Of(Facts[] first, Facts[] second, Func<Facts, double> fact) =>
        Estimate.OfDifference(Array.ConvertAll(first, run => fact(run)), Array.ConvertAll(second, run => fact(run)));

    private static Estimate Offers(Facts[] first, Facts[] second, Func<Facts, Bids> of) =>
        Estimate.OfMean(Bids.Differences(Array.ConvertAll(first, run => of(run)), Array.ConvertAll(second, run => of(run)), static bids => bids.Concession));
}
