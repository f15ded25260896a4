using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>What is special about cooperation in third countries: two rivals may make one bid, and the host then has one bidder fewer.</summary>
public class ThirdCountryTests
{
    private static readonly Scenario Thailand = Worlds.Read("third-country-2018");

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Joint_bids_take_an_offer_and_welfare_from_the_host(ulong seed)
    {
        var (apart, together, off) = (Played("bilateral", seed), Played("consortium", seed), Played(Arrangements.Named("consortium", Thailand.Secretariat)! with { JointBids = false }, seed));

        new Statements("third-country-2018", seed)
            .IsNothing("welfare of hosts, joint bids off", Difference(apart, off, static one => one.Welfare))
            .IsNothing("awards shared, joint bids off", Difference(apart, off, static one => one.Shared))
            .Rises("awards shared", Difference(together, apart, static one => one.Shared))
            .Falls("offers per tender", Difference(together, apart, static one => one.Offers))
            .Falls("welfare of hosts, USD bn", Difference(together, apart, static one => one.Welfare))
            .ShouldHold();
    }

    private static One[] Played(string arm, ulong seed) => Played(Arrangements.Named(arm, Thailand.Secretariat)!, seed);

    private static One[] Played(Arm arm, ulong seed) => Thailand.Play(arm, seed, Corridor.Replications(300), static run => new One(
        run.Kernel.Record.Partners.Count(static partner => partner >= 0), run.Outcome.MeanOffers, run.Outcome.HostWelfareUsdBn));

    private static Estimate Difference(One[] first, One[] second, Func<One, double> of) =>
        Estimate.OfDifference([.. first.Select(of)], [.. second.Select(of)]);

    private sealed record One(double Shared, double Offers, double Welfare);
}
