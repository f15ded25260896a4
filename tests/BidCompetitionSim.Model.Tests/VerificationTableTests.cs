using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace BidCompetitionSim.Model.Tests;

/// <summary>Holds docs/verification.md against the tests that it names.</summary>
public sealed partial class VerificationTableTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static readonly string Table = File.ReadAllText(Path.Combine(Root, "docs", "verification.md"));

    private static readonly HashSet<string> Classes =
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
           where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
           from Match declared in Declaration().Matches(File.ReadAllText(file))
           select declared.Groups[1].Value,
    ];

    [Fact]
    public void Every_test_class_in_the_table_exists()
    {
        var named = Named().ToArray();

        named.ShouldNotBeEmpty();
        named.Where(name => !Classes.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_numbered_test_class_stands_in_the_table() =>
        Classes.Where(name => Numbered().IsMatch(name)).Except(Named()).ShouldBeEmpty();

    [Fact]
    public void Every_requirement_has_a_row() =>
        Enumerable.Range(1, 9).Where(number => !Table.Contains($"\n| V{number} |", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> Named() => Name().Matches(Table).Select(match => match.Groups[1].Value).Distinct();

    private static string Here([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Declaration();

    // Class names stand in backquotes; a file, a formula or a member does not look like one.
    [GeneratedRegex("`(V[1-9]_\\w+|\\w+Tests)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^V[1-9]_")]
    private static partial Regex Numbered();
}
