using System.Diagnostics;
using System.Globalization;
using System.Text;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Tests;

/// <summary>Spoils the shipped files in many ways: loading never throws, never hangs, and tells what is wrong.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Cases = 2_000, DefaultSeed = 20261121;
    private const long MostBytes = 200L * 1024 * 1024;

    /// <summary>Work without end takes longer on any machine; a case that is only slow on a busy one does not.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(30);

    /// <summary>Every scenario with every file it is made of.</summary>
    private static readonly (string Scenario, string File, string Text)[] Corpus =
    [
        .. from file in ShippedRoot.Instance.Files().Concat(ShippedRoot.Instance.Files("data/"))
           where file.StartsWith("data/", StringComparison.Ordinal) || !file.Contains('/')
           let scenario = file.StartsWith("data/", StringComparison.Ordinal) ? UserOf(file) : file
           select (scenario, file, Encoding.UTF8.GetString(ShippedRoot.Instance.Read(file)!)),
    ];

    // Few scenarios are made of a file that the largest is not made of.
    private static string UserOf(string file) => ShippedRoot.Instance.Files().Where(static name => !name.Contains('/')).Prepend("skrl.yaml")
        .First(name => Encoding.UTF8.GetString(ShippedRoot.Instance.Read(name)!).Contains(file, StringComparison.Ordinal));

    [Fact]
    public void A_spoilt_file_is_refused_with_a_line_or_still_loads()
    {
        var seed = Environment.GetEnvironmentVariable("BIDSIM_FUZZ_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : DefaultSeed;
        output.WriteLine($"seed {seed} (BIDSIM_FUZZ_SEED), {Cases} cases");
        var stillLoaded = 0;
        for (var i = 0; i < Cases; i++)
        {
            var random = new Random(unchecked(seed * 31 + i));
            var mutation = Mutation.All[i % Mutation.All.Length];
            var (scenario, file, text) = Corpus[random.Next(Corpus.Length)];
            if (mutation.Spoil(text, random) is { } spoilt && Check(scenario, file, spoilt, mutation, $"{mutation} in {file}, seed {seed}, case {i}")) stillLoaded++;
        }
        output.WriteLine($"{stillLoaded} mutants still loaded");
        stillLoaded.ShouldBeInRange(1, Cases / 2);
    }

    [Fact]
    public void Every_file_loads_before_it_is_spoilt()
    {
        foreach (var (scenario, file, text) in Corpus) Loaded(scenario, file, Encoding.UTF8.GetBytes(text), out _).Problems.ShouldBeEmpty(file);
    }

    private static bool Check(string scenario, string file, byte[] spoilt, Mutation mutation, string what)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var loaded = Loaded(scenario, file, spoilt, out var elapsed);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes, what);
        elapsed.ShouldBeLessThan(Endless, what);

        if (mutation.Invalid) loaded.Ok.ShouldBeFalse(what);
        if (loaded.Ok) ResolvedScenario.Of(loaded.Scenario).Hash.Length.ShouldBe(64, what);
        else loaded.Problems.ShouldNotBeEmpty(what);
        loaded.Problems.ShouldAllBe(problem => (problem.Line >= 1 || (problem.Column == 0 && problem.Path.Length == 0)) && problem.File.Length > 0 && problem.Found.Length > 0 && problem.Expected.Length > 0, what);
        return loaded.Ok;
    }

    private static LoadedScenario Loaded(string scenario, string file, byte[] spoilt, out TimeSpan elapsed)
    {
        var watch = Stopwatch.StartNew();
        var loaded = ScenarioFile.Load(new TextRoot(file, spoilt), scenario, new LoadOptions(), new Problems());
        elapsed = watch.Elapsed;
        return loaded;
    }
}
