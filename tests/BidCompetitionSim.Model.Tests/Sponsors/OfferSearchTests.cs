using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Sponsors;

public sealed class OfferSearchTests
{
    public static TheoryData<string> Arms => [.. Some.Scenario().Arms.Select(arm => arm.Id)];

    [Theory]
    [MemberData(nameof(Arms))]
    public void The_offer_found_is_the_one_that_trying_every_offer_finds(string arm) => Compare(Some.Scenario(), arm).ShouldBe(0);

    [Theory]
    [MemberData(nameof(Arms))]
    public void So_it_is_where_multilateral_windows_may_join(string arm) => Compare(Some.Cofinanced(), arm).ShouldBeGreaterThan(10);

    private static int Compare(Scenario scenario, string arm)
    {
        var compiled = new Compiled(scenario);
        var replication = new Replication(compiled, compiled.Scenario.Arms.Single(a => a.Id == arm));
        var (searches, cofinanced) = (0, 0);
        for (uint k = 0; k < 12; k++)
        {
            replication.Run(3, k);
            foreach (var segment in compiled.Segments)
            {
                if (replication.Kernel.Record.OpenedDays[segment.Index] < 0) continue;
                replication.Kernel.View.Load(replication.Kernel.Record, replication.Kernel.Arm, segment.Index);
                foreach (var sponsor in compiled.Active)
                {
                    foreach (var bar in Bars(replication.Kernel.View, segment.CostUsdBn))
                        if (replication.Kernel.View.IsCofinanced(Found(replication.Kernel.View, replication.MindOf(sponsor), segment.CostUsdBn * (0.7 + 0.1 * (k % 6)), bar))) cofinanced++;
                    searches++;
                }
            }
        }
        searches.ShouldBeGreaterThan(0);
        return cofinanced;
    }

    private static Bar[] Bars(TenderView view, double costUsdBn) =>
    [
        Bar.None,
        new Bar(costUsdBn, 0.05 * costUsdBn, false, double.NegativeInfinity, double.MaxValue),
        new Bar(1.2 * costUsdBn, 0, true, view.Arm.RegionalWeight > 0 ? 0.1 : double.NegativeInfinity, 0),
    ];

    private static Bid Found(TenderView view, SponsorMind mind, double bidCostUsdBn, Bar bar)
    {
        Span<RivalBelief> memory = stackalloc RivalBelief[3];
        ReadOnlySpan<RivalBelief> rivals = [new(0.3, 0.9, 0.6), new(0.1, 0.7, 0.4), new(-0.2, 0.8, 1)];
        var competition = new Competition(new WinOdds(0.5, 0.55, rivals, memory), 1.4);
        var search = new OfferSearch(view, mind, competition, bidCostUsdBn, bar);

        var found = search.Best();

        Bid best = default;
        var highest = double.NegativeInfinity;
        for (var step = 0; step <= view.Compiled.Scenario.Bidding.ConcessionSteps; step++)
            for (var row = 0; row < mind.Bounds.Rows; row++)
            {
                var value = search.Weigh(row, step, out var bid);
                if (value > highest) (best, highest) = (bid, value);
            }
        found.ShouldBe(best);
        return found;
    }
}
