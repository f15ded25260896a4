namespace BidCompetitionSim.EndToEnd;

/// <summary>A replication that fails costs its own rows and nothing else.</summary>
public class FailedReplicationTests
{
    // Most graces drawn are longer than the tenor: after twenty redraws, some replications still have no scenario.
    private const string Scenario =
        """
        include: ["shipped:jakarta-bandung.yaml"]
        scenario: hard-to-draw
        windows:
          china-cdb:
            terms:
              - from: 2015-01-01
                rate: { value: 0.02, unit: 1/year, assumed: "for this test", range: [0.02, 0.03] }
                tenor: { value: 2, unit: years, assumed: "for this test", range: [2, 2] }
                grace: { value: 1, unit: years, assumed: "for this test", range: [0, 20] }
                shareFinanced: { value: 0.75, assumed: "for this test", range: [0.7, 0.8] }
                currency: USD
                fundingRate: { value: 0.03, unit: 1/year, assumed: "for this test", range: [0.02, 0.04] }
                guaranteeWaivable: true
        """;

    [Fact]
    public void A_replication_that_fails_becomes_rows_with_a_reason_and_the_others_stand()
    {
        using var folder = new Folder();
        folder.Write("hard.yaml", Scenario);
        string[] line = ["compare", "hard.yaml", "--uncertain", "--replications", "24", "--output", "json"];

        var failed = Bidsim.Run(folder.Here, [.. line, "--csv", "rows.csv", "--store", "s.db"]).ShouldHaveNoStackTrace();

        failed.Code.ShouldBe(1, failed.Error);
        var document = ExperimentDocument.Of(failed);
        document.Status.ShouldBe("failed");
        document.Failed.ShouldBeInRange(2, 46);
        (document.Done + document.Failed).ShouldBe(48);
        var reason = document.Failures[0]!["reason"]!.GetValue<string>();
        reason.ShouldContain("grace");
        failed.Error.ShouldContain($"{document.Failed} of 48 rows failed");
        failed.Error.ShouldContain(reason);
        document.Pairs.Single()!["measures"]!.AsArray().Max(measure => measure!["n"]!.GetValue<long>()).ShouldBe(document.Done / 2);

        var rows = folder.Read("rows.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(49);
        rows.Count(row => row.Contains(",failed,", StringComparison.Ordinal)).ShouldBe((int)document.Failed);
        ExperimentDocument.Of(Bidsim.Run(folder.Here, "results", "show", document.Id, "--store", "s.db", "--output", "json").ShouldBeDone()).WithoutRate.ShouldBe(document.WithoutRate);
    }
}
