using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Shocks;

/// <summary>Whole runs with and without a shock, under the same draws.</summary>
public class ShockedRunTests
{
    private const ulong Seed = 3;
    private static readonly Replication Undisturbed = Run();

    [Fact]
    public void A_shock_without_any_effect_changes_nothing() => Run(Some.Shock(0, 30)).Outcome.Fingerprint().ShouldBe(Undisturbed.Outcome.Fingerprint());

    [Fact]
    public void Half_the_demand_for_good_is_half_the_revenue()
    {
        var run = Run(Some.Shock(0, 60) with { Demand = 0.5 });
        var segment = FirstBuilt(Undisturbed);
        var quality = run.Kernel.Contracts[segment].Quality;
        var upkeep = run.Kernel.Compiled.OperationUsdBn(segment, quality);
        run.Kernel.Contracts[segment].ShouldBe(Undisturbed.Kernel.Contracts[segment]);
        const int Running = 25; // a year in which the line operates from its first day to its last
        (run.Outcome.Projects[segment].Cash[Running] + upkeep).ShouldBe((Undisturbed.Outcome.Projects[segment].Cash[Running] + upkeep) / 2, 1e-12);
    }

    [Fact]
    public void Works_that_it_slows_open_later_by_what_it_takes()
    {
        var segment = FirstBuilt(Undisturbed);
        var closed = Undisturbed.Kernel.Record.ClosedDays[segment];
        var run = Run(Some.Shock(closed + 100, 1) with { Pace = 0.25, WorksCost = 2 });
        var (years, cost) = (Undisturbed.Kernel.Works.BuildYears[segment], Undisturbed.Kernel.Works.DeliveredUsdBn[segment]);
        run.Kernel.Works.BuildYears[segment].ShouldBe(years + 0.75 * 365 / 365.25, 1e-9);
        run.Kernel.Works.DeliveredUsdBn[segment].ShouldBe(cost * (1 + 0.25 * 365 / (years * 365.25)), 1e-9);
    }

    [Fact]
    public void Nobody_foresees_it()
    {
        var last = Undisturbed.Kernel.Record.AwardedDays.ToArray().Max();
        var run = Run(Some.Shock(last + 1, 3) with { Demand = 0.1, Pace = 0.5, BorderHours = 100, GrowthPerYear = -0.1, EnvelopeCut = 1, TendersSuspended = true });
        run.Kernel.Contracts.ToArray().ShouldBe(Undisturbed.Kernel.Contracts.ToArray());
        run.Outcome.Fingerprint().ShouldNotBe(Undisturbed.Outcome.Fingerprint());
    }

    [Fact]
    public void Money_withdrawn_is_not_lent_and_comes_back()
    {
        var run = Run(Some.Shock(0, 60) with { EnvelopeCut = 1, Sponsors = ["japan"] });
        var japan = run.Kernel.Compiled.SponsorOf("japan");
        foreach (var segment in run.Kernel.Compiled.Segments)
            if (run.Kernel.Record.Winners[segment.Index] == japan) run.Kernel.Contracts[segment.Index].FaceUsdBn.ShouldBe(0);
        var windows = run.Kernel.Compiled.WindowsOfSponsor[japan];
        for (var w = 0; w < windows.Length; w++) run.Kernel.Ledgers[japan].EnvelopesUsdBn[w].ShouldBe(run.Kernel.Compiled.Windows[windows[w]].EnvelopeUsdBn, 1e-9);
    }

    [Fact]
    public void Tenders_planned_within_it_wait_for_its_end()
    {
        var compiled = Undisturbed.Kernel.Compiled;
        var planned = compiled.Segments[1].TenderDay;
        var shock = Some.Shock(planned - 10, 1) with { TendersSuspended = true, States = [compiled.Scenario.States[compiled.Segments[1].Host].Id] };
        var run = Run(shock);
        var opened = Opened(run, 1);
        opened.ShouldBe(shock.EndDay());
        Opened(Undisturbed, 1).ShouldBe(planned);
        Opened(run, 0).ShouldBe(compiled.Segments[0].TenderDay);
    }

    [Fact]
    public void Closed_borders_cost_lines_their_traffic_while_they_are_closed()
    {
        var run = Run(Some.Shock(0, 60) with { BorderHours = 48 });
        var open = Run(Some.Shock(0, 60) with { BorderHours = 48, States = ["AAA"], Systems = ["rail"], DurationYears = 0 });
        var segment = FirstBuilt(Undisturbed);
        run.Outcome.Projects[segment].EnpvUsdBn.ShouldBeLessThan(Undisturbed.Outcome.Projects[segment].EnpvUsdBn);
        open.Outcome.Fingerprint().ShouldBe(Undisturbed.Outcome.Fingerprint());
        run.Outcome.Compatibility.ShouldBe(Undisturbed.Outcome.Compatibility); // physical measures take the border times of the first day
        run.Outcome.Parts.Physical.ShouldBe(Undisturbed.Outcome.Parts.Physical);
    }

    [Fact]
    public void Trade_falls_by_the_hours_that_closed_borders_cost()
    {
        var scenario = Some.Scenario() with { Trade = Some.Trade(), Segments = Array.ConvertAll(Some.Scenario().Segments, segment => segment with { TenderDay = Compiled.DayOfYear(29) }) };
        var run = Play(scenario with { Shocks = [Some.Shock(0, 15) with { BorderHours = 48 }] });
        var (system, network) = (run.Kernel.Compiled.Systems[0], run.Kernel.Networks[0]);
        double sum = 0, total = 0;
        foreach (var pair in system.Pairs.CrossBorder())
        {
            total += system.Pairs.Weights[pair];
            double Cost(ReadOnlySpan<int> seconds) => 1 + 0.02 * seconds[pair] / 86400.0 + 0.5;
            sum += system.Pairs.Weights[pair] * (Math.Pow(Cost(network.ActualBehind(0, 1)) / Cost(network.ActualIn(0)), -4) - 1);
        }
        var share = (double)Some.Shock(0, 15).EndDay() / run.Kernel.Compiled.HorizonDay;
        run.Outcome.Trade!.ByNetwork.ShouldBe(share * sum / total, 1e-9);
        sum.ShouldBeLessThan(0);
    }

    private static int Opened(Replication run, int segment) => run.Kernel.Record.OpenedDays[segment] - (run.Kernel.Record.Attempts[segment] - 1) * run.Kernel.Compiled.Scenario.Secretariat.ReopenDays;

    private static int FirstBuilt(Replication run) => Array.FindIndex(run.Outcome.Projects, project => project.Built);

    private static Replication Run(params Shock[] shocks) => Play(Some.Scenario() with { Shocks = shocks });

    private static Replication Play(Scenario scenario)
    {
        var run = new Replication(new Compiled(scenario), Arrangements.Named("bilateral", scenario.Secretariat)!);
        run.Run(Seed, 0);
        return run;
    }
}
