using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Experiments.Text;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Tests.Experiments;

public class ExperimentTextTests
{
    private static readonly ExperimentResult Result = SomeExperiment.Result;

    [Fact]
    public void The_text_at_80_columns_is_the_approved_one() => Approved.Hold(TextOf(Result, 80), "Approved/experiment-80.txt");

    [Fact]
    public void The_text_at_40_columns_is_the_approved_one() => Approved.Hold(TextOf(Result, 40), "Approved/experiment-40.txt");

    [Theory]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_page(int width) =>
        TextOf(Result, width).Split('\n').Where(line => line.Length > width).ShouldAllBe(line => line.Trim().IndexOf(' ') < 0);

    [Theory]
    [InlineData(78)]
    [InlineData(80)]
    [InlineData(120)]
    public void Figures_stand_below_each_other_however_long_the_names_of_arms_are(int width)
    {
        var text = TextOf(Renamed("led-by-the-secretariat-with-a-standard-that-nobody-may-leave"), width);

        var outcomes = text[text.IndexOf("\nOutcomes\n", StringComparison.Ordinal)..text.IndexOf("\nOne switch at a time\n", StringComparison.Ordinal)].Split('\n');
        outcomes.ShouldAllBe(line => line.Length <= width);
        outcomes.Where(line => line.Contains('[')).Select(line => line.Length).Distinct().Count().ShouldBe(1, text);
    }

    [Fact]
    public void No_heading_stands_twice()
    {
        var text = TextOf(Result with { Outcomes = ["compatibility"] }, 80).Split('\n');

        text.Count(line => line == "Beside the scores").ShouldBe(1);
        text.ShouldContain("Scores");
    }

    [Fact]
    public void The_rule_of_what_is_clear_is_told_once_and_no_other()
    {
        var text = string.Join(' ', TextOf(Result, 200).Split('\n'));

        text.Split("Holm 1979").Length.ShouldBe(2);
        text.ShouldContain(Standings.Rule[..60]);
        text.ShouldNotContain("leave out 0");
    }

    [Fact]
    public void Colour_adds_nothing_but_colour()
    {
        var coloured = TextOf(Result, 80, colour: true);

        coloured.ShouldContain('\e');
        System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[\\d+m", "").ShouldBe(TextOf(Result, 80));
    }

    [Fact]
    public void It_never_lacks_what_it_is_not() => TextOf(Result, 200).ShouldContain("not a forecast");

    [Fact]
    public void A_step_of_a_decomposition_has_no_headline_of_its_own()
    {
        var text = TextOf(Result, 200);

        text.ShouldContain("One switch at a time");
        text.ShouldNotContain("bilateral-open against bilateral");
    }

    [Fact]
    public void Failed_rows_are_told_of_with_their_reason()
    {
        TextOf(Result, 200).ShouldContain("asean-led, replication 17: The root of a cash flow was not found.");
        TextOf(Result with { Failed = 0, Failures = [] }, 200).ShouldNotContain("Failed");
    }

    [Fact]
    public void An_experiment_of_which_nothing_was_played_is_still_a_text() => TextOf(Result with { Points = [], Done = 0 }, 80).ShouldContain("What this cannot say");

    private static ExperimentResult Renamed(string name)
    {
        string New(string arm) => arm == "asean-led" ? name : arm;
        return Result with
        {
            Arms = [.. Result.Arms.Select(arm => arm with { Id = New(arm.Id) })], Decomposition = [.. Result.Decomposition!.Select(step => step with { To = New(step.To) })],
            Points = [.. Result.Points.Select(point => point with
            {
                Arms = [.. point.Arms.Select(arm => arm with { Arm = New(arm.Arm) })], Pairs = [.. point.Pairs.Select(pair => pair with { To = New(pair.To) })],
            })],
        };
    }

    private static string TextOf(ExperimentResult result, int width, bool colour = false)
    {
        var text = new StringWriter();
        ExperimentText.Write(result, new Page(text, width, colour), SomeExperiment.Full.Context);
        return text.ToString();
    }
}
