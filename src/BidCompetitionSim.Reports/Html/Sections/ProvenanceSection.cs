using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>By what the figures are known, and how to get them again.</summary>
internal static class ProvenanceSection
{
    public static Markup Of(ExperimentResult result, ReportContext context) => Markup.Of(
        $"""
        <section id="provenance">
        <h2>Provenance, and how to reproduce</h2>
        {Reproduce(context)}<dl class="setup">
        <dt>Program</dt><dd>bidsim {result.Program.Version}, commit <code>{result.Program.Commit}</code></dd>
        <dt>Scenario</dt><dd>{result.Scenario}, SHA-256 of the resolved scenario <code>{result.ScenarioHash}</code></dd>
        <dt>Experiment</dt><dd><code>{result.Experiment}</code>, seed <code>{result.Seed}</code>, {Shown.Count(result.Done, "row")} done, {Shown.Count(result.Failed)} failed</dd>
        <dt>Digest of all rows</dt><dd><code>{result.Digest}</code>: the same rows give the same digest on every machine</dd>
        {(result.ReplicationsPerSecond is { } rate ? Markup.Of($"<dt>Speed</dt><dd>{Shown.Number(rate)} rows a second</dd>\n") : Markup.None)}{Packages(context)}</dl>
        <p id="downloads" hidden></p>
        <p class="note">Every number of this report is in the file itself, in the element <code>script#document</code>: the {(result.Points.Count > 1 || result.Decomposition is not null ? "document that --output json writes, cut to the outcomes for combinations after the first and for steps of a decomposition" : "whole document that --output json writes")}. Charts by Observable Plot 0.6.17 and D3 7.9.2 (ISC licence, © Observable, Inc. and Mike Bostock); map by Natural Earth (public domain).</p>
        <details class="note"><summary>Licences of what this file contains</summary>
        {Licences.Select(static one => Markup.Of($"<h3>{one.Of}</h3>\n<pre>{Resource.Text(one.File).ReplaceLineEndings("\n").Split('\n').Select(static line => Markup.Of($"{line}\n"))}</pre>\n"))}</details>
        </section>

        """);

    private static (string Of, string File)[] Licences { get; } = [("Observable Plot", "plot.LICENSE"), ("D3", "d3.LICENSE"), ("world-atlas", "land.LICENSE")];

    private static Markup Reproduce(ReportContext context) => context.CommandLine is not { } command ? Markup.None : Markup.Of(
        $"""
        <p>The same program with the same command gives the same numbers to the last bit:</p>
        <pre><code>{command}</code></pre>

        """);

    private static Markup Packages(ReportContext context) => context.Packages.Count == 0 ? Markup.None
        : Markup.Of($"<dt>Libraries</dt><dd>{string.Join(", ", context.Packages.Select(static package => $"{package.Name} {package.Version}"))}</dd>\n");
}
