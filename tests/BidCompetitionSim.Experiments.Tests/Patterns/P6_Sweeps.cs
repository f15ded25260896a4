using System.Globalization;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// Results and not tests of theory: what arrangements do against bilateral tendering, and the sign of it over strength × delay × consent. They are
/// printed for docs/patterns.md; what is asserted is only what makes the comparison lawful.
/// </summary>
public class P6_Sweeps
{
    private const int Replications = 200;

    private static readonly string[] Shown = ["cohesion", "viability of what is built", "net present value at start, USD bn", "host surplus, USD bn"];

    [Fact]
    public void Signs_over_strength_delay_and_consent()
    {
        Assert.SkipUnless(Corridor.Full, "Long: set BIDSIM_FULL=1.");
        var bilateral = Corridor.Skrl.Play("bilateral", 1, Replications, Led.Of);
        foreach (var strength in new[] { 0.2, 0.4, 0.8 })
            foreach (var days in new[] { 0, 90, 180 })
                foreach (var consent in new[] { ConsentRule.Host, ConsentRule.Unanimity })
                {
                    var secretariat = Corridor.Skrl.Secretariat with { Strength = strength, ConsultationDays = days };
                    var arm = Arrangements.Named("asean-led", secretariat)! with { Consent = consent };
                    var led = (Corridor.Skrl with { Secretariat = secretariat }).Play(arm, 1, Replications, Led.Of);
                    var statements = new Statements(string.Create(CultureInfo.InvariantCulture, $"P6 signs, strength {strength}, {days} days, {consent}"), 1);
                    foreach (var name in Shown) statements.Reports(name, Led.Difference(led, bilateral, name));
                    led.Length.ShouldBe(bilateral.Length);
                }
    }

    [Fact]
    public void Arrangements_and_single_switches_against_bilateral()
    {
        Assert.SkipUnless(Corridor.Full, "Long: set BIDSIM_FULL=1.");
        var secretariat = Corridor.Skrl.Secretariat;
        var apart = Arrangements.Named("bilateral", secretariat)!;
        var together = Arrangements.Named("asean-led", secretariat)!;
        var bilateral = Corridor.Skrl.Play(apart, 1, Replications, Led.Of);
        (string Name, Arm Arm)[] arms =
        [
            .. Arrangements.Names.Skip(1).Select(name => (name, Arrangements.Named(name, secretariat)!)),
            ("regional weight alone", apart with { RegionalWeight = together.RegionalWeight }),
            ("opinion alone", apart with { Opinion = together.Opinion, ConsultCorridor = true }),
            ("opinion, best and final, floor", apart with { Opinion = together.Opinion, ConsultCorridor = true, BestAndFinal = true, Floor = true }),
            ("consent alone", apart with { Consent = together.Consent }),
        ];
        foreach (var (name, arm) in arms)
        {
            var played = Corridor.Skrl.Play(arm, 1, Replications, Led.Of);
            var statements = new Statements($"P6 arms, {name}", 1);
            foreach (var measure in Led.Names) statements.Reports(measure, Led.Difference(played, bilateral, measure));
            statements.Reports("years to commissioning", Led.Delay(played, bilateral));
            played.ShouldAllBe(run => run.Scores.Length == Led.Names.Length);
        }
    }
}
