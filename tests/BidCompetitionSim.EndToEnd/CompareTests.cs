namespace BidCompetitionSim.EndToEnd;

public class CompareTests
{
    private const string Few = "200";

    [Fact]
    public void A_comparison_is_told_with_its_intervals_in_any_width_of_eighty()
    {
        var told = Bidsim.Run("compare", "skrl", "--replications", "64").ShouldBeDone();

        told.Output.ShouldContain("In 64 paired replications");
        told.Output.ShouldContain("95 %");
        told.Output.ShouldContain("asean-led");
        told.Output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Progress_says_how_far_it_is_and_what_it_says_so_far_and_quiet_silences_it()
    {
        Bidsim.Run("compare", "skrl", "--replications", "64").ShouldBeDone().Error.ShouldMatch(@"of 128 rows, \d+/s; compatibility [+-]\d.* against bilateral");
        Bidsim.Run("compare", "jakarta-bandung", "--replications", "64").ShouldBeDone().Error.ShouldMatch(@"/s; viability [+-]\d"); // without a border, there is no compatibility
        Bidsim.Run("compare", "skrl", "--replications", "64", "--quiet").ShouldBeDone().Error.ShouldBeEmpty();
    }

    [Fact]
    public void Json_stands_alone_on_standard_output()
    {
        var document = Compare("--replications", Few);

        document.Text("schema").ShouldBe("bidsim/experiment/1");
        document.Status.ShouldBe("done");
        document.Done.ShouldBe(400);
        document["replicationsPerSecond"]!.GetValue<double>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void An_arm_differs_from_itself_by_exactly_nothing()
    {
        var document = Compare("--arms", "asean-led,asean-led", "--replications", Few);

        document.Arms.Select(arm => arm!["id"]!.GetValue<string>()).ShouldBe(["asean-led", "asean-led#2"]);
        var measures = document.Pairs.Single()!["measures"]!.AsArray();
        measures.Count.ShouldBeGreaterThan(40);
        foreach (var measure in measures)
            if (measure!["n"]!.GetValue<long>() > 0)
            {
                measure["meanDifference"]!.GetValue<double>().ShouldBe(0, measure.ToJsonString());
                measure["equal"]!.GetValue<double>().ShouldBe(1);
                measure["ci95"]?["low"]?.GetValue<double>().ShouldBe(0);
            }
    }

    [Fact]
    public void One_arm_alone_is_described_without_pairs()
    {
        var document = Compare("--arms", "spec-only", "--replications", Few);

        document.Arms.Count.ShouldBe(1);
        document.Pairs.Count.ShouldBe(0);
        Bidsim.Run("compare", "jakarta-bandung", "--arms", "spec-only", "--replications", Few).ShouldBeDone().Output.ShouldContain("spec-only");
    }

    [Fact]
    public void The_number_of_threads_changes_no_byte_of_the_rows_and_nothing_of_the_document_but_the_rate()
    {
        using var folder = new Folder();
        var documents = new[] { "1", "2", "3" }.Select(threads =>
            ExperimentDocument.Of(Bidsim.Run(folder.Here, "compare", "jakarta-bandung", "--replications", "500", "--threads", threads, "--csv", $"{threads}.csv", "--output", "json").ShouldBeDone()).WithoutRate).ToArray();

        documents[1].ShouldBe(documents[0]);
        documents[2].ShouldBe(documents[0]);
        folder.Read("2.csv").ShouldBe(folder.Read("1.csv"));
        folder.Read("3.csv").ShouldBe(folder.Read("1.csv"));
        folder.Read("1.csv").Count(letter => letter == '\n').ShouldBe(1001);
        Directory.GetFiles(folder.Path).Length.ShouldBe(3);
    }

    [Fact]
    public void A_wanted_precision_says_how_many_replications_there_are()
    {
        var wide = Compare("--until-half-width", "50", "--measure", "viability");
        wide.Replications.ShouldBe(1024);
        wide["stopping"]!["measure"]!.GetValue<string>().ShouldBe("viability");

        var narrow = Compare("--until-half-width", $"{Half(wide) * 0.8:R}", "--measure", "viability");
        narrow.Status.ShouldBe("done");
        (narrow.Replications % 1024).ShouldBe(0);
        narrow.Replications.ShouldBe(2048);
        narrow.Done.ShouldBe(4096);
        narrow["stopping"]!["halfWidth"]!.GetValue<double>().ShouldBeLessThanOrEqualTo(Half(wide) * 0.8);

        static double Half(ExperimentDocument document) => document["stopping"]!["halfWidth"]!.GetValue<double>();
    }

    [Fact]
    public void A_decomposition_goes_from_the_one_arm_to_the_other_step_by_step()
    {
        var document = Compare("--decompose", "--replications", Few);

        var steps = document["decomposition"]!.AsArray();
        steps.Count.ShouldBeGreaterThan(2);
        steps[0]!["from"]!.GetValue<string>().ShouldBe("bilateral");
        steps[^1]!["to"]!.GetValue<string>().ShouldBe("asean-led");
        var whole = document.Pairs.Single(pair => Is(pair!, "bilateral", "asean-led"))!;
        var sum = steps.Sum(step => Mean(document.Pairs.First(pair => Is(pair!, Name(step!, "from"), Name(step!, "to")))!));
        sum.ShouldBe(Mean(whole), 1e-9);

        static string Name(System.Text.Json.Nodes.JsonNode step, string end) => step[end]!.GetValue<string>();
        static bool Is(System.Text.Json.Nodes.JsonNode pair, string from, string to) => pair["from"]!.GetValue<string>() == from && pair["to"]!.GetValue<string>() == to;
        static double Mean(System.Text.Json.Nodes.JsonNode pair) => ExperimentDocument.Measure(pair, "viability")["meanDifference"]!.GetValue<double>();
    }

    [Fact]
    public void Assumed_numbers_are_drawn_on_request_the_same_in_both_arms_and_on_any_number_of_threads()
    {
        var uncertain = Compare("--uncertain", "--replications", "16", "--threads", "1");

        uncertain["uncertain"]!.GetValue<bool>().ShouldBeTrue();
        uncertain.WithoutRate.ShouldBe(Compare("--uncertain", "--replications", "16", "--threads", "2").WithoutRate);
        uncertain.Text("digest").ShouldNotBe(Compare("--replications", "16").Text("digest"));
        var same = Compare("--uncertain", "--replications", "16", "--arms", "bilateral,bilateral");
        ExperimentDocument.Measure(same.Pairs.Single()!, "viability")["meanDifference"]!.GetValue<double>().ShouldBe(0);
    }

    [Fact]
    public void A_report_is_one_page_that_asks_for_nothing_from_elsewhere()
    {
        using var folder = new Folder();

        Bidsim.Run(folder.Here, "compare", "jakarta-bandung", "--replications", Few, "--report", "report.html", "--influence", "1").ShouldBeDone();

        var page = folder.Read("report.html");
        page.ShouldContain("<h2>");
        page.ShouldContain("bidsim compare jakarta-bandung --replications 200 --report report.html --influence 1");
        page.ShouldContain("Which assumed numbers decide");
        page.ShouldNotMatch("""(src|href)="https?://""");
    }

    [Theory]
    [InlineData("--arms bilateral,asean-lead", "--arms:2: found 'asean-lead', expected an arm of jakarta-bandung: advisory, ", "(did you mean asean-led?)")]
    [InlineData("--arms bilateral,", "--arms:2: found ''", "asean-led")]
    [InlineData("--until-half-width 1 --measure viabilty", "--measure:1: found 'viabilty'", "(did you mean viability?)")]
    [InlineData("--until-half-width 0", "--until-half-width: found 0, expected a number above 0", "")]
    [InlineData("--until-half-width nan", "--until-half-width: found nan, expected a number above 0", "")]
    [InlineData("--measure viability", "--measure: found no --until-half-width beside it", "")]
    [InlineData("--until-half-width 1 --replications 10", "--until-half-width: found --replications beside it, expected one of them", "")]
    [InlineData("--replications 0", "--replications: found 0, expected a whole number from 1 to ", "")]
    [InlineData("--replications 5e9", "--replications: found 5e9, expected a whole number from 1 to ", "")]
    [InlineData("--replications 5000000000", "--replications: found 5000000000, expected a whole number from 1 to ", "")]
    [InlineData("--threads -1", "--threads: found -1, expected a whole number from 0 to ", "")]
    [InlineData("--seed 1.5", "--seed: found 1.5, expected a whole number from 0 to ", "")]
    [InlineData("--decompose --arms bilateral", "--arms:1: found one arm, expected two", "")]
    [InlineData("--resume", "--resume: found no --store beside it", "")]
    [InlineData("--influence 5", "--influence: found no --report beside it", "")]
    [InlineData("--csv /no/such/folder/rows.csv", "--csv: found /no/such/folder/rows.csv, expected a file that can be written", "")]
    [InlineData("--report /no/such/folder/report.html", "--report: found /no/such/folder/report.html, expected a file that can be written", "")]
    [InlineData("--store /no/such/folder/store.db", "--store: /no/such/folder/store.db", "")]
    [InlineData("--csv same --report same", "--report: found same, which --csv names, too", "")]
    [InlineData("--set secretariat.strength=9", "--set:1: secretariat.strength", "")]
    public void What_makes_no_sense_is_refused_before_any_work(string options, string start, string within)
    {
        var refused = Bidsim.Run(["compare", "jakarta-bandung", .. options.Split(' ')]).ShouldBeRefused();

        refused.Error.ShouldStartWith(start);
        refused.Error.ShouldContain(within);
        refused.Error.ShouldNotMatch(@"\d/s");
        refused.Output.ShouldBeEmpty();
    }

    private static ExperimentDocument Compare(params string[] options) =>
        ExperimentDocument.Of(Bidsim.Run(["compare", "jakarta-bandung", "--output", "json", .. options]).ShouldBeDone());
}
