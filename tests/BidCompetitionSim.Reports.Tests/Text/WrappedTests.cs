using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Tests.Text;

public class WrappedTests
{
    [Fact]
    public void Words_stay_whole_and_lines_within_the_width() => Wrapped.Lines("one two three four", 9).ShouldBe(["one two", "three", "four"]);

    [Fact]
    public void A_word_wider_than_the_page_has_a_line_of_its_own() => Wrapped.Lines("a incomprehensible b", 5).ShouldBe(["a", "incomprehensible", "b"]);

    [Theory]
    [InlineData("led-by-the-secretariat", 10, "led-by-", "the-", "secretaria", "t")]
    [InlineData("an incomprehensible b", 5, "an", "incom", "prehe", "nsibl", "e b")]
    [InlineData("short words stay", 11, "short words", "stay")]
    public void In_a_column_a_word_wider_than_it_is_broken(string text, int width, params string[] lines) => Wrapped.Tight(text, width).ShouldBe(lines);

    [Fact]
    public void No_text_is_no_line() => Wrapped.Lines("  ", 10).ShouldBeEmpty();
}
