using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>What failed, what the figures cannot say, and by what they are known.</summary>
internal static class EndText
{
    private const int Most = 5;

    public static void Write(ExperimentResult result, Page page)
    {
        if (result.Failed > 0)
        {
            page.Heading("Failed");
            page.Paragraph($"{Shown.Count(result.Failed, "row")} failed and {(result.Failed == 1 ? "is left out, with the pairs it belongs to" : "are left out, with the pairs they belong to")}:", 0, 0, Ink.Alarm);
            foreach (var failure in result.Failures.Take(Most)) page.Paragraph($"- {failure.Arm}, replication {failure.Replication}: {failure.Reason}", 0, 2);
            if (result.Failed > Most) page.Paragraph($"{Shown.Count(result.Failed - Most)} more: --output json.", 0, 0, Ink.Faint);
        }
        page.Heading("What this cannot say");
        foreach (var limit in Limits.Of(result)) page.Paragraph($"- {limit}", 0, 2);
        page.Line();
        var rate = result.ReplicationsPerSecond is { } perSecond ? $"; {Shown.Number(perSecond)} rows/s" : "";
        page.Paragraph($"experiment {result.Experiment}, {Shown.Count(result.Done, "row")}{rate}, digest {result.Digest}, bidsim {result.Program.Version} ({Short(result.Program.Commit)})", 0, 2, Ink.Faint);
    }

    private static string Short(string commit) => commit.Length > 12 ? commit[..12] : commit;
}
