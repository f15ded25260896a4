namespace BidCompetitionSim.Store.Bundles;

/// <summary>What a stranger reads first.</summary>
internal static class BundleReadme
{
    public static string Of(StoredExperiment experiment) =>
        $"""
        {experiment.Plan.Title}
        Experiment {experiment.Plan.Experiment} of bidsim (BidCompetitionSim): a stylised what-if, never a forecast.

        plan.json      what was compared and varied, the seed, and what the columns of the rows mean
        scenario.yaml  the scenario: every number with its source, or why it is assumed and how far it may vary
        scenario.json  the same resolved to the numbers that were played; its SHA-256 is scenarioHash
        odd.md         the model as it was played, in the ODD form (Grimm et al. 2020), for an appendix; not there if an older program stored it
        rows.csv       one line a replication and arm; status "failed" has a reason instead of numbers
        manifest.json  length and SHA-256 of every file, the digest of the rows, and who wrote them with what

        With the program: bidsim verify THIS.zip plays it again and compares every row to the last bit.
        Without it: compare each file's SHA-256 (sha256sum) with the manifest's, scenario.json's with scenarioHash; then
        compute any mean or difference from rows.csv, where arms of one point and replication share their draws.

        """;
}
