using System.Collections.Concurrent;
using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// Tendering led by ASEAN against bilateral tendering, paired: more compatible, the more the regional score and the hosts' own compatibility weigh, and
/// later. What it does to cohesion, viability and the hosts' surplus is reported and not asked for.
/// </summary>
public class P6_ASEAN_raises_compatibility_and_takes_time
{
    private static readonly int Replications = Corridor.Replications(60);

    private static readonly double[] RegionalScales = [0, 2, 4, 8];
    private static readonly double[] Tastes = [0, 4, 8];
    private static readonly ConcurrentDictionary<(string Arm, double Scale, double Taste, ulong Seed), Lazy<Led[]>> Played = new();

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void It_is_more_compatible_by_every_measure_and_later(ulong seed)
    {
        var (led, bilateral) = (Play("asean-led", 4, 4, seed), Play("bilateral", 4, 4, seed));

        var statements = new Statements("P6", seed);
        foreach (var name in Led.Names.Except(["compatibility", "built compatibility", "hours lost"])) statements.Reports(name, Led.Difference(led, bilateral, name));
        statements
            .Rises("compatibility", Led.Difference(led, bilateral, "compatibility"))
            .Rises("built compatibility", Led.Difference(led, bilateral, "built compatibility"))
            .Falls("hours lost", Led.Difference(led, bilateral, "hours lost"))
            .Rises("years to commissioning, segments commissioned in both", Led.Delay(led, bilateral))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void It_is_the_more_compatible_the_more_compatibility_weighs(ulong seed)
    {
        var scales = RegionalScales.Select(scale => Play("asean-led", scale, 4, seed)).ToArray();
        var tastes = Tastes.Select(taste => Play("asean-led", 4, taste, seed)).ToArray();

        new Statements("P6 sweep", seed)
            .Rises("compatibility per unit of the regional scale, host taste 4", Led.Slope(RegionalScales, scales, "compatibility"))
            .Rises("compatibility per unit of host taste, regional scale 4", Led.Slope(Tastes, tastes, "compatibility"))
            .Falls("hours lost per unit of the regional scale, host taste 4", Led.Slope(RegionalScales, scales, "hours lost"))
            .Falls("hours lost per unit of host taste, regional scale 4", Led.Slope(Tastes, tastes, "hours lost"))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void With_all_its_switches_off_it_is_bilateral(ulong seed)
    {
        var secretariat = Corridor.Skrl.Secretariat;
        var off = Arrangements.Named("asean-led", secretariat)! with
        {
            RegionalWeight = 0, Opacity = 1, Opinion = OpinionRule.None, Specification = SpecificationRule.None, BestAndFinal = false, Floor = false,
            Consent = ConsentRule.Host,
        };
        var (led, bilateral) = (Corridor.Skrl.Play(off, seed, Replications, Led.Of), Play("bilateral", 4, 4, seed));

        var statements = new Statements("P6 off: no switch", seed);
        foreach (var name in Led.Names) statements.IsNothing(name, Led.Difference(led, bilateral, name));
        statements.IsNothing("years to commissioning", Led.Delay(led, bilateral));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Advice_that_takes_no_time_delays_nothing(ulong seed)
    {
        var scenario = Corridor.Skrl;
        var prompt = scenario with { Secretariat = scenario.Secretariat with { ConsultationDays = 0, BestAndFinalDays = 0 } };
        var heard = Arrangements.Named("bilateral", prompt.Secretariat)! with { Opinion = OpinionRule.Published, ConsultCorridor = true };
        var (quick, bilateral) = (prompt.Play(heard, seed, Replications, Led.Of), Play("bilateral", 4, 4, seed));

        new Statements("P6 off: prompt opinion alone", seed).IsNothing("years to commissioning", Led.Delay(quick, bilateral));
        new Statements("P6 beside: opinion alone", seed).Reports("years to commissioning", Led.Delay(scenario.Play(heard, seed, Replications, Led.Of), bilateral));
    }

    [Fact]
    public void The_whole_sweep()
    {
        Assert.SkipUnless(Corridor.Full, "Long: set BIDSIM_FULL=1.");
        foreach (var seed in new ulong[] { 1, 2, 3 })
            foreach (var taste in Tastes)
                foreach (var scale in RegionalScales)
                {
                    var (led, bilateral) = (Play("asean-led", scale, taste, seed), Play("bilateral", 4, taste, seed));
                    var statements = new Statements($"P6 grid, scale {scale}, taste {taste}", seed);
                    foreach (var name in Led.Names.Take(3)) statements.Reports(name, Led.Difference(led, bilateral, name));
                }
        Played.Count.ShouldBeGreaterThanOrEqualTo(45);
    }

    private static Led[] Play(string arm, double scale, double taste, ulong seed) => Played.GetOrAdd((arm, scale, taste, seed), static key => new Lazy<Led[]>(() =>
    {
        var scenario = Corridor.Skrl.WithTasteForCompatibility(key.Taste);
        scenario = scenario with { Secretariat = scenario.Secretariat with { RegionalScale = key.Scale } };
        return scenario.Play(key.Arm, key.Seed, Replications, Led.Of);
    })).Value;
}
