using System.Security.Cryptography;
using System.Text;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Html.Sections;

namespace BidCompetitionSim.Reports.Html;

/// <summary>Writes an experiment as one HTML file that needs nothing else: no network, no other file. Text and tables need no script.</summary>
public static class ExperimentReport
{
    private static readonly string[] Scripts = ["common.js", "differences.js", "distributions.js", "time.js", "shares.js", "map.js", "states.js", "steps.js", "points.js", "influence.js", "download.js"];

    /// <summary>The file's text, to be written as UTF-8.</summary>
    public static string Write(ExperimentResult result, ReportContext context)
    {
        string[] scripts = [Resource.Text("d3.min.js"), Resource.Text("plot.umd.min.js"), string.Concat(Scripts.Select(Resource.Text))];
        var view = new ResultView(result);
        return Frame(result, Content(view, context), Data(view, context), scripts);
    }

    /// <summary>What a reader sees, without style, data and scripts.</summary>
    internal static Markup Content(ResultView view, ReportContext context)
    {
        var figures = new Figures();
        var result = view.Result;
        Markup[] opening = [SetupSection.Of(view), HeadlineSection.Of(result), LimitSection.Of(result)];
        Markup[] findings = view.Point is not { } point ? [] :
        [
            PointSection.Of(view, figures), OutcomeSection.Of(view, point, figures), DecompositionSection.Of(view, point, figures), BesideSection.Of(view, point, figures),
            TimeSection.Of(view, figures), StateSection.Of(view, point, context, figures), WinnerSection.Of(view, point, context, figures), JunctionSection.Of(view, point, context, figures),
        ];
        Markup[] closing = [InfluenceSection.Of(context, figures), FailureSection.Of(result), ProvenanceSection.Of(result, context)];
        return Markup.Join([.. opening, .. findings, .. closing]);
    }

    private static Markup Data(ResultView view, ReportContext context) => Markup.Join(
    [
        Block("document", Encoding.UTF8.GetString(ExperimentJson.Write(CarriedDocument.Of(view.Result)))),
        Block("scene", PageData.Of(view, context).ToJson()),
        Block("land", Resource.Text("land.json")),
    ]);

    // The serializer escapes <, > and & inside of strings, and JSON has them nowhere else.
    private static Markup Block(string id, string json) => Markup.Trusted($"<script type=\"application/json\" id=\"{id}\">{json}</script>\n");

    private static string Frame(ExperimentResult result, Markup content, Markup data, string[] scripts) => Markup.Of(
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{PolicyFor(scripts)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>{result.Title}</title>
        <link rel="icon" href="data:,">
        <style>
        {Markup.Trusted(Resource.Text("report.css"))}</style>
        </head>
        <body>
        <main>
        {content}</main>
        {data}{scripts.Select(static script => Markup.Trusted($"<script>{script}</script>\n"))}</body>
        </html>

        """).ToString();

    // Nothing is loaded from anywhere, and no script runs but those written here. The plots set styles of their own.
    private static string PolicyFor(IEnumerable<string> scripts)
    {
        var hashes = scripts.Select(static script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'");
        return $"default-src 'none'; script-src {string.Join(' ', hashes)}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }
}
