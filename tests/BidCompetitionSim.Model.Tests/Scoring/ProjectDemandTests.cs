using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class ProjectDemandTests
{
    private const int Years = 60;

    [Fact]
    public void The_first_year_whose_middle_is_not_before_a_day_is_found_without_looking_for_it()
    {
        var year = 0;
        for (var day = 0; day < 60_000; day++)
        {
            while (ProjectDemand.MiddleOf(0, year) < day) year++;
            ProjectDemand.FirstYearFrom(day).ShouldBe(year);
        }
    }

    [Fact]
    public void Every_year_has_the_network_of_its_middle_or_of_the_opening_if_that_is_later() => Every_year_has_its_own(new Compiled(Some.Scenario()));

    [Fact]
    public void Every_year_has_its_own_shocks() =>
        Every_year_has_its_own(new Compiled(Some.Scenario() with { Shocks = [Some.Shock(2_000, 12) with { Demand = 0.7, BorderHours = 50 }] }));

    private static void Every_year_has_its_own(Compiled compiled)
    {
        var replication = new Replication(compiled, compiled.Scenario.Arms[0]);
        var (parts, demand) = (new NetworkParts(compiled), new ProjectDemand(compiled, Years));
        var (projects, steps) = (0, 0);
        for (uint k = 0; k < 60; k++)
        {
            replication.Run(5, k);
            var kernel = replication.Kernel;
            parts.Follow(kernel, Array.ConvertAll(compiled.Segments, _ => -1));
            foreach (var segment in compiled.Segments.Where(segment => kernel.Record.Status[segment.Index] == Status.Commissioned))
            {
                var (closed, opened) = (kernel.Record.ClosedDays[segment.Index], kernel.Record.CommissionedDays[segment.Index]);
                demand.Fill(kernel, segment.Index, closed, opened, parts.ReachOf(segment.System, segment.Local), Years);
                var factors = demand.Factors[..Years].ToArray();
                factors.ShouldBe(Enumerable.Range(0, Years).Select(year => Plain(kernel, segment.Index, year)));
                steps += factors.Distinct().Count() - 1;
                projects++;
            }
        }
        projects.ShouldBeGreaterThan(60);
        steps.ShouldBeGreaterThan(projects / 4);
    }

    private static double Plain(Kernel kernel, int segment, int year)
    {
        var (closed, opened) = (kernel.Record.ClosedDays[segment], kernel.Record.CommissionedDays[segment]);
        var day = Math.Max(ProjectDemand.MiddleOf(closed, year), opened);
        var epoch = kernel.Networks[kernel.Compiled.Segments[segment].System].EpochOn(day);
        var factor = kernel.Works.DemandRatio(segment) * kernel.Operation.NetworkFactor(segment, epoch);
        return kernel.Compiled.Shocks is not { } shocks ? factor
            : factor * (shocks.DemandOver(segment, closed + year * 365.25, closed + (year + 1) * 365.25) * kernel.Operation.BorderFactor(segment, epoch, shocks.BordersOn(day)));
    }
}
