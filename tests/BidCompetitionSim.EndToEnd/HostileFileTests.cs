using System.Text;

namespace BidCompetitionSim.EndToEnd;

/// <summary>Files that nobody would write by hand, through the whole program: refused in plain words, fast, in little memory.</summary>
public class HostileFileTests
{
    // A second of work and as much again for the runtime's start on a busy machine; the heap, hexadecimal, is 200 MB.
    private const int ProcessorSeconds = 2;
    private const string HeapLimit = "C800000";

    public static TheoryData<string, string> Files => new()
    {
        { "empty", "" },
        { "not text", "\u0000\u0001\u0002\u0003" },
        { "not a map", "- a\n- b\n" },
        { "no yaml", "a: [1, 2\nb: }{\n\t- x" },
        { "ten billion laughs", Laughs() },
        { "a deep well", "a: " + new string('[', 100_000) },
        { "a long line", "scenario: " + new string('x', 3_000_000) },
        { "too long", new string('#', 5_000_000) },
        { "many keys", string.Concat(Enumerable.Range(0, 100_000).Select(n => $"k{n}: {n}\n")) },
        { "itself", "include: [hostile.yaml]\nscenario: x\n" },
        { "someone else's", "include: [../../../../../../etc/passwd]\nscenario: x\n" },
        { "numbers that are none", "include: [\"shipped:skrl.yaml\"]\nscenario: x\nhorizon: { value: .nan, unit: years, assumed: x, range: [-.inf, .inf] }\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_is_refused_in_plain_words_within_a_second_and_200_MB(string what, string text)
    {
        using var folder = new Folder();
        folder.Write("hostile.yaml", text);
        var limits = new Surroundings { Folder = folder.Path, Variables = new() { ["DOTNET_GCHeapHardLimit"] = HeapLimit } };

        var refused = Bidsim.Start("/bin/sh", limits, "-c", $"ulimit -t {ProcessorSeconds}; exec {Bidsim.Program} run hostile.yaml");

        refused.ShouldBeRefused().Error.ShouldContain("hostile.yaml", Case.Sensitive, what);
        refused.Error.Length.ShouldBeLessThan(200_000);
    }

    private static string Laughs()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var n = 1; n <= 10; n++) text.Append($"a{n}: &a{n} [{string.Join(", ", Enumerable.Repeat($"*a{n - 1}", 10))}]\n");
        return text.ToString();
    }
}
