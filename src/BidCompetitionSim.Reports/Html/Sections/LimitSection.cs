using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>What the report is not.</summary>
internal static class LimitSection
{
    public static Markup Of(ExperimentResult result) => Markup.Of(
        $"""
        <section id="limits">
        <h2>What this is not</h2>
        <ul>
        {Limits.Of(result).Select(static limit => Markup.Of($"<li>{Typeset.Of(limit)}</li>\n"))}</ul>
        </section>

        """);
}
