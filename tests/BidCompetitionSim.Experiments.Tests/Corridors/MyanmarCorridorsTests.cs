using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>
/// What is special about Myanmar: each sponsor has a home tie to one of two corridors, and they meet at Mandalay. Ties lean the sponsors to their corridors;
/// that the sponsors build in two gauges costs hours where the corridors meet.
/// </summary>
public class MyanmarCorridorsTests
{
    private const string West = "west";

    private static readonly Scenario Myanmar = Worlds.Read("myanmar-corridors");

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void China_wins_more_in_the_west_than_elsewhere_for_its_home_ties(ulong seed)
    {
        var tied = ChinaLeansWest(Myanmar, seed);
        var untied = ChinaLeansWest(WithoutHomeTies(Myanmar), seed);

        new Statements("myanmar-corridors", seed).Rises("China's share in the west less elsewhere", Estimate.OfMean(tied))
            .Falls("the same without home ties, less with them", Estimate.OfDifference(untied, tied)).ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Two_gauges_cost_hours_at_Mandalay_and_one_standard_costs_none(ulong seed)
    {
        var two = HoursAtMandalay(Myanmar, seed);

        new Statements("myanmar-corridors", seed).Rises("hours at Mandalay", Estimate.OfMean(two)).ShouldHold();
        foreach (var standard in new[] { "china", "japan" })
            new Statements("myanmar-corridors", seed).IsNothing($"hours at Mandalay, all build as {standard}", Estimate.OfMean(HoursAtMandalay(Myanmar.WithOneStandard(standard), seed)));
    }

    // Of the segments let in the west and elsewhere, the part that China won; unknown where either has none.
    private static double[] ChinaLeansWest(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Corridor.Replications(150), static run =>
    {
        var (compiled, winners) = (run.Kernel.Compiled, run.Kernel.Record.Winners.ToArray());
        var china = compiled.SponsorOf("china");
        double[] Won(bool west) => [.. winners.Where((winner, s) => winner >= 0 && compiled.Scenario.Segments[s].Route == West == west).Select(winner => winner == china ? 1.0 : 0)];
        var (inWest, elsewhere) = (Won(true), Won(false));
        return inWest.Length == 0 || elsewhere.Length == 0 ? double.NaN : inWest.Average() - elsewhere.Average();
    });

    // What a box loses where two planned lines that both stand at the horizon meet at Mandalay, summed over such meetings.
    private static double[] HoursAtMandalay(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Corridor.Replications(150), static run =>
    {
        var system = run.Kernel.Compiled.Systems[0];
        var junctions = system.Junctions;
        var mandalay = Array.FindIndex(system.Places, static place => place.Id == "MDY");
        var standards = Corridor.StandardsAtHorizon(run.Kernel);
        var hours = 0.0;
        for (var k = 0; k < junctions.Junctions.Length; k++)
            if (junctions.Junctions[k] is { IsPlanned: true } met && met.Place == mandalay) hours += junctions.StateOf(k, standards).Hours;
        return hours;
    });

    private static Scenario WithoutHomeTies(Scenario scenario) => scenario with
    {
        Segments = Array.ConvertAll(scenario.Segments, static segment => segment with { HomeTies = [] }),
    };
}
