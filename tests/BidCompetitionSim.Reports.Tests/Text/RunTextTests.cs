using System.Runtime.CompilerServices;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Runs;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Tests.Text;

/// <summary>
/// The text is a function of the document alone, so it is held against approved text for a document that was kept: changes of model or data
/// do not touch it. Written by <c>bidsim run skrl --arm asean-led --seed 5 --explain vientiane-nong-khai --output json</c>, less its pairs, network and cash flows.
/// </summary>
public class RunTextTests
{
    private static readonly RunResult Kept = RunJson.Read(File.ReadAllBytes(Path.Combine(Here(), "Kept", "run.json")));

    [Fact]
    public void The_report_at_80_columns_without_colour_is_the_approved_one() => Approved.Hold(TextOf(80, colour: false), "Approved/run-80.txt");

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_that_can_be_broken_is_wider_than_the_page(int width)
    {
        var tables = width < 80 ? 80 : width;
        TextOf(width, colour: false).Split('\n').ShouldAllBe(line => line.Length <= tables);
    }

    [Fact]
    public void Without_colour_there_is_no_escape() => TextOf(80, colour: false).ShouldNotContain('\e');

    [Fact]
    public void Colour_adds_nothing_but_colour()
    {
        var coloured = TextOf(80, colour: true);

        coloured.ShouldContain('\e');
        System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[\\d+m", "").ShouldBe(TextOf(80, colour: false));
    }

    [Fact]
    public void Every_segment_and_every_place_is_told_of()
    {
        var text = TextOf(120, colour: false);

        foreach (var segment in Kept.Segments) text.ShouldContain(segment.Name);
        foreach (var place in Kept.Places) text.ShouldContain(place.Id);
    }

    [Fact]
    public void It_never_lacks_the_cautions()
    {
        var text = TextOf(80, colour: false);

        text.ShouldContain("What-if, not a forecast.");
        text.ShouldContain("One run is one draw of chance");
        text.ShouldContain("inherited");
    }

    private static string TextOf(int width, bool colour)
    {
        var text = new StringWriter();
        RunText.Write(Kept, new Page(text, width, colour));
        return text.ToString();
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
