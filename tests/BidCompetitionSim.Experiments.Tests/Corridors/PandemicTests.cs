using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>What is special about pandemic: a shock falls on what is under way, and what it costs depends on what that is.</summary>
public class PandemicTests
{
    private static readonly int Replications = Corridor.Replications(40);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void It_delays_what_is_let_and_built_and_costs_more_where_lines_run(ulong seed)
    {
        var (calm, early, late) = (Play(Without(), seed), Play(Corridor.Pandemic, seed), Play(Later(), seed));
        new Statements("pandemic", seed)
            .Rises("years to commissioning, 2020 against none", Of(early, calm, run => run.Years))
            .Falls("cash of the lines in the second year of a shock of 2032, against none, USD bn", Of(late, calm, run => run.Cash))
            .Reports("net present value in all, 2020 against none, USD bn", Of(early, calm, run => run.Enpv))
            .Reports("net present value in all, 2032 against none, USD bn", Of(late, calm, run => run.Enpv))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void If_it_does_not_last_nothing_happens(ulong seed)
    {
        var none = Corridor.Pandemic with { Shocks = [] };
        new Statements("pandemic off", seed)
            .IsNothing("years to commissioning", Of(Play(Without(), seed), Play(none, seed), run => run.Years))
            .IsNothing("net present value in all", Of(Play(Without(), seed), Play(none, seed), run => run.Enpv));
    }

    private static Scenario Without() => With(shock => shock with { DurationYears = 0 });

    // Twelve years later.
    private static Scenario Later() => With(shock => shock with { FromDay = shock.FromDay + Compiled.DayOfYear(12) });

    private static Scenario With(Func<Shock, Shock> edit) => Corridor.Pandemic with { Shocks = Array.ConvertAll(Corridor.Pandemic.Shocks, shock => edit(shock)) };

    private static Run[] Play(Scenario scenario, ulong seed) => scenario.Play("bilateral", seed, Replications, static run =>
        new Run(run.Outcome.MeanYearsToCommissioning!.Value, run.Outcome.EnpvBaseTotalUsdBn, CashIn(run, 17)));

    // Of the calendar year that begins so many years after the start, over all that was built; flows count from each project's close.
    private static double CashIn(Replication run, int year)
    {
        double cash = 0;
        for (var s = 0; s < run.Outcome.Projects.Length; s++)
        {
            var since = year - (int)(run.Kernel.Record.ClosedDays[s] / 365.25);
            if (run.Outcome.Projects[s].Built && since >= 0 && since < run.Outcome.Projects[s].CashYears) cash += run.Outcome.Projects[s].Cash[since];
        }
        return cash;
    }

    private static Estimate Of(Run[] first, Run[] second, Func<Run, double> of) => Estimate.OfDifference(Array.ConvertAll(first, run => of(run)), Array.ConvertAll(second, run => of(run)));

    private readonly record struct Run(double Years, double Enpv, double Cash);
}
