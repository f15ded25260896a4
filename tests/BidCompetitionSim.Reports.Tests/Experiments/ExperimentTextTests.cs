using BidCompetitionSim.Experiments.Results;
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

    private static string TextOf(ExperimentResult result, int width, bool colour = false)
    {
        var text = new StringWriter();
        ExperimentText.Write(result, new Page(text, width, colour), SomeExperiment.Full.Context);
        return text.ToString();
    }
}
