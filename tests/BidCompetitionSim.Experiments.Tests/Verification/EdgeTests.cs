using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>Corners of the model in which it once went wrong, or easily could.</summary>
public class EdgeTests
{
    [Fact]
    public void A_cap_used_this_year_stays_used_when_somebody_asks_about_last_year()
    {
        var compiled = Worlds.Named("some");
        var ledger = new WindowLedger(compiled, 0);
        ledger.Reset();
        var bid = new Bid { FirstWindow = compiled.WindowOf("cdb"), SecondWindow = -1, FirstFaceUsdBn = 4 };
        ledger.Commit(ref bid, day: 400);

        ledger.RoomsOn(300)[0].CapUsdBn.ShouldBe(1); // a tender of last year, still under way
        ledger.RoomsOn(401)[0].CapUsdBn.ShouldBe(1);
        ledger.RoomsOn(800)[0].CapUsdBn.ShouldBe(5);
    }

    [Fact]
    public void Where_the_host_has_no_say_nothing_is_learnt_of_its_taste()
    {
        var scenario = Some.Scenario();
        var run = new Replication(new Compiled(scenario), Arrangements.Named("advisory", scenario.Secretariat)! with { RegionalWeight = 1 });
        for (var replication = 0U; replication < 20; replication++)
        {
            run.Run(1, replication);
            Facts.Of(run).ShouldAllBe(fact => double.IsFinite(fact.Value ?? 0));
            for (var k = 0; k < 2; k++) run.MindOf(k).BeliefOf(0, 1 - k).ShouldSatisfyAllConditions(
                belief => double.IsFinite(belief.Mean).ShouldBeTrue(), belief => belief.Variance.ShouldBeGreaterThan(0));
        }
    }

    [Fact]
    public void Works_may_take_many_times_as_long_as_agreed()
    {
        var scenario = Some.Scenario();
        scenario = scenario with { Delivery = scenario.Delivery with { DelaySd = 3 } }; // one project in 90 takes over ten times as long
        var run = new Replication(new Compiled(scenario), Worlds.Bilateral(scenario));
        double longest = 0;
        for (var replication = 0U; replication < 200; replication++)
        {
            run.Run(1, replication);
            longest = Math.Max(longest, run.Kernel.Works.BuildYears.Max());
        }

        longest.ShouldBeGreaterThan(40);
    }

    // Cover of a loan of 40 years is judged in years that the thirty of the economic appraisal do not reach.
    [Fact]
    public void What_the_secretariat_expects_of_a_long_loan_is_what_comes_where_nothing_surprises()
    {
        var scenario = Certain(Some.Scenario());
        // Works in time and demand that neither ramps up nor grows: no year looks leaner than one of which only a part is counted.
        scenario = scenario with
        {
            Segments = [.. scenario.Segments.Select(segment => segment with { BuildYears = 4.4, DemandGrowthPerYear = 0 })],
            Delivery = scenario.Delivery with { DelayMean = 1, RampFirst = 1, RampSecond = 1 },
        };
        var compiled = new Compiled(scenario);
        var run = Worlds.Run(compiled, Worlds.Bilateral(scenario), 1, 0);
        var view = new TenderView(compiled);
        view.Load(run.Kernel.Record, run.Kernel.Arm, 0);
        run.Kernel.Contracts[0].SecondWindow.ShouldBe(compiled.WindowOf("jica"));

        // They differ in debt alone: published in whole percent, and counted from another year.
        view.Regional.ExpectedViability(run.Kernel.Contracts[0]).ShouldBe(run.Outcome.Projects[0].Viability, 0.5);
    }

    // Turned down or built, a project that stands alone in the network is worth the same.
    [Fact]
    public void A_project_turned_down_is_appraised_in_a_network_that_has_it()
    {
        var scenario = Certain(Some.Scenario());
        var (built, refused) = (scenario, scenario with
        {
            States = [.. scenario.States.Select(state => state with { Weights = state.Weights with { Nobody = 20 } })],
            Secretariat = scenario.Secretariat with { ReopenDays = 0 },
        });
        built = built with { States = [.. scenario.States.Select(state => state with { Weights = state.Weights with { Nobody = -20 } })] };
        var (one, none) = (Worlds.Run(new Compiled(built), Worlds.Bilateral(built), 1, 0), Worlds.Run(new Compiled(refused), Worlds.Bilateral(refused), 1, 0));

        one.Outcome.Built.ShouldBe(1);
        none.Outcome.Built.ShouldBe(0);
        (none.Outcome.ForegoneGainUsdBn - none.Outcome.AvoidedLossUsdBn).ShouldBe(one.Outcome.EnpvBaseTotalUsdBn, 1e-9);
    }

    /// <summary>Japan alone offers, at its softest terms and for alpha–amber only; costs, delays and demand are those of their class.</summary>
    private static Scenario Certain(Scenario some)
    {
        const double none = 1e-12;
        FixedOffer Offer(int attempt) => new() { Segment = "alpha-amber", Attempt = attempt, PriceOverReference = 1.1, Concession = 1, Guarantee = true, Complies = false };
        return some with
        {
            States = [.. some.States.Select(state => state with { TurnoverPerYear = 0, Weights = state.Weights with { TasteScale = none, Nobody = -20 } })],
            Systems = [some.Systems[0] with { Classes = [some.Systems[0].Classes[0] with { OverrunSd = none, DemandSd = none }] }],
            Sponsors = [.. some.Sponsors.Select(sponsor => sponsor with
            {
                Behaviour = SponsorBehaviourKind.Fixed, ParticipationBase = 1, ParticipationHome = 1, Laxity = 0,
                FixedOffers = sponsor.Id == "japan" ? [Offer(1), Offer(2)] : [],
            })],
            Bidding = some.Bidding with { CostLevelSd = 0, EscalationPerYear = 0 },
            Delivery = some.Delivery with { DelaySd = none, GovernanceEffect = 0, QualityEffect = 0, LowballEffect = 0, RenegotiationHazard = 0 },
        };
    }
}
