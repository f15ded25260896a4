using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Scenarios;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>Which invented numbers decide.</summary>
internal static class InfluenceSection
{
    private const int Most = 25;

    public static Markup Of(ReportContext context, Figures figures)
    {
        if (context.Influence is not { } influence) return Markup.None;
        var moving = influence.Rows.Where(static row => row.LargestScoreSwing > 0).ToArray();
        return Markup.Of(
            $"""
            <section id="influence-section">
            <h2>Which assumed numbers decide</h2>
            <p>Numbers for which no source was found are assumed, with a range. Each alone is set to both ends of its range, under {influence.Arm}, {Shown.Count(influence.Replications, "replication")} with the same draws. {Shown.Count(moving.Length)} of {Shown.Count(influence.Rows.Count)} move a score. What two of them do together is not shown.</p>
            {figures.Of("influence", "The assumed numbers that move a score most.", "Change of the mean score at the low (◁) and the high (▷) end of the range, for the score that moves most.")}{TableOf(moving)}</section>

            """);
    }

    private static Markup TableOf(InfluenceRow[] rows)
    {
        var table = new Table("number", "value", "range", "compatibility", "viability", "cohesion", "host surplus");
        foreach (var row in rows.Take(Most))
            table.Row(row.Name, Shown.Number(row.Value), $"{Shown.Number(row.Low)} to {Shown.Number(row.High)}", Cell(row.Compatibility), Cell(row.Viability), Cell(row.Cohesion), Cell(row.HostSurplusUsdBn));
        return table.ToMarkup($"Largest change of each mean, in points (host surplus: USD bn); in brackets where it is within two standard errors of nothing. {Shown.Count(Math.Min(Most, rows.Length))} of {Shown.Count(rows.Length)} shown.");
    }

    private static string Cell(InfluenceSwing? swing) => swing is null ? "-" : swing.IsClear || swing.Size == 0 ? Shown.Number(swing.Size) : $"({Shown.Number(swing.Size)})";
}
