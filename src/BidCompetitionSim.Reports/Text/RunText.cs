using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>Tells a run to people.</summary>
public static class RunText
{
    /// <summary>Writes the whole report.</summary>
    /// <param name="run">The run.</param>
    /// <param name="page">Where.</param>
    public static void Write(RunResult run, Page page)
    {
        var cast = new Cast(run);
        page.Paragraph(run.Title, ink: Ink.Bold);
        page.Paragraph($"{run.Scenario}, arm {run.Arm}, seed {run.Seed}, replication {run.Replication}", ink: Ink.Faint);
        page.Paragraph(ArrangementSentence(run.Arrangement), 0, 0, Ink.Faint);
        StoryText.Write(run, cast, page);
        MapText.Write(run, cast, page);
        WinnersText.Write(run, cast, page);
        JunctionText.Write(run, cast, page);
        ScoreText.Write(run, page);
        if (run.Explanations.Length > 0) ExplanationText.Write(run, cast, page);
        page.Line();
        page.Paragraph($"Digest {run.Digest}", ink: Ink.Faint);
        page.Line("What-if, not a forecast.");
    }

    private static string ArrangementSentence(ArrangementResult arm)
    {
        var parts = new List<string>();
        parts.Add(arm.RegionalWeight > 0 ? $"the Secretariat's score has a weight of {arm.RegionalWeight:0.##} in the award" : "the host alone weighs the offers");
        parts.Add($"opacity {arm.Opacity:0.##}, where 0 is all open and 1 all secret");
        if (arm.Specification != "none") parts.Add($"regional specification {arm.Specification}");
        if (arm.Floor is { } floor) parts.Add($"offers scored under {floor:0.##} are struck{(arm.BestAndFinal ? " unless improved" : "")}");
        if (arm.Consent != "host") parts.Add($"consent by {arm.Consent}");
        if (arm.Letting == "package") parts.Add("the segments of a round are let together, all their winners chosen at once");
        if (arm.JointBids == true) parts.Add("two sponsors may make one bid");
        return $"Here {string.Join("; ", parts)}.";
    }
}
