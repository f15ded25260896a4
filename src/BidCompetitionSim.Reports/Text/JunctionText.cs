using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>Junctions where through traffic pays.</summary>
internal static class JunctionText
{
    private const string Inherited = "inherited ";

    public static void Write(RunResult run, Cast cast, Page page)
    {
        var planned = run.Junctions.Where(junction => junction.Planned).ToArray();
        var clashing = run.Junctions.Where(junction => junction.BothBuilt && junction.Clashes.Length > 0).OrderByDescending(junction => junction.Hours ?? junction.Loss).ToArray();
        page.Heading("Junctions that clash");
        page.Paragraph($"{planned.Count(junction => junction.BothBuilt && junction.Clashes.Length == 0)} of {planned.Length} planned cross-border junctions work at the horizon.");
        foreach (var junction in clashing.Where(junction => junction.Planned || !MeetsOld(junction))) One(run, junction, cast, page);
        foreach (var group in clashing.Where(junction => !junction.Planned && MeetsOld(junction)).GroupBy(junction => (Lead: Lead(run, junction), Standard: junction.Between[1], Clashes: Clashes(junction))))
            page.Entry(group.Key.Lead, $"where new lines meet {group.Key.Standard[Inherited.Length..]} lines ({group.Key.Clashes}): {string.Join(", ", group.Select(junction => cast.Place(junction.Place)).Distinct())}", Ink.Plain, Ink.Alarm);
    }

    private static void One(RunResult run, JunctionResult junction, Cast cast, Page page) => page.Entry(
        Lead(run, junction),
        $"{cast.Place(junction.Place)}{(junction.CrossBorder ? ", border" : "")}: {string.Join(" | ", junction.Between.Select(cast.Segment))} ({Clashes(junction)})",
        Ink.Plain, Ink.Alarm);

    private static string Lead(RunResult run, JunctionResult junction) => junction.Hours is { } hours
        ? $"{hours,6:0.0} h  " : $"{junction.Loss,6:0.0} {run.ScoresBeside.InterfaceLosses?.FirstOrDefault(loss => loss.System == junction.System)?.Unit}  ";

    private static string Clashes(JunctionResult junction) => string.Join(", ", junction.Clashes);

    private static bool MeetsOld(JunctionResult junction) => junction.Between[1].StartsWith(Inherited, StringComparison.Ordinal);
}
