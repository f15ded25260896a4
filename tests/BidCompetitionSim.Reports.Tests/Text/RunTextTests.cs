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
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_page(int width)
    {
        // The digest is one word, whole on a line of its own so that it can be copied.
        var text = TextOf(width, colour: false).Replace(Kept.Digest, "", StringComparison.Ordinal);

        text.Split('\n').ShouldAllBe(line => line.Length <= width);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Long_and_wide_names_break_no_table(int width)
    {
        var foreign = Kept with
        {
            Sponsors = [Kept.Sponsors[0] with { Name = "中华人民共和国" }, Kept.Sponsors[1] with { Name = "The Government of Japan and its agencies" }],
            Segments = [.. Kept.Segments.Select(segment => segment with { Name = $"{segment.Name} 高速铁路" })],
        };

        var lines = TextOf(foreign, width, colour: false).Replace(Kept.Digest, "", StringComparison.Ordinal).Split('\n');

        lines.ShouldAllBe(line => Cells.Of(line) <= width);
        if (width < 80) return;
        // Columns line up: the figures of both sponsors end in the same cell.
        var winners = lines.SkipWhile(line => line != "Who won what").Skip(3).Take(2).ToArray();
        Cells.Of(winners[0]).ShouldBe(Cells.Of(winners[1]));
        winners[0].ShouldContain("中华人民共和国");
    }

    [Fact]
    public void A_loan_that_was_cut_is_told_as_signed()
    {
        var text = TextOf(120, colour: false);

        text.ShouldContain("loan 15% silk-road-fund");
        text.ShouldContain("signed: 9% silk-road-fund");
        text.Split("signed:").Length.ShouldBe(2);
    }

    [Fact]
    public void Every_attempt_of_an_explained_segment_is_told_with_what_became_of_it()
    {
        var failed = Kept.Segments.First(segment => segment is { Attempts: 2, Winner: null });
        var second = Kept.Explanations[0] with { Segment = failed.Id, Attempt = 2 };

        var text = TextOf(Kept with { Explanations = [second] }, 120, colour: false);
        text = text[text.IndexOf($"Why {failed.Name} went as it did", StringComparison.Ordinal)..];

        text.ShouldContain("Attempt 1 of 2, decided ");
        text.ShouldContain("Attempt 2 of 2, decided ");
        text.ShouldContain("It will be opened once more.");
        text.Split("The host's utility").Length.ShouldBe(2);
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

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Three_and_four_winners_are_told_apart_without_colour(int width)
    {
        var crowd = Kept with
        {
            Sponsors = [.. Kept.Sponsors, Kept.Sponsors[0] with { Id = "cambria", Name = "Cambria" }, Kept.Sponsors[0] with { Id = "korea", Name = "Korea" }],
        };
        string[] winners = ["china", "japan", "cambria", "korea"];
        crowd = crowd with { Segments = [.. crowd.Segments.Select((segment, k) => segment with { Winner = winners[k % 4], Status = "commissioned", Commissioned = 5000, Offers = [], Tenders = [], Contract = null })] };

        var text = TextOf(crowd, width, colour: false);

        // C is China's, so Cambria has its next letter.
        foreach (var (letter, name) in new[] { ('C', "China"), ('J', "Japan"), ('A', "Cambria"), ('K', "Korea") })
        {
            text.ShouldContain($"={letter}=");
            text.ShouldContain($"{letter} {name}");
        }
        text.Replace(crowd.Digest, "", StringComparison.Ordinal).Split('\n').ShouldAllBe(line => line.Length <= width);
    }

    [Fact]
    public void More_sponsors_than_letters_still_make_a_page() =>
        TextOf(Kept with { Sponsors = [.. Kept.Sponsors, .. Enumerable.Range(0, 30).Select(k => Kept.Sponsors[0] with { Id = $"s{k}", Name = $"S{k}" })] }, 80, colour: false).ShouldContain("? S29");

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

    private static string TextOf(int width, bool colour) => TextOf(Kept, width, colour);

    private static string TextOf(RunResult run, int width, bool colour)
    {
        var text = new StringWriter();
        RunText.Write(run, new Page(text, width, colour));
        return text.ToString();
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
