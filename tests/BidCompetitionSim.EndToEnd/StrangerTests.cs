using System.Diagnostics;
using System.Text.Json;

namespace BidCompetitionSim.EndToEnd;

/// <summary>Someone without the program computes the scores again from what it wrote, in another language.</summary>
public class StrangerTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("skrl", "bilateral", 1)]
    [InlineData("skrl", "asean-led", 7)]
    [InlineData("jakarta-bandung", "asean-led-mandatory", 2)]
    public void Scores_and_parts_can_be_computed_again_from_the_document_alone(string scenario, string arm, int seed)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("BIDSIM_NO_PYTHON") == "1", "BIDSIM_NO_PYTHON=1: no python3 here, said on purpose.");
        using var folder = new Folder();
        folder.Write("run.json", Bidsim.Run("run", scenario, "--arm", arm, "--seed", $"{seed}", "--output", "json", "--bus", "direct").ShouldBeDone().Output);

        using var again = JsonDocument.Parse(Python(Path.Combine(folder.Path, "run.json")));
        using var run = JsonDocument.Parse(folder.Read("run.json"));

        foreach (var score in new[] { "compatibility", "viability", "cohesion" })
            Same(again.RootElement.GetProperty(score), run.RootElement.GetProperty("scores").GetProperty(score), score);
        foreach (var part in run.RootElement.GetProperty("cohesionPartsRaw").EnumerateObject())
            Same(again.RootElement.GetProperty("parts").GetProperty(part.Name), part.Value, part.Name);
    }

    private static void Same(JsonElement again, JsonElement written, string what)
    {
        again.ValueKind.ShouldBe(written.ValueKind, what);
        if (written.ValueKind == JsonValueKind.Number) again.GetDouble().ShouldBe(written.GetDouble(), Tolerance, what);
    }

    private static string Python(string document)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "recompute.py"), document]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.Result);
        return output;
    }
}
