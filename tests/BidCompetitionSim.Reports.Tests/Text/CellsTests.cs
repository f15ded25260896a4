using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Tests.Text;

public class CellsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Kuala Lumpur", 12)]
    [InlineData("Đà Nẵng", 7)]
    [InlineData("铁路", 4)]
    [InlineData("ラオス", 6)]
    public void A_Chinese_character_takes_two_cells(string text, int cells) => Cells.Of(text).ShouldBe(cells);

    [Theory]
    [InlineData("specification", 13, "specification")]
    [InlineData("specification", 8, "specifi…")]
    [InlineData("中华人民共和国", 8, "中华人…")]
    [InlineData("中华人民共和国", 7, "中华人…")]
    public void A_text_is_cut_between_characters(string text, int width, string cut)
    {
        Cells.Cut(text, width).ShouldBe(cut);
        Cells.Of(Cells.Cut(text, width)).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public void Padding_counts_cells() => (Cells.Left("铁路", 6), Cells.Right("铁路", 6)).ShouldBe(("铁路  ", "  铁路"));
}
