using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>What failed.</summary>
internal static class FailureSection
{
    private const int Most = 20;

    public static Markup Of(ExperimentResult result)
    {
        if (result.Failed == 0) return Markup.None;
        var table = new Table("arm", "combination", "replication", "seed", "reason");
        foreach (var failure in result.Failures.Take(Most)) table.Row(failure.Arm, $"{failure.Point}", $"{failure.Replication}", $"{failure.Seed}", failure.Reason);
        return Markup.Of(
            $"""
            <section id="failures">
            <h2>Failed</h2>
            <p>{Shown.Count(result.Failed, "row")} of {Shown.Count(result.Done + result.Failed)} failed and {(result.Failed == 1 ? "is left out, with the pairs it belongs to" : "are left out, with the pairs they belong to")}.</p>
            {table.ToMarkup($"Failed rows{(result.Failed > Most ? $", the first {Most}" : "")}.")}</section>

            """);
    }
}
