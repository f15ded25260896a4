using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>
/// What is special about Thailand's lines: a host that minds concentration gives one line to each sponsor, and standards that do not fit each other then
/// meet in Bangkok, on the way from Laos to the north.
/// </summary>
public class ThailandHsrTests
{
    private const string ToKorat = "korat-bangkok", ToChiangMai = "bangkok-chiang-mai";

    private static readonly Scenario Thailand = Worlds.Read("thailand-hsr");

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_host_that_minds_concentration_splits_its_two_lines(ulong seed)
    {
        var hedging = Splits(Thailand, seed);
        var careless = Splits(Thailand.WithWeights(static w => w with { Concentration = 0 }), seed);

        new Statements("thailand-hsr", seed).Rises("share of runs with one line to each", Estimate.OfDifference(hedging, careless)).ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void One_line_to_each_costs_hours_at_Bangkok(ulong seed)
    {
        var split = HoursLost(OneToEach(Thailand), seed);
        var fitting = HoursLost(OneToEach(Thailand).WithOneStandard("china"), seed);

        new Statements("thailand-hsr", seed).Falls("hours lost when both lines fit", Estimate.OfDifference(fitting, split)).ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Where_a_change_of_standard_costs_nothing_one_line_to_each_costs_nothing(ulong seed)
    {
        var free = OneToEach(Thailand).WithFreeInterfaces();
        var (split, fitting) = (HoursLost(free, seed), HoursLost(free.WithOneStandard("china"), seed));

        new Statements("thailand-hsr, free interfaces", seed).IsNothing("hours lost when both lines fit", Estimate.OfDifference(fitting, split));
    }

    private static double[] Splits(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Corridor.Replications(400), static run =>
    {
        var (compiled, winners) = (run.Kernel.Compiled, run.Kernel.Record.Winners);
        var (korat, chiangMai) = (winners[compiled.SegmentOf(ToKorat)], winners[compiled.SegmentOf(ToChiangMai)]);
        return korat < 0 || chiangMai < 0 ? double.NaN : korat == chiangMai ? 0 : 1;
    });

    private static double[] HoursLost(Scenario scenario, ulong seed) =>
        scenario.Play("bilateral", seed, Corridor.Replications(40), static run => run.Outcome.HoursLost ?? double.NaN);

    // China offers the north-east and Japan the north, alone and at the reference cost; the host looks at neither ties, concentration nor the plan, so that
    // it lets the same lines whatever their standard.
    private static Scenario OneToEach(Scenario scenario) => scenario.WithWeights(static w => w with { Tie = 0, Concentration = 0, Compatibility = 0 })
        .WithUnlimitedMoney().WithSponsors(sponsor => sponsor with
        {
            Behaviour = SponsorBehaviourKind.Fixed, ParticipationBase = 1, ParticipationHome = 1,
            FixedOffers = [.. scenario.Segments.Where(s => sponsor.Id == (s.Id == ToChiangMai ? "japan" : "china")).Select(static s => Offer(s.Id))],
        });

    private static FixedOffer Offer(string segment) =>
        new() { Segment = segment, Attempt = 1, PriceOverReference = 1, Concession = 1, Guarantee = false, Complies = false };
}
