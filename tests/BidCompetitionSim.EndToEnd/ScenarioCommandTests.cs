using System.Text.Json;

namespace BidCompetitionSim.EndToEnd;

public class ScenarioCommandTests
{
    [Fact]
    public void The_shipped_scenarios_are_listed_from_any_folder()
    {
        using var folder = new Folder();

        var list = Bidsim.Run(folder.Here, "scenario", "list").ShouldBeDone();

        list.Output.ShouldContain("skrl");
        list.Error.ShouldBeEmpty();
    }

    [Fact]
    public void The_list_is_one_json_document_when_asked_for()
    {
        using var list = JsonDocument.Parse(Bidsim.Run("scenario", "list", "--output", "json").ShouldBeDone().Output);

        list.RootElement.GetProperty("schema").GetString().ShouldBe("bidsim/scenarios/1");
        list.RootElement.GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("id").GetString()).ShouldContain("skrl");
    }

    [Fact]
    public void The_shipped_scenarios_are_sound() => Bidsim.Run("scenario", "validate", "skrl", "jakarta-bandung").ShouldBeDone();

    [Fact]
    public void A_new_scenario_is_sound_as_written_and_never_overwrites_a_file()
    {
        using var folder = new Folder();

        Bidsim.Run(folder.Here, "scenario", "new", "mine", "--from", "skrl").ShouldBeDone();
        Bidsim.Run(folder.Here, "scenario", "validate", "mine.yaml").ShouldBeDone();
        var written = folder.Read("mine.yaml");
        Bidsim.Run(folder.Here, "scenario", "new", "mine", "--from", "skrl").ShouldBeRefused();

        folder.Read("mine.yaml").ShouldBe(written);
    }

    [Fact]
    public void What_sponsors_learnt_is_kept_in_a_file_that_a_scenario_includes()
    {
        using var folder = new Folder();

        Bidsim.Run(folder.Here, "scenario", "train", "jakarta-bandung", "--rounds", "5", "--to", "learnt.yaml").ShouldBeDone().Output.ShouldContain("5 rounds");
        Bidsim.Run(folder.Here, "scenario", "new", "mine", "--from", "jakarta-bandung").ShouldBeDone();
        folder.Write("mine.yaml", folder.Read("mine.yaml").Replace("jakarta-bandung.yaml\"]", "jakarta-bandung.yaml\", learnt.yaml]", StringComparison.Ordinal));

        var run = Bidsim.Run(folder.Here, "run", "mine.yaml", "--bus", "direct", "--output", "json").ShouldBeDone();
        Bidsim.Run(folder.Here, "run", "mine.yaml", "--output", "json").ShouldBeDone().Output.ShouldBe(run.Output);
        Bidsim.Run(folder.Here, "scenario", "train", "jakarta-bandung", "--sponsor", "atlantis", "--to", "x.yaml").ShouldBeRefused().Error.ShouldContain("china, japan");
    }

    [Fact]
    public void A_training_says_what_it_learnt_from_and_writes_over_nothing_but_its_own()
    {
        using var folder = new Folder();
        Finished Train(params string[] more) => Bidsim.Run(folder.Here, ["scenario", "train", "kl-singapore-hsr", "--rounds", "5", "--to", "learnt.yaml", .. more]);

        var first = Train("--arm", "spec-only").ShouldBeDone().Output;
        first.ShouldContain("arm spec-only");
        first.ShouldContain("Choices learnt from, by situation");
        first.ShouldContain("never");
        Train().ShouldBeDone();
        folder.Read("learnt.yaml").ShouldContain("arm bilateral");
        folder.Write("learnt.yaml", "scenario: mine\n");
        Train().ShouldBeRefused().Error.ShouldContain("learnt.yaml is there already");
        folder.Read("learnt.yaml").ShouldBe("scenario: mine\n");
        Train("--arm", "consortium").ShouldBeRefused().Error.ShouldContain("two sponsors make one bid");
    }

    [Fact]
    public void A_policy_included_before_its_scenario_is_a_problem_where_it_is_written()
    {
        using var folder = new Folder();
        Bidsim.Run(folder.Here, "scenario", "train", "jakarta-bandung", "--rounds", "5", "--to", "learnt.yaml").ShouldBeDone();
        folder.Write("mine.yaml", "include: [learnt.yaml, \"shipped:jakarta-bandung.yaml\"]\nscenario: mine\n");

        Bidsim.Run(folder.Here, "scenario", "validate", "mine.yaml").ShouldBeRefused().Error.ShouldContain("learnt.yaml:12: learnedPolicies.china: found a policy that china does not play");
    }

    [Fact]
    public void Scenarios_that_differ_in_ranges_alone_are_not_the_same_under_uncertainty()
    {
        using var folder = new Folder();
        folder.Write("mine.yaml", "include: [\"shipped:third-country-2018.yaml\"]\nbidding: { jointOpenness: { value: 0.5, assumed: narrower, range: [0.3, 0.6] } }\n");

        var diff = Bidsim.Run(folder.Here, "scenario", "diff", "third-country-2018", "mine.yaml").ShouldBeDone().Output;

        diff.ShouldContain("every value in force is equal");
        diff.ShouldContain("Under --uncertain they do not run the same");
        diff.ShouldContain("bidding.jointOpenness\n    0.05 to 1 → 0.3 to 0.6\n");
        using var document = JsonDocument.Parse(Bidsim.Run(folder.Here, "scenario", "diff", "third-country-2018", "mine.yaml", "--output", "json").ShouldBeDone().Output);
        document.RootElement.GetProperty("ranges").EnumerateArray().ShouldHaveSingleItem().GetProperty("second").GetProperty("low").GetDouble().ShouldBe(0.3);
    }

    [Fact]
    public void Numbers_that_differ_are_told_apart()
    {
        var diff = Bidsim.Run("scenario", "diff", "third-country-2018", "third-country-2018", "--set", "bidding.jointOpenness=0.5000000000000001").ShouldBeDone().Output;

        diff.ShouldContain("0.5 → 0.5000000000000001");
    }

    [Fact]
    public void A_new_scenario_needs_a_shipped_one_and_a_proper_name()
    {
        using var folder = new Folder();

        Bidsim.Run(folder.Here, "scenario", "new", "mine", "--from", "atlantis").ShouldBeRefused().Error.ShouldContain("skrl");
        Bidsim.Run(folder.Here, "scenario", "new", "../mine", "--from", "skrl").ShouldBeRefused();
    }

    [Fact]
    public void A_scenario_is_described_as_it_runs()
    {
        var odd = Bidsim.Run("scenario", "odd", "jakarta-bandung", "--set", "delivery.delayMean=1.5").ShouldBeDone();

        odd.Output.ShouldContain("## 7 Submodels");
        odd.Output.ShouldContain("| delayMean | 1.5 |");
        odd.Error.ShouldBeEmpty();
        Bidsim.Run("scenario", "odd", "atlantis").ShouldBeRefused().Error.ShouldContain("skrl");
    }

    [Fact]
    public void Two_scenarios_differ_in_what_runs()
    {
        using var folder = new Folder();
        Bidsim.Run(folder.Here, "scenario", "new", "mine", "--from", "jakarta-bandung").ShouldBeDone();

        Bidsim.Run(folder.Here, "scenario", "diff", "jakarta-bandung", "jakarta-bandung").ShouldBeDone().Output.ShouldContain("They run the same");
        var diff = Bidsim.Run(folder.Here, "scenario", "diff", "jakarta-bandung", "mine.yaml", "--set", "delivery.delayMean=1.5").ShouldBeDone().Output;
        diff.ShouldContain("delivery.delayMean\n    1.34 → 1.5\n");
        diff.ShouldContain("changed, 0 only in A, 0 only in B.");
        Bidsim.Run("scenario", "diff", "skrl", "atlantis").ShouldBeRefused().Error.ShouldContain("atlantis");
        Bidsim.Run("scenario", "diff", "skrl").ShouldBeRefused();
    }

    [Fact]
    public void The_schema_is_json()
    {
        using var schema = JsonDocument.Parse(Bidsim.Run("scenario", "schema").ShouldBeDone().Output);

        schema.RootElement.TryGetProperty("$defs", out _).ShouldBeTrue();
    }

    [Fact]
    public void Every_problem_of_a_file_is_listed_with_its_line_and_a_likely_meaning()
    {
        using var folder = new Folder();
        folder.Write("bad.yaml", "include: [\"shipped:skrl.yaml\"]\nscenario: bad\ntitel: Oops\nhorizon: { value: -3, unit: years, assumed: x, range: [1, 2] }\n");

        var refused = Bidsim.Run(folder.Here, "scenario", "validate", "bad.yaml").ShouldBeRefused();

        refused.Error.ShouldContain("bad.yaml:3: ");
        refused.Error.ShouldContain("title");
        refused.Error.ShouldContain("bad.yaml:4: horizon");
        refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.Contains(": found ") && line.Contains(", expected "));
    }

    [Fact]
    public void Problems_are_json_too()
    {
        using var folder = new Folder();
        folder.Write("bad.yaml", "include: [\"shipped:skrl.yaml\"]\nscenario: bad\ntitel: Oops\n");

        var refused = Bidsim.Run(folder.Here, "scenario", "validate", "bad.yaml", "--output", "json");

        refused.Code.ShouldBe(2);
        using var document = JsonDocument.Parse(refused.Output);
        document.RootElement.GetProperty("files")[0].GetProperty("problems")[0].GetProperty("line").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void Assumed_numbers_are_ranked_by_what_they_move()
    {
        using var report = JsonDocument.Parse(
            Bidsim.Run("scenario", "explain", "jakarta-bandung", "--replications", "1", "--output", "json").ShouldBeDone().Output);

        var influence = report.RootElement.GetProperty("influence");
        var swings = influence.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("largestScoreSwing").GetDouble()).ToArray();
        swings.Length.ShouldBe(report.RootElement.GetProperty("counts").GetProperty("assumed").GetInt32());
        swings[0].ShouldBeGreaterThan(0);
        swings.ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Every_number_is_explained_and_can_be_set_by_the_path_shown()
    {
        using var report = JsonDocument.Parse(Bidsim.Run("scenario", "explain", "skrl", "--replications", "0", "--output", "json").ShouldBeDone().Output);

        var counts = report.RootElement.GetProperty("counts");
        var all = report.RootElement.GetProperty("parameters").GetArrayLength();
        (counts.GetProperty("sourced").GetInt32() + counts.GetProperty("derived").GetInt32() + counts.GetProperty("assumed").GetInt32()).ShouldBe(all);
        Bidsim.Run("scenario", "explain", "skrl", "--replications", "0").ShouldBeDone().Output.ShouldContain("secretariat.strength = 0.4");
        Bidsim.Run("scenario", "explain", "skrl", "--replications", "0", "--set", "secretariat.strength=0.5").ShouldBeDone().Output.ShouldContain("secretariat.strength = 0.5");
    }
}
