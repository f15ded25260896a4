using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class TermCalendarTests
{
    [Fact]
    public void Terms_in_force_are_those_that_each_window_finds_for_the_day()
    {
        var windows = Windows();
        var calendar = new TermCalendar(windows);
        for (var day = -400; day <= 4_000; day++)
        {
            var terms = calendar.On(day);
            for (var w = 0; w < windows.Length; w++)
            {
                var band = windows[w].BandOn(day);
                terms.Bands[w].ShouldBe(band);
                (terms.Lending >> w & 1).ShouldBe(band >= 0 ? 1UL : 0);
                calendar.Figures[terms.Places[w]].ShouldBe(windows[w].FiguresIn(Math.Max(0, band)));
                calendar.Services[terms.Places[w]].ShouldBe(windows[w].ServiceIn(band).ToArray());
            }
        }
    }

    // Terms that change on days of their own, on the same day, and never.
    private static CompiledWindow[] Windows()
    {
        var scenario = Some.Scenario();
        int[][] days = [[0, 700], [-100], [300, 700, 3_000]];
        return new Compiled(scenario with
        {
            Windows = [.. scenario.Windows.Select((window, w) => window with
            {
                Terms = [.. days[w % days.Length].Select((day, k) => window.Terms[0] with { FromDay = day, RatePerYear = 0.01 * (k + 1) })],
            })],
        }).Windows;
    }
}
