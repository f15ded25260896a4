using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Experiments.Text;

/// <summary>Who gains and who loses, under the arm that the question is about: the second.</summary>
internal static class StateText
{
    public static void Write(ResultView view, PointResult point, Page page, ReportContext? context)
    {
        if (view.PairsOf(point).FirstOrDefault() is not { } pair) return;
        var verdicts = point.States.Where(one => one.From == pair.From && one.To == pair.To).ToArray();
        if (verdicts.Length == 0) return;
        page.Heading("Who gains, who loses");
        page.Paragraph($"{pair.To} against {pair.From}.{(view.Arms.Count > 2 ? " Other arms: --report FILE.html or --output json." : "")}", 0, 0, Ink.Faint);
        foreach (var group in verdicts.GroupBy(static one => one.Measure))
        {
            page.Paragraph(view.HeadingOfStates(group.Key), 0, 2, Ink.Bold);
            foreach (var word in (string[])["gains", "loses"]) List(page, word, group.Where(one => one.Verdict == word), one => $"{Name(one, context)} {Shown.DifferenceBetween(one.MeanDifference, one.Ci95)}");
            foreach (var word in (string[])["unclear", "same"]) List(page, word, group.Where(one => one.Verdict == word), one => Name(one, context));
        }
    }

    private static void List(Page page, string word, IEnumerable<StateVerdict> verdicts, Func<StateVerdict, string> told)
    {
        var all = verdicts.OrderByDescending(static one => Math.Abs(one.MeanDifference ?? 0)).Select(told).ToArray();
        if (all.Length > 0) page.Entry($"  {word,-9}", string.Join(", ", all));
    }

    private static string Name(StateVerdict verdict, ReportContext? context) => context?.StateName(verdict.State) ?? verdict.State;
}
