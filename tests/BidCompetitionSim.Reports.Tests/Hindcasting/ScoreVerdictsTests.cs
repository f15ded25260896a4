using System.Text;
using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Hindcasting;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Reports.Tests.Hindcasting;

public class ScoreVerdictsTests
{
    private const string Header = "id,host,sector,award_year,competed,winner,hindcast_use\n";

    private static readonly Lazy<HindcastResult> Shipped = new(static () => new Hindcast(CaseFile.Shipped(), HindcastWeights.Shipped()).Predict(1).Result);

    private static readonly Lazy<HindcastResult> Fitted = new(static () => new Hindcast(CaseFile.Shipped(), HindcastWeights.Shipped()).Fit(1).Result);

    [Fact]
    public void A_model_that_is_worse_beyond_chance_is_said_to_be_worse()
    {
        var rows = Enumerable.Range(0, 60).Select(static i => $"c{i:d2},{(i % 2 == 0 ? "Laos" : "Cambodia")},road,{2005 + i % 20},yes,{(i % 10 == 0 ? "china" : "japan")},core\n");

        var said = Said(Of(rows));

        said.ShouldContain(static one => one.StartsWith("By the means of log score and Brier score together the model is behind every baseline", StringComparison.Ordinal));
        said.ShouldContain("Beyond chance it is worse than base rates, sector rates, always China, cheapest offer, strongest tie and plain logit in both scores, all 6 comparisons allowed for (Holm 1979).");
        said.ShouldContain("China won 6 of 60 core contests (10 %); the model's likeliest won 3 (5 %): no skill at naming the winner of a contest can be claimed.");
        said.ShouldNotContain(static one => one.Contains("better"));
    }

    [Fact]
    public void An_estimated_model_that_is_worse_is_said_to_be_worse_too()
    {
        var cases = CaseFile.Shipped() with { Cases = [.. CaseFile.Shipped().Cases!.Where(static one => one.Winner == Winner.China)] };

        Said(new Hindcast(cases, HindcastWeights.Shipped()).Fit(1, TestContext.Current.CancellationToken).Result)
            .ShouldContain(static one => one.StartsWith("Beyond chance it is worse than ", StringComparison.Ordinal) && one.Contains("base rates"));
    }

    [Fact]
    public void A_model_that_is_better_beyond_chance_is_said_to_be_better()
    {
        var rows = Enumerable.Range(0, 60).Select(static i => $"c{i:d2},{(i % 2 == 1 ? "Philippines" : "Cambodia")},metro,{2014 + i % 10},one-sided,{(i % 2 == 1 ? "japan" : "china")},core\n");

        var said = Said(Of(rows));

        said.ShouldContain("Beyond chance it is better than always China in both scores, all 6 comparisons allowed for (Holm 1979).");
        said.ShouldContain("Beyond chance it is worse than strongest tie and plain logit in both scores, all 6 comparisons allowed for (Holm 1979).");
        said.ShouldContain("In log score alone, and taken alone, it is worse than base rates, sector rates and cheapest offer beyond chance.");
        said.ShouldContain("China won 30 of 60 core contests (50 %); the model's likeliest won 60 (100 %): more than always to say China, beyond chance.");
    }

    [Fact]
    public void Nothing_is_said_of_chance_where_there_are_no_intervals()
    {
        var said = Said(Of(["x,Laos,road,2015,yes,china,core\n", "y,Vietnam,metro,2016,yes,japan,core\n", "z,Thailand,metro,2016,yes,japan,core\n"]));

        said.ShouldContain("With so few cases there are no intervals: what of this is chance cannot be told.");
        said.ShouldContain(static one => one.StartsWith("China won 1 of 3 core contests (33 %);", StringComparison.Ordinal));
        said.ShouldNotContain(static one => one.Contains("beyond", StringComparison.OrdinalIgnoreCase) || one.Contains("intervals include"));
    }

    [Theory]
    [InlineData(-1, -1, 0.004, 0.02, "Beyond chance it is better than x in both scores, all 2 comparisons allowed for (Holm 1979).")]
    [InlineData(1, 1, 0.004, 0.02, "Beyond chance it is worse than x in both scores, all 2 comparisons allowed for (Holm 1979).")]
    [InlineData(-1, -1, 0.03, 0.09, "Taken alone it is better than x in both scores beyond chance; as one of 2 comparisons chance may have made that (Holm 1979).")]
    [InlineData(1, 1, 0.03, 0.09, "Taken alone it is worse than x in both scores beyond chance; as one of 2 comparisons chance may have made that (Holm 1979).")]
    [InlineData(-1, 0, 0.2, 0.6, "In log score alone, and taken alone, it is better than x beyond chance.")]
    [InlineData(0, 1, 0.2, 0.6, "In Brier score alone, and taken alone, it is worse than x beyond chance.")]
    [InlineData(0, 0, 0.4, 0.8, "Against x and other it cannot be told which is better: the intervals include 0.")]
    public void Each_sentence_follows_the_intervals(int log, int brier, double p, double adjusted, string sentence)
    {
        var said = Said(Against(new ScoreDifference(Difference(log), Difference(brier), Difference(0), p, adjusted), Unclear));

        said.ShouldContain(sentence);
        said.Skip(1).Count(static one => one.Split(' ').Contains("x")).ShouldBe(1); // the first is of means
    }

    [Fact]
    public void Scores_that_point_different_ways_are_told_one_by_one()
    {
        var said = Said(Against(new ScoreDifference(Difference(-1), Difference(1), Difference(0), 1, 1), Unclear));

        said.ShouldContain("In log score alone, and taken alone, it is better than x beyond chance.");
        said.ShouldContain("In Brier score alone, and taken alone, it is worse than x beyond chance.");
        said[0].ShouldContain("neither ahead of nor behind x");
    }

    [Fact]
    public void What_is_said_of_the_shipped_cases_is_what_their_numbers_say()
    {
        foreach (var result in new[] { Shipped.Value, Fitted.Value })
        {
            var said = Said(result);
            foreach (var rival in result.Scores[0].Forecasters.Skip(1))
            {
                var (less, about) = (rival.ModelLess!, said.Skip(1).Where(one => one.Contains(rival.Forecaster)).ToArray());
                var sides = new[] { Side(less.Log), Side(less.Brier) };
                if (sides is [0, 0]) about.ShouldHaveSingleItem().ShouldContain("it cannot be told");
                if (sides is [-1, -1]) about.ShouldHaveSingleItem().ShouldContain(less.AdjustedP < 0.05 ? "Beyond chance it is better" : "Taken alone it is better");
                if (sides is [1, 1]) about.ShouldHaveSingleItem().ShouldContain(less.AdjustedP < 0.05 ? "Beyond chance it is worse" : "Taken alone it is worse");
            }
        }
    }

    private static ScoreDifference Unclear => new(Difference(0), Difference(0), Difference(0), 0.4, 0.8);

    private static ScoreFigure Difference(int side) => new(side == 0 ? 0.01 : side, new Interval(side == 0 ? -1 : side - 0.5, side == 0 ? 1 : side + 0.5));

    private static int Side(ScoreFigure figure) => figure.Ci95!.Low > 0 ? 1 : figure.Ci95.High < 0 ? -1 : 0;

    private static HindcastResult Against(ScoreDifference x, ScoreDifference other)
    {
        var figure = new ScoreFigure(1, new Interval(0.5, 1.5));
        return Shipped.Value with { Scores = [new GroupScores("all", 30, [new("model", figure, figure, figure, null), new("x", figure, figure, figure, x), new("other", figure, figure, figure, other)])] };
    }

    private static HindcastResult Of(IEnumerable<string> rows) =>
        new Hindcast(CaseFile.Parse("t.csv", Encoding.UTF8.GetBytes(Header + string.Concat(rows))), HindcastWeights.Shipped()).Predict(1).Result;

    private static string[] Said(HindcastResult result) => [.. ScoreVerdicts.Of(result)];
}
