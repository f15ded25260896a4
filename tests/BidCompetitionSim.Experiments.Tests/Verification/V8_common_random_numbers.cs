using System.Text.Json;
using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>What is the same in two worlds has the same luck in both: paired differences are effects and nothing else.</summary>
public class V8_common_random_numbers
{
    private const int Replications = 3;

    public static TheoryData<string> Names => [.. Worlds.All];

    public static TheoryData<string> Shipped => [.. Worlds.Shipped];

    [Theory, MemberData(nameof(Names))]
    public void Two_arms_that_differ_in_name_differ_in_nothing(string name)
    {
        var compiled = Worlds.Named(name);
        foreach (var arm in compiled.Scenario.Arms) ShouldBeAlike(compiled, arm, compiled, arm with { Id = "twin" });
    }

    [Theory, MemberData(nameof(Names))]
    public void Led_by_asean_without_any_of_its_switches_is_bilateral(string name)
    {
        var scenario = Worlds.Read(name);
        scenario = scenario with { Secretariat = scenario.Secretariat with { ConsultationDays = 0 } };
        var compiled = new Compiled(scenario);
        var stripped = Arrangements.Named("asean-led", scenario.Secretariat)! with
        {
            RegionalWeight = 0, Opacity = 1, Specification = SpecificationRule.None, BestAndFinal = false, Floor = false, Consent = ConsentRule.Host,
        };
        var bilateral = Worlds.Bilateral(scenario);

        ShouldBeAlike(compiled, bilateral, compiled, stripped with { Opinion = OpinionRule.None });
        ShouldBeAlike(compiled, bilateral, compiled, stripped); // an opinion is published, and weighs nothing
    }

    [Theory, MemberData(nameof(Names))]
    public void A_third_sponsor_that_may_build_nowhere_changes_nothing(string name)
    {
        var two = Worlds.Read(name);
        // One id sorts before, the other behind those of the rivals.
        foreach (var id in new[] { "atlantis", "zembla" })
        {
            var three = two with
            {
                Sponsors = [.. two.Sponsors.Append(Idle(two.Sponsors[0], id)).OrderBy(sponsor => sponsor.Id, StringComparer.Ordinal)],
                States = [.. two.States.Select(state => state with { TiesToSponsors = [.. state.TiesToSponsors.Append(Some.Tie(id, 0.5)).OrderBy(tie => tie.To, StringComparer.Ordinal)] })],
            };
            var (without, with) = (new Compiled(two), new Compiled(three));
            foreach (var arm in two.Arms) ShouldBeAlike(without, arm, with, arm);
        }
    }

    [Theory, InlineData("bilateral"), InlineData("asean-led")]
    public void Nor_does_it_change_a_word_of_the_document_but_the_list_of_sponsors(string armId)
    {
        var two = Some.Scenario();
        var idle = Idle(two.Sponsors[0], "atlantis") with { PolicyChanges = [new PolicyChange { Day = 900, Window = "sunken", EnvelopeUsdBn = 3, FiscalWeightChange = 0, OpensWaivers = false }] };
        var three = two with
        {
            Sponsors = [idle, .. two.Sponsors], Windows = [.. two.Windows, Some.Window("sunken", idle.Id, Some.Terms(0.01, 30, 8, "USD"))],
            States = [.. two.States.Select(state => state with { TiesToSponsors = [Some.Tie(idle.Id, 0.5), .. state.TiesToSponsors] })],
        };

        Document(three, armId, idle.Id).ShouldBe(Document(two, armId, idle.Id));
    }

    [Theory, MemberData(nameof(Shipped))]
    public void The_order_of_entries_in_files_changes_nothing(string name)
    {
        var folder = Directory.CreateTempSubdirectory("bidsim-shuffled-");
        try
        {
            ShuffledYaml.Copy(Path.Combine(Worlds.Root(), "scenarios"), folder.FullName, new Random(7));
            var shuffled = ScenarioFile.Load(Path.Combine(folder.FullName, name + ".yaml"));
            shuffled.Problems.ShouldBeEmpty(string.Join("\n", shuffled.Problems));

            ResolvedScenario.Of(shuffled.Scenario!).Hash.ShouldBe(ResolvedScenario.Of(Worlds.Read(name)).Hash);
            File.ReadAllText(Path.Combine(folder.FullName, "data", "states.yaml"))
                .ShouldNotBe(File.ReadAllText(Path.Combine(Worlds.Root(), "scenarios", "data", "states.yaml")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_bidder_that_stays_away_leaves_all_other_luck_alone()
    {
        var (both, alone) = (Contested(japan: 1), Contested(japan: 0));
        for (var replication = 0U; replication < 50; replication++)
        {
            var (with, without) = (Worlds.Run(both, Worlds.Bilateral(both.Scenario), 3, replication), Worlds.Run(alone, Worlds.Bilateral(alone.Scenario), 3, replication));
            for (var s = 0; s < both.Segments.Length; s++)
            {
                var tender = new TenderKey(s, 1, both.Segments[s].TenderDay);
                with.Kernel.Files.Received(s, 1).ShouldBe(0b11UL);
                without.Kernel.Files.Received(s, 1).ShouldBe(0b01UL);
                with.Kernel.Works.SignalUsdBn(tender, 0).ShouldBe(without.Kernel.Works.SignalUsdBn(tender, 0));
                with.Kernel.Works.DemandRatio(s).ShouldBe(without.Kernel.Works.DemandRatio(s));
                var tastes = with.Kernel.Files.Tastes(s, 1);
                var others = without.Kernel.Files.Tastes(s, 1);
                (tastes[0], tastes[^1]).ShouldBe((others[0], others[^1]));
                var bid = with.Kernel.Files.Bids(s, 1)[0];
                var period = new Works.Period(tender.Day, tender.Day);
                with.Kernel.Works.Imagine(s, period, bid).ShouldBe(without.Kernel.Works.Imagine(s, period, bid));
            }
        }
    }

    private static Compiled Contested(double japan)
    {
        var some = Some.Scenario();
        return new Compiled(some with
        {
            Sponsors =
            [
                some.Sponsors[0] with { ParticipationBase = 1, ParticipationHome = 1 },
                some.Sponsors[1] with { ParticipationBase = japan, ParticipationHome = japan },
            ],
            Bidding = some.Bidding with { BidCostShare = 0 },
        });
    }

    private static string Document(Scenario scenario, string armId, string idle)
    {
        var compiled = new Compiled(scenario);
        var arm = Worlds.ArmOf(compiled, armId);
        var recorder = new RunRecorder(compiled, arm, 1);
        var run = RunAssembly.Of(DirectRun.Play(compiled, arm, new RunKey("", 5, 0), recorder.Hear), recorder);
        return JsonSerializer.Serialize(run with { Sponsors = [.. run.Sponsors.Where(sponsor => sponsor.Id != idle)] });
    }

    private static Sponsor Idle(Sponsor like, string id) =>
        like with { Id = id, Name = id, Capabilities = [], Response = null, PolicyChanges = [], FixedOffers = [], RegionalShare = 0.3 };

    private static void ShouldBeAlike(Compiled world, Arm arm, Compiled otherWorld, Arm otherArm)
    {
        var (run, other) = (new Replication(world, arm), new Replication(otherWorld, otherArm));
        for (var replication = 0U; replication < Replications; replication++)
        {
            run.Run(21, replication);
            other.Run(21, replication);
            if (!Facts.Of(other).SequenceEqual(Facts.Of(run)))
                Facts.Lines(other).ShouldBe(Facts.Lines(run), $"{arm.Id} and {otherArm.Id}, replication {replication}");
        }
    }
}
