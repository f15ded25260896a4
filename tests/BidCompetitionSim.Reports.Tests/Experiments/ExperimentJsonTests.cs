using System.Text.Json;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Reports.Tests.Experiments;

public class ExperimentJsonTests
{
    [Fact]
    public void A_document_reads_back_to_the_same_bytes()
    {
        var json = ExperimentJson.Write(Played());

        ExperimentJson.Write(ExperimentJson.Read(json)).ShouldBe(json);
    }

    [Fact]
    public void A_document_has_what_its_schema_requires_and_names_it()
    {
        using var document = JsonDocument.Parse(ExperimentJson.Write(Played()));
        using var schema = JsonDocument.Parse(ExperimentSchema.Text());

        document.RootElement.EnumerateObject().Select(static member => member.Name)
            .ShouldBe(schema.RootElement.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!));
        document.RootElement.GetProperty("schema").GetString().ShouldBe(ExperimentResult.SchemaName);
        document.RootElement.GetProperty("measures")[0].GetProperty("resolution").GetString().ShouldBe("hundredths");
    }

    [Fact]
    public void The_committed_schema_is_the_one_that_the_records_give() =>
        Approved.Hold(ExperimentSchema.Text(), "../../../docs/schemas/experiment.schema.json");

    private static ExperimentResult Played()
    {
        var plan = ComparisonPlan.Of(ScenarioFile.Load("jakarta-bandung"), new ComparisonOptions { Arms = ["bilateral", "asean-led"], Replications = 25, Decompose = true }).Plan!;
        var fold = new SummaryFold(plan);
        return fold.Result(new ExperimentRunner().Run(plan, null, [fold]).RowsPerSecond);
    }
}
