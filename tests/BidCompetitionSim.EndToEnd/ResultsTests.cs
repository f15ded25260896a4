using System.IO.Compression;
using System.Text.Json.Nodes;

namespace BidCompetitionSim.EndToEnd;

/// <summary>What is stored can be listed, told again, handed on, and played again by anybody.</summary>
public sealed class ResultsTests : IDisposable
{
    private const string Experiment =
        """
        title: A weaker or a stronger Secretariat
        scenario: jakarta-bandung
        replications: 20
        levers:
          - { name: bilateral, arm: bilateral }
          - { name: led, arm: asean-led, set: [secretariat.strength=0.9] }
        uncertainties:
          - { name: stateDefaults.weights.concession }
        design: { kind: full-factorial, levels: 3 }
        """;

    private readonly Folder _folder = new();

    [Fact]
    public void An_experiment_is_stored_listed_told_again_and_exported()
    {
        var played = Play("--csv", "rows.csv");
        var document = ExperimentDocument.Of(played);
        document["points"]!.AsArray().Count.ShouldBe(3);

        Run("results", "list").Output.ShouldMatch($"^{document.Id}  .* done, 120 rows");
        ExperimentDocument.Of(Run("results", "show", document.Id[..6], "--output", "json")).WithoutRate.ShouldBe(document.WithoutRate);
        Run("results", "show", document.Id).Output.ShouldContain("A weaker or a stronger Secretariat");
        Run("results", "export", document.Id, "--csv", "again.csv", "--ema", "ema.tar.gz");
        _folder.Read("again.csv").ShouldBe(_folder.Read("rows.csv"));
        new FileInfo(At("ema.tar.gz")).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void A_stored_experiment_keeps_the_description_of_its_model_and_hands_it_on_in_the_bundle()
    {
        var id = ExperimentDocument.Of(Play()).Id;
        var odd = Run("results", "odd", id).Output;

        odd.ShouldStartWith("# ");
        odd.ShouldContain("| led | asean-led |  | secretariat.strength=0.9 |");
        odd.ShouldContain("| stateDefaults.weights.concession | ");
        JsonNode.Parse(Run("results", "odd", id, "--output", "json").Output)!["markdown"]!.GetValue<string>().ShouldBe(odd);
        Run("results", "bundle", id, "with.zip");
        using var zip = ZipFile.OpenRead(At("with.zip"));
        using var reader = new StreamReader(zip.GetEntry("odd.md")!.Open());
        reader.ReadToEnd().ShouldBe(odd);
    }

    [Fact]
    public void Every_row_of_a_stored_experiment_can_be_told_as_a_run()
    {
        var id = ExperimentDocument.Of(Play("--csv", "rows.csv")).Id;
        var rows = _folder.Read("rows.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')).ToArray();
        int viability = Array.IndexOf(rows[0], "viability"), arm = Array.IndexOf(rows[0], "arm"), replication = Array.IndexOf(rows[0], "replication"), point = Array.IndexOf(rows[0], "point");

        foreach (var row in new[] { rows[1], rows[58], rows[120] })
        {
            var run = JsonNode.Parse(Run("run", "--from-result", id, "--point", row[point], "--arm", row[arm], "--replication", row[replication], "--output", "json").Output)!;
            run["scores"]!["viability"]!.GetValue<double>().ShouldBe(double.Parse(row[viability]));
        }
        Bidsim.Run(_folder.Here, "run", "--from-result", id, "--arm", "asean-led").ShouldBeRefused().Error.ShouldStartWith("--arm: found asean-led, expected an arm of the experiment: bilateral, led");
        Bidsim.Run(_folder.Here, "run", "--from-result", id, "--point", "3").ShouldBeRefused().Error.ShouldStartWith("--point: found 3");
        Bidsim.Run(_folder.Here, "run", "--from-result", id, "--replication", "20").ShouldBeRefused().Error.ShouldStartWith("--replication: found 20");
        Bidsim.Run(_folder.Here, "run", "--from-result", id, "--seed", "3").ShouldBeRefused().Error.ShouldStartWith("--seed: found beside --from-result");
    }

    [Fact]
    public void A_run_from_a_result_is_held_against_what_is_stored()
    {
        var id = ExperimentDocument.Of(Play()).Id;
        string[] again = ["run", "--from-result", id, "--arm", "led", "--replication", "3"];
        Run(again).Error.ShouldContain("Its outcome is the stored one, to the last bit.");

        using (var store = new SqliteFile(At("bidsim.db"))) store.Execute("UPDATE outcome_1 SET fingerprint = fingerprint + 1 WHERE replication = 3");

        var differs = Bidsim.Run(_folder.Here, again).ShouldHaveNoStackTrace();
        differs.Code.ShouldBe(1);
        differs.Error.ShouldContain("bidsim: this run is not the stored one: its outcome has the fingerprint ");
        differs.Output.ShouldContain("Digest ");
    }

    [Fact]
    public void Going_on_with_an_experiment_keeps_the_description_that_it_has()
    {
        var id = ExperimentDocument.Of(Play()).Id;
        using (var store = new SqliteFile(At("bidsim.db"))) store.Execute("UPDATE experiment SET odd = NULL; DELETE FROM outcome_1 WHERE point = 2");

        Play("--resume");

        Bidsim.Run(_folder.Here, "results", "odd", id).ShouldBeRefused().Error.ShouldContain("keeps no protocol");
    }

    [Fact]
    public void A_bundle_is_played_again_where_neither_files_nor_store_are()
    {
        var id = ExperimentDocument.Of(Play()).Id;
        Run("results", "bundle", id, "paper.zip").Output.ShouldContain("bidsim verify paper.zip");
        using var elsewhere = new Folder();
        File.Move(At("paper.zip"), Path.Combine(elsewhere.Path, "paper.zip"));

        Bidsim.Run(elsewhere.Here, "verify", "paper.zip").ShouldBeDone().Output.ShouldContain("all 120 rows are the same to the last bit");
        Bidsim.Run(elsewhere.Here, "verify", "paper.zip", "--replications", "5").ShouldBeDone().Output.ShouldContain("of 120 are the same");
        var document = JsonNode.Parse(Bidsim.Run(elsewhere.Here, "verify", "paper.zip", "--output", "json").ShouldBeDone().Output)!;
        document["same"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void A_bundle_whose_rows_were_changed_is_no_bundle()
    {
        var id = ExperimentDocument.Of(Play()).Id;
        Run("results", "bundle", id, "paper.zip");
        using (var zip = ZipFile.Open(At("paper.zip"), ZipArchiveMode.Update))
        {
            var rows = zip.GetEntry("rows.csv")!;
            string text;
            using (var reader = new StreamReader(rows.Open())) text = reader.ReadToEnd();
            using var writer = new StreamWriter(rows.Open());
            writer.Write(text.Replace("china", "japan"));
        }

        var refused = Bidsim.Run(_folder.Here, "verify", "paper.zip").ShouldBeRefused();
        refused.Error.ShouldContain("paper.zip: rows.csv");
        Bidsim.Run(_folder.Here, "verify", "experiment.yaml").ShouldBeRefused().Error.ShouldStartWith("experiment.yaml: ");
        Bidsim.Run(_folder.Here, "verify", "nothing.zip").ShouldBeRefused().Error.ShouldStartWith("nothing.zip: ");
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        Play();
        foreach (var (line, words) in new[]
        {
            ("results show 0000", "there is no experiment 0000"),
            ("results odd x", "there is no experiment x. Name one of x"),
            ("results odd ", "an empty id names no experiment. Name one of x"),
            ("results export 0000", "expected --csv FILE.csv or --ema FILE.tar.gz"),
            ("results list --store nothing.db", "nothing.db: there is no such file"),
            ("run --from-result 0000", "there is no experiment 0000"),
            ("run", "bidsim run: found no scenario"),
            ("experiment nothing", "nothing: found no experiment of that name"),
            ("experiment experiment.yaml --replications 0", "--replications: found 0"),
        }) Bidsim.Run(_folder.Here, line.Split(' ')).ShouldBeRefused().Error.ShouldContain(words);
    }

    public void Dispose() => _folder.Dispose();

    private string At(string name) => Path.Combine(_folder.Path, name);

    private Finished Play(params string[] options)
    {
        _folder.Write("experiment.yaml", Experiment);
        return Run(["experiment", "experiment.yaml", "--output", "json", .. options]);
    }

    private Finished Run(params string[] line) => Bidsim.Run(_folder.Here, line).ShouldBeDone();
}
