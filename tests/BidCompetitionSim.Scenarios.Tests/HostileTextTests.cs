using System.Diagnostics;
using System.Text;

namespace BidCompetitionSim.Scenarios.Tests;

public class HostileTextTests
{
    /// <summary>A bomb that goes off takes longer on any machine; a first test on a busy one does not.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(30);

    private const long FewBytes = 200L * 1024 * 1024;

    [Fact]
    public void An_alias_bomb_is_refused_before_it_goes_off()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++) bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        Problem(bomb.ToString()).Found.ShouldBe("more than 200,000 values, aliases expanded");
    }

    [Fact]
    public void An_alias_of_a_map_within_itself_is_refused() => Problem("a: &a\n  b: *a\n").ToString().ShouldContain("bad.yaml:2: found the alias '*a'");

    [Fact]
    public void Deep_nesting_is_refused() => Problem("a: " + new string('[', 100_000)).Found.ShouldBe($"nesting deeper than {Limits.Depth}");

    [Fact]
    public void A_huge_file_is_refused() => Problem("a: " + new string('x', Limits.FileBytes)).Found.ShouldBe($"more than {Limits.FileBytes:N0} bytes");

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_told_with_their_line()
    {
        var problem = Problem([.. "a: 1\nb: "u8, 0xC3, 0x28, (byte)'\n']);

        problem.ToString().ShouldBe("bad.yaml:2: found bytes that are not UTF-8, expected UTF-8");
        problem.Column.ShouldBe(4);
    }

    [Fact]
    public void A_control_character_is_told_with_its_line() =>
        Problem("a: 1\nb: x\u0007y\n").ToString().ShouldBe("bad.yaml:2: found the control character \\u0007, expected text without it");

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("# nothing\n", "an empty file")]
    [InlineData("- a\n- b\n", "a list of 2")]
    [InlineData("a: 1\n---\nb: 2\n", "a second document")]
    [InlineData("a: !!binary x\n", "the tag 'tag:yaml.org,2002:binary'")]
    [InlineData("? [a, b]\n: 1\n", "a key that is a map or a list")]
    [InlineData("a: [1, 2\n", "text that is not YAML")]
    [InlineData("a: \"x\n", "text that is not YAML")]
    public void Text_of_another_shape_is_refused(string text, string found) => Problem(text).Found.ShouldStartWith(found);

    private static Problem Problem(string text) => Problem(Encoding.UTF8.GetBytes(text));

    private static Problem Problem(byte[] text)
    {
        var (bytes, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var loaded = ScenarioFile.Parse("bad.yaml", text);
        watch.Elapsed.ShouldBeLessThan(Endless);
        (GC.GetAllocatedBytesForCurrentThread() - bytes).ShouldBeLessThan(FewBytes);
        loaded.Ok.ShouldBeFalse();
        return loaded.Problems[0];
    }
}
