using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;

namespace BidCompetitionSim.Reports.Html.Sections;

/// <summary>How differences vary over the combinations of factor values.</summary>
internal static class PointSection
{
    public static Markup Of(ResultView view, Figures figures)
    {
        var result = view.Result;
        if (result.Points.Count < 2) return Markup.None;
        var values = view.Point!.Values.Select((value, i) => $"{result.Factors[i].Name} = {Shown.Number(value)}");
        return Markup.Of(
            $"""
            <section id="points-section">
            <h2>Over the combinations of factors</h2>
            {figures.Of("points", "Mean paired difference against each factor.",
                "One mark a combination, with its 95 % interval; filled where the difference is clear, hollow where it is not. Where marks rise or fall together, the factor matters; where they cross the line at 0, the answer depends on it.")}{TableOf(view)}<p class="note">Everything below is of combination {view.Point.Point} alone: {Typeset.Of(string.Join(", ", values))}.</p>
            </section>

            """);
    }

    private static Markup TableOf(ResultView view)
    {
        var table = new Table("mean difference", "lowest", "median", "highest", "clearly higher", "clearly lower", "unclear");
        foreach (var arm in view.Arms.Skip(1))
            foreach (var spread in PointSpread.Of(view, arm))
                table.Row($"{Shown.Heading(spread.Outcome)} ({arm})", Shown.Signed(spread.Lowest), Shown.Signed(spread.Median), Shown.Signed(spread.Highest),
                    Shown.Count(spread.Higher), Shown.Count(spread.Lower), Shown.Count(spread.Unclear));
        return table.ToMarkup($"Differences against {view.Arms[0]} over {Shown.Count(view.Result.Points.Count, "combination")}: how far they range, and how many are clear.");
    }
}
