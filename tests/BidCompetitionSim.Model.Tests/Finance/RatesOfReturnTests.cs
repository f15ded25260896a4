using BidCompetitionSim.Model.Finance;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class RatesOfReturnTests
{
    private const int Most = 21;
    private const int MostYears = 45;

    [Fact]
    public void Side_by_side_every_project_has_the_bits_of_its_own_rate_and_value()
    {
        var rates = new RatesOfReturn(Most, MostYears);
        var random = new Random(11);
        var (found, missing) = (0, 0);
        for (var k = 0; k < 600; k++)
        {
            var projects = Enumerable.Range(0, random.Next(1, Most + 1)).Select(_ => (Flows: AnyFlows(random), Hurdle: random.NextDouble() * 0.2 - 0.05)).ToArray();
            Find(rates, projects);
            for (var p = 0; p < projects.Length; p++)
            {
                var (flows, hurdle) = projects[p];
                double? expected = InternalRate.TryFind(flows, hurdle, out var rate) ? rate : null;
                rates.Rate(p).ShouldBe(expected, $"{string.Join(' ', flows)} at {hurdle}");
                rates.PresentValue(p).ShouldBe(PresentValue.Npv(flows, hurdle));
                if (expected is null) missing++;
                else found++;
            }
        }
        found.ShouldBeGreaterThan(500);
        missing.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_hurdle_that_is_met_exactly_is_the_rate()
    {
        var rates = new RatesOfReturn(2, 3);
        Find(rates, [([-1, 1], 0), ([0, 0, 0], 0)]);
        rates.Rate(0).ShouldBe(0);
        rates.Rate(1).ShouldBeNull();
    }

    // What follows a project's last flow must not matter.
    private static void Find(RatesOfReturn rates, (double[] Flows, double Hurdle)[] projects)
    {
        rates.Start(projects.Length);
        for (var p = 0; p < projects.Length; p++)
        {
            rates.FlowsOf(p).Fill(-3);
            projects[p].Flows.CopyTo(rates.FlowsOf(p));
            rates.Take(p, projects[p].Flows.Length, projects[p].Hurdle);
        }
        rates.Find();
    }

    // Railways mostly; some that lose money every year, that earn at once or at last only, that wait, and some of no shape at all.
    private static double[] AnyFlows(Random random)
    {
        var years = random.Next(1, MostYears + 1);
        var (built, income) = (random.Next(0, 8), random.Next(6) == 0 ? -0.1 : Math.Pow(10, random.NextDouble() * 6 - 4));
        var flows = new double[years];
        for (var year = 0; year < years; year++) flows[year] = year < built ? -1 - random.NextDouble() : income * (1 + 0.02 * year);
        if (random.Next(4) == 0) flows[^1] += 5 * random.NextDouble();
        if (random.Next(12) == 0) flows[0] = 0;
        if (random.Next(12) == 0) Array.Clear(flows);
        if (random.Next(8) == 0)
            for (var year = 0; year < years; year++) flows[year] = random.NextDouble() - 0.6;
        return flows;
    }
}
