using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Simulation;

public sealed class JointLettingTests
{
    private const uint Replications = 200;

    private static Scenario Line => Some.Scenario() with { Segments = Array.ConvertAll(Some.Scenario().Segments, s => s with { Route = "line" }) };

    private static Arm Bundled => Arrangements.Named("bundled", Some.Secretariat())!;

    /// <summary>With no specification to comply with, lots match only in a sponsor's own standard.</summary>
    private static Arm Unspecified => Bundled with { Specification = SpecificationRule.None, Floor = false, BestAndFinal = false };

    /// <summary>All four segments of one route in one year: one round.</summary>
    private static Scenario OneRound => Line with { Segments = [.. Line.Segments.Select((s, k) => s with { TenderDay = 400 + 50 * k })] };

    private static Scenario Packaged(double discount) => Line with
    {
        Packages = [new Package { Id = "east", Lots = ["basin-coral", "bravo-basin"], Discount = discount }],
    };

    [Fact]
    public void Where_no_round_has_two_segments_it_is_asean_led_bit_for_bit()
    {
        var compiled = new Compiled(Line);
        var (bundled, led) = (new Replication(compiled, Bundled), new Replication(compiled, Arrangements.Named("asean-led", Line.Secretariat)!));
        for (var k = 0U; k < Replications; k++)
        {
            bundled.Run(1, k);
            led.Run(1, k);
            bundled.Outcome.Fingerprint().ShouldBe(led.Outcome.Fingerprint());
            bundled.Kernel.Record.Fingerprint().ShouldBe(led.Kernel.Record.Fingerprint());
        }
    }

    [Fact]
    public void A_round_opens_when_its_last_segment_can_and_ends_for_all_at_once()
    {
        var run = new Replication(new Compiled(OneRound), Bundled);
        for (var k = 0U; k < Replications; k++)
        {
            var said = new List<IMessage>();
            using var journal = new Journal(run.Kernel.Compiled, Bundled, new RunKey("", 1, k), entry => said.Add(entry.Message));
            run.Run(1, k, journal);
            foreach (var opened in said.OfType<TenderOpened>().Where(m => m.Tender.Attempt == 1)) opened.Tender.Day.ShouldBe(550);
            var awarded = said.OfType<TenderAwarded>().Where(m => m.Tender.Attempt == 1).Select(m => m.Tender.Day).ToArray();
            awarded.Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public void Where_clashes_cost_nothing_every_host_gets_its_own_choice()
    {
        var indifferent = OneRound with { Secretariat = OneRound.Secretariat with { CompatibilityWeight = 0 } };
        Overruled(WithMoney(indifferent)).ShouldBe(0);
        Overruled(WithMoney(OneRound with { Secretariat = OneRound.Secretariat with { RegionalScale = 20 } })).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Chosen_together_segments_clash_less_than_their_hosts_own_choices_would()
    {
        var (own, together) = Clashes(WithMoney(OneRound with { Secretariat = OneRound.Secretariat with { RegionalScale = 20 } }));
        together.ShouldBeLessThan(own);
        var (ownAlone, alone) = Clashes(WithMoney(OneRound with { Secretariat = OneRound.Secretariat with { CompatibilityWeight = 0 } }));
        alone.ShouldBe(ownAlone);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Agents_that_exchange_messages_say_what_method_calls_say(bool packaged)
    {
        var compiled = new Compiled(packaged ? Packaged(0.05) : OneRound);
        var direct = new Replication(compiled, Bundled);
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var run = new RunKey("some", seed, 0);
            var table = new Messages.Table(compiled, Bundled, run);
            var chair = table.Play();
            using var journal = new Journal(compiled, Bundled, run);
            direct.Run(seed, 0, journal);
            chair.EventsDigest.ShouldBe(journal.Close());
            table.Kernel.Record.Fingerprint().ShouldBe(direct.Kernel.Record.Fingerprint());
        }
    }

    [Fact]
    public void What_a_package_takes_off_comes_off_price_and_loan_alike_at_host_and_sponsor()
    {
        var discounted = 0;
        var run = new Replication(new Compiled(Packaged(0.05)), Bundled);
        for (var k = 0U; k < Replications; k++)
        {
            run.Run(1, k);
            foreach (var id in new[] { "basin-coral", "bravo-basin" })
            {
                var s = run.Kernel.Compiled.SegmentOf(id);
                if (run.Kernel.Record.Winners[s] < 0) continue;
                var offered = run.Kernel.Files.Bids(s, run.Kernel.Record.Attempts[s])[run.Kernel.Record.Winners[s]];
                if (run.Kernel.Contracts[s].PriceUsdBn == offered.PriceUsdBn) continue;
                discounted++;
                run.Kernel.Contracts[s].PriceUsdBn.ShouldBe(0.95 * offered.PriceUsdBn, 1e-12);
                run.Kernel.Contracts[s].FaceUsdBn.ShouldBeLessThanOrEqualTo(0.95 * offered.FaceUsdBn + 1e-12);
            }
            for (var sponsor = 0; sponsor < run.Kernel.Compiled.Sponsors; sponsor++)
                run.MindOf(sponsor).RoomsOn(run.Kernel.Record.Day).ToArray().ShouldBe(run.Kernel.Ledgers[sponsor].RoomsOn(run.Kernel.Record.Day).ToArray());
        }
        discounted.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_larger_discount_brings_packages_into_one_hand_more_often() => InOneHand(0.3).ShouldBeGreaterThan(InOneHand(0));

    [Theory, InlineData(false), InlineData(true)]
    public void A_replication_allocates_nothing_once_warm(bool packaged)
    {
        var compiled = new Compiled(packaged ? Packaged(0.05) : OneRound);
        AllocationTests.OnceWarm(compiled, Bundled).ShouldBe(0);
    }

    private static Scenario WithMoney(Scenario scenario) => scenario with
    {
        Windows = Array.ConvertAll(scenario.Windows, window => window with { EnvelopeUsdBn = 1000, YearlyCapUsdBn = 1000 }),
    };

    /// <summary>Awards and refusals that were not what the host alone would have chosen.</summary>
    private static int Overruled(Scenario scenario)
    {
        var (overruled, choices) = (0, 0);
        var run = new Replication(new Compiled(scenario), Unspecified);
        for (var k = 0U; k < Replications; k++)
        {
            var own = new Dictionary<string, string>();
            using var journal = new Journal(run.Kernel.Compiled, Unspecified, new RunKey("", 1, k), entry =>
            {
                if (entry.Message is SeekChoice) choices++;
                if (entry.Message is ChoiceMade m) own[$"{m.Tender.Segment} {m.Tender.Attempt}"] = m.Winner;
                if (entry.Message is TenderAwarded a && own[$"{a.Tender.Segment} {a.Tender.Attempt}"] != a.Winner) overruled++;
                if (entry.Message is AttemptFailed { Reason: Failure.Refused } f && own[$"{f.Tender.Segment} {f.Tender.Attempt}"].Length > 0) overruled++;
            });
            run.Run(1, k, journal);
        }
        choices.ShouldBeGreaterThan(300);
        return overruled;
    }

    /// <summary>Clashing junctions of first attempts: with what each host would have chosen, and with what was chosen.</summary>
    private static (int Own, int Together) Clashes(Scenario scenario)
    {
        var (own, together) = (0, 0);
        var compiled = new Compiled(scenario);
        var run = new Replication(compiled, Unspecified);
        var words = new Translation(compiled);
        var reconsidered = false;
        for (var k = 0U; k < Replications; k++)
        {
            var wanted = Enumerable.Repeat(-1, compiled.Segments.Length).ToArray();
            var chosen = Enumerable.Repeat(-1, compiled.Segments.Length).ToArray();
            using var journal = new Journal(compiled, Unspecified, new RunKey("", 1, k), entry =>
            {
                if (entry.Message is SeekChoice) reconsidered = false;
                if (entry.Message is ReconsiderAward) reconsidered = true;
                if (entry.Message is ChoiceMade { Tender.Attempt: 1 } m && !reconsidered) wanted[compiled.SegmentOf(m.Tender.Segment)] = words.SponsorOrNobody(m.Winner);
                if (entry.Message is TenderAwarded { Tender.Attempt: 1 } a) chosen[compiled.SegmentOf(a.Tender.Segment)] = words.Sponsor(a.Winner);
            });
            run.Run(1, k, journal);
            own += ClashesOf(run.Kernel, wanted);
            together += ClashesOf(run.Kernel, chosen);
        }
        return (own, together);
    }

    private static int ClashesOf(Kernel kernel, int[] winners)
    {
        var standards = winners.Select((winner, s) => winner < 0 ? -1 : kernel.Files.Bids(s, 1)[winner].Standard).ToArray();
        var junctions = kernel.Compiled.Systems[0].Junctions;
        return Enumerable.Range(0, junctions.Junctions.Length).Count(j => junctions.Junctions[j].IsPlanned && junctions.StateOf(j, standards) is { BothBuilt: true, Clashes: not 0 });
    }

    private static int InOneHand(double discount)
    {
        var count = 0;
        var run = new Replication(new Compiled(Packaged(discount)), Bundled);
        for (var k = 0U; k < Replications; k++)
        {
            run.Run(1, k);
            var winners = run.Kernel.Record.Winners;
            if (winners[run.Kernel.Compiled.SegmentOf("basin-coral")] is >= 0 and var winner && winner == winners[run.Kernel.Compiled.SegmentOf("bravo-basin")]) count++;
        }
        return count;
    }
}
