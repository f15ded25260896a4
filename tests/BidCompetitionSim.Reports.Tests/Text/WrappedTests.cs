using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Tests.Text;

public class WrappedTests
{
    [Fact]
    public void Words_stay_whole_and_lines_within_the_width() => Wrapped.Lines("one two three four", 9).ShouldBe(["one two", "three", "four"]);

    [Fact]
    public void A_word_wider_than_the_page_has_a_line_of_its_own() => Wrapped.Lines("a incomprehensible b", 5).ShouldBe(["a", "incomprehensible", "b"]);

    [Fact]
    public void No_text_is_no_line() => Wrapped.Lines("  ", 10).ShouldBeEmpty();
}
