using System.Text;
using System.Text.RegularExpressions;

namespace BidCompetitionSim.Scenarios.Tests;

/// <summary>A way of spoiling a file's text.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Invalid">Whether the result cannot load, whatever was hit; else it may.</param>
/// <param name="Spoil">The spoilt bytes; null if the file has nothing to spoil this way.</param>
internal sealed partial record Mutation(string Name, bool Invalid, Func<string, Random, byte[]?> Spoil)
{
    public static readonly Mutation[] All =
    [
        OnMatch("misspells value", Value(), static _ => "{ valeu: 1,"),
        OnMatch("a word for a number", Value(), static _ => "{ value: twelve,"),
        OnMatch("a quoted number", Value(), static _ => "{ value: \"12\","),
        OnMatch("a number beyond all bounds", Value(), static _ => "{ value: 1e300,"),
        OnMatch("an infinite number", Value(), static _ => "{ value: 1e999,"),
        OnMatch("no number", Value(), static _ => "{ value: .nan,"),
        OnMatch("an alias of nothing", Value(), static _ => "{ value: *nowhere,"),
        OnMatch("a list for a number", Value(), static _ => "{ value: [1, 2],"),
        OnMatch("no value", Value(), static _ => "{ note: lost,"),
        OnMatch("an unknown unit", Unit(), static _ => "unit: parsec,"),
        OnMatch("an unknown source", Source(), static _ => "source: nobody-at-all,"),
        OnMatch("two reasons", Assumed(), static match => "derivation: sum, " + match),
        OnMatch("an impossible date", Date(), static match => match[..match.IndexOf(':')] + ": 2017-13-45"),
        OnMatch("a key twice", WholeLine(), static match => match + "\n" + match),
        OnMatch("a tag", Value(), static _ => "{ value: !!python/object 1,"),
        Anywhere("a byte that is not UTF-8", true, static (bytes, at) => [.. bytes[..at], 0xFF, .. bytes[at..]]),
        Anywhere("a control character", true, static (bytes, at) => [.. bytes[..at], 0x07, .. bytes[at..]]),
        Appended("an alias bomb", static random => Bomb(random.Next(4, 30))),
        Appended("deep nesting", static random => "deep: " + new string('[', random.Next(Limits.Depth + 1, 20_000)) + "\n"),
        Appended("a long key", static random => new string('k', random.Next(100, 5_000)) + ": 1\n"),
        Appended("a second document", static _ => "---\nscenario: other\n"),
        Appended("too many bytes", static _ => "# " + new string('x', Limits.FileBytes) + "\n"),
        new("drops a line", false, static (text, random) => Encoding.UTF8.GetBytes(WithoutLine(text, random))),
        new("swaps two lines", false, static (text, random) => Encoding.UTF8.GetBytes(Swapped(text, random))),
        Anywhere("cut off", false, static (bytes, at) => bytes[..at]),
        Anywhere("a bit flipped", false, static (bytes, at) => [.. bytes[..at], (byte)(bytes[at] ^ 4), .. bytes[(at + 1)..]]),
        Anywhere("a byte lost", false, static (bytes, at) => [.. bytes[..at], .. bytes[(at + 1)..]]),
        Anywhere("a stray bracket", false, static (bytes, at) => [.. bytes[..at], (byte)'{', .. bytes[at..]]),
        Anywhere("a piece repeated", false, static (bytes, at) => [.. bytes[..at], .. bytes[(at / 2)..]]),
    ];

    public override string ToString() => Name;

    private static Mutation OnMatch(string name, Regex pattern, Func<string, string> by) => new(name, true, (text, random) =>
    {
        var matches = pattern.Matches(text);
        if (matches.Count == 0) return null;
        var match = matches[random.Next(matches.Count)];
        return Encoding.UTF8.GetBytes(text[..match.Index] + by(match.Value) + text[(match.Index + match.Length)..]);
    });

    private static Mutation Anywhere(string name, bool invalid, Func<byte[], int, byte[]> spoil) => new(name, invalid, (text, random) =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return spoil(bytes, random.Next(bytes.Length));
    });

    private static Mutation Appended(string name, Func<Random, string> tail) =>
        new(name, true, (text, random) => Encoding.UTF8.GetBytes(text + "\n" + tail(random)));

    private static string Bomb(int levels)
    {
        var bomb = new StringBuilder("bomb0: &b0 [x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < levels; i++) bomb.Append($"bomb{i}: &b{i} [{string.Join(", ", Enumerable.Repeat($"*b{i - 1}", 8))}]\n");
        return bomb.ToString();
    }

    private static string WithoutLine(string text, Random random)
    {
        var lines = text.Split('\n');
        var at = random.Next(lines.Length);
        return string.Join('\n', lines.Where((_, i) => i != at));
    }

    private static string Swapped(string text, Random random)
    {
        var lines = text.Split('\n');
        var (a, b) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\{ value: [-\d.]+,")]
    private static partial Regex Value();

    [GeneratedRegex(@"\bunit: [^,""}]+,")]
    private static partial Regex Unit();

    [GeneratedRegex(@"\bsource: [a-z][a-z0-9-]*,")]
    private static partial Regex Source();

    [GeneratedRegex(@"\bassumed: (?="")")]
    private static partial Regex Assumed();

    [GeneratedRegex(@"\b(tender|from|date): \d{4}-\d\d-\d\d\b")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<=\n) +[A-Za-z][\w-]*: +[^\s#|>][^\n]*[^\s,\n](?=\n)")]
    private static partial Regex WholeLine();
}
