using System.Text.Json;
using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Reports.Hindcasting;
using BidCompetitionSim.Reports.Text;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Reports.Tests.Hindcasting;

public class HindcastDocumentTests
{
    private static readonly Lazy<HindcastResult> Result = new(static () => new Hindcast(CaseFile.Shipped(), HindcastWeights.Shipped()).Predict(1).Result);

    [Fact]
    public void A_document_reads_back_to_the_same_bytes_and_has_what_its_schema_requires()
    {
        var json = HindcastJson.Write(Result.Value);
        HindcastJson.Write(HindcastJson.Read(json)).ShouldBe(json);

        using var document = JsonDocument.Parse(json);
        using var schema = JsonDocument.Parse(HindcastSchema.Text());
        document.RootElement.EnumerateObject().Select(static member => member.Name)
            .ShouldBe(schema.RootElement.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!));
        document.RootElement.GetProperty("schema").GetString().ShouldBe(HindcastResult.SchemaName);
    }

    [Fact]
    public void The_committed_schema_is_the_one_that_the_records_give() => Approved.Hold(HindcastSchema.Text(), "../../../docs/schemas/hindcast.schema.json");

    [Fact]
    public void The_text_names_every_case_scores_and_limits_in_eighty_columns()
    {
        var text = Told(Result.Value);

        text.Split('\n').ShouldAllBe(static line => line.Length <= 80);
        foreach (var one in Result.Value.Cases) text.ShouldContain(one.Id);
        text.ShouldContain("always China");
        var running = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        running.ShouldContain("no skill at naming the winner");
        running.ShouldContain("assumed after looking at the delivered cases");
        running.ShouldContain("small sample");
    }

    [Fact]
    public void Nothing_is_claimed_for_weights_that_may_have_seen_the_cases()
    {
        var text = Told(Result.Value with { WeightsFrom = "weights.yaml" });

        text.ReplaceLineEndings(" ").ShouldContain("may have been estimated on these very cases");
        text.ShouldNotContain("beats");
    }

    private static string Told(HindcastResult result)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        HindcastText.Write(result, new Page(writer, 80, colour: false));
        return writer.ToString();
    }
}
