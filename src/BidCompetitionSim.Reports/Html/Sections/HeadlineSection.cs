using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>What may be quoted.</summary>
internal static class HeadlineSection
{
    public static Markup Of(ExperimentResult result) => Markup.Of(
        $"""
        <section id="headline">
        <h2>What comes out</h2>
        {(result.Arms.Count < 2 ? Markup.Of($"<p>One arm alone: there is nothing to compare it with.</p>\n") : Markup.None)}{Headline.Of(result).Select(headline => One(headline, result.Points.Count > 1))}{(result.Arms.Count < 2 ? Markup.None : Markup.Of($"<p class=\"note\">{Typeset.Of(Standings.Rule)}</p>\n"))}</section>

        """);

    private static Markup One(Headline headline, bool many) => Markup.Of(
        $"""
        <blockquote>{Typeset.Of(headline.Sentence)}</blockquote>
        {(many ? Markup.None : Markup.Of($"<ul class=\"claims\">\n{headline.Claims.Select(Claim)}</ul>\n"))}
        """);

    private static Markup Claim(Claim claim) => Markup.Of(
        $"<li>{Typeset.Of(claim.Fact)}{(claim.Verdict is { } verdict ? Markup.Of($" <b>{Typeset.Of(verdict)}</b> {Typeset.Of(claim.Grounds)}") : Markup.None)}</li>\n");
}
