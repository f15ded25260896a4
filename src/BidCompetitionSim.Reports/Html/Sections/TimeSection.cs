using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>What becomes of the network over the years.</summary>
internal static class TimeSection
{
    public static Markup Of(ResultView view, Figures figures) => !view.Result.Measures.Any(static measure => measure.Family == Family.Year) ? Markup.None : Markup.Of(
        $"""
        <section id="time-section">
        <h2>Over time</h2>
        {figures.Of("time", "Year by year.", "Lines are means over replications; hatched bands hold the middle 90 % of replications at the end of each year.")}</section>

        """);
}
