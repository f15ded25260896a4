using System.Text;
using System.Text.Json;
using BidCompetitionSim.Scenarios.Designs;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Tests;

public class ExperimentFileTests
{
    private const string Good = """
        title: A title
        scenario: skrl
        replications: 10
        levers:
          - { name: a, arm: bilateral }
          - { name: b, arm: asean-led, set: [secretariat.strength=0.8] }
        uncertainties:
          - { name: secretariat.strength, levels: [0.2, 0.8] }
        design: { kind: full-factorial }

        """;

    public static TheoryData<string> Shipped => [.. ShippedRoot.Instance.Files("experiments/")];

    [Fact]
    public void A_file_says_what_it_says()
    {
        var text = Parse(Good).Text!;

        (text.Title, text.Question, text.Scenario, text.Seed, text.Replications, text.Uncertain).ShouldBe(("A title", "", "skrl", 1UL, 10, false));
        text.Levers.Select(lever => (lever.Name, lever.Arm)).ShouldBe([("a", "bilateral"), ("b", "asean-led")]);
        text.Levers[1].Set.ShouldBe(["secretariat.strength=0.8"]);
        text.Uncertainties.ShouldHaveSingleItem().Levels.ShouldBe([0.2, 0.8]);
        text.Design.Kind.ShouldBe(DesignKind.FullFactorial);
    }

    [Theory]
    [InlineData("title: A title\n", "", "e.yaml:1: found no title, expected title: Title, for people.")]
    [InlineData("replications: 10", "replications: 0", "e.yaml:3: replications: found '0', expected a whole number from 1 to 1000000000")]
    [InlineData("replications: 10", "replications: 1.5", "e.yaml:3: replications: found '1.5', expected a whole number from 1 to 1000000000")]
    [InlineData("replications: 10", "replications: 10\nseed: -1", "e.yaml:4: seed: found '-1', expected a whole number from 0 to 18446744073709551615")]
    [InlineData("replications: 10", "replications: 10\nuncertain: maybe", "e.yaml:4: uncertain: found 'maybe', expected true or false")]
    [InlineData("replications: 10", "replications: 10\noutcome: [cohesion]", "e.yaml:4: found the unknown key 'outcome', expected one of title, question, scenario, set, seed, replications, uncertain, levers, uncertainties, outcomes, design (did you mean outcomes?)")]
    [InlineData("kind: full-factorial", "kind: full-factorail", "e.yaml:9: design.kind: found 'full-factorail', expected base or full-factorial or latin-hypercube or sobol or one-at-a-time or points (did you mean full-factorial?)")]
    [InlineData("[0.2, 0.8]", "[0.2, much]", "e.yaml:8: uncertainties[0].levels[1]: found 'much', expected a number")]
    [InlineData("[0.2, 0.8]", "0.2", "e.yaml:8: uncertainties[0].levels: found '0.2', expected a list")]
    [InlineData("{ name: a, arm: bilateral }", "bilateral", "e.yaml:5: levers[0]: found 'bilateral', expected a map")]
    public void What_is_wrong_is_told_by_line_and_path(string from, string to, string problem)
    {
        var file = Parse(Good.Replace(from, to));

        file.Ok.ShouldBeFalse();
        file.Problems.ShouldHaveSingleItem().ToString().ShouldBe(problem);
    }

    [Fact]
    public void All_problems_come_at_once()
    {
        var file = Parse(Good.Replace("title: A title\n", "").Replace("replications: 10", "replications: ten").Replace("name: a, ", ""));

        file.Problems.Select(problem => problem.Line).ShouldBe([1, 2, 4]);
    }

    [Fact]
    public void An_experiment_that_is_not_there_is_told_with_those_that_are()
    {
        var problem = ExperimentFile.Load("secretariet").Problems.ShouldHaveSingleItem().ToString();

        problem.ShouldContain("no experiment of that name");
        problem.ShouldContain("did you mean secretariat?");
    }

    [Fact]
    public void A_scenario_may_lie_beside_the_file()
    {
        using var folder = new Folder();
        folder.With("mine.yaml", ScenarioTemplate.New("mine", "skrl")).With("experiments/e.yaml", Good.Replace("scenario: skrl", "scenario: ../mine.yaml"));

        ExperimentFile.Load(folder["experiments/e.yaml"]).LoadScenario().Scenario!.Id.ShouldBe("mine");
        ExperimentFile.Load("e", folder.Path).Text!.Title.ShouldBe("A title");
    }

    [Theory, MemberData(nameof(Shipped))]
    public void Every_shipped_experiment_loads_and_names_its_schema_in_the_first_line(string file)
    {
        Encoding.UTF8.GetString(ShippedRoot.Instance.Read(file)!).ShouldStartWith($"# yaml-language-server: $schema=../{ExperimentFileSchema.FileName}\n");
        ExperimentFile.Load(Path.GetFileNameWithoutExtension(file)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Shipped_experiments_are_listed_with_their_questions()
    {
        ShippedExperiments.List().Select(static one => one.Id).ShouldBe([
            "answer-to-a-loss", "border-interfaces", "concession-terms", "factory-asia-regimes", "jakarta-rounds", "pandemic-dates", "russia-regimes", "secretariat", "thai-hedging",
            "third-sponsor", "two-states",
        ]);
        ShippedExperiments.List().ShouldAllBe(static one => one.Title.Length > 0 && one.Question.EndsWith('?'));
    }

    /// <summary>Set BIDSIM_APPROVE=1 to write the schema anew after the records changed.</summary>
    [Fact]
    public void The_committed_schema_is_the_one_that_the_records_give()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "../../scenarios", ExperimentFileSchema.FileName);
        if (Environment.GetEnvironmentVariable("BIDSIM_APPROVE") == "1") File.WriteAllText(path, ExperimentFileSchema.Text());

        File.ReadAllText(path).ShouldBe(ExperimentFileSchema.Text());
    }

    [Fact]
    public void The_schema_asks_for_what_loading_asks_for()
    {
        using var schema = JsonDocument.Parse(ExperimentFileSchema.Text());

        schema.RootElement.GetProperty("required").EnumerateArray().Select(key => key.GetString()).ShouldBe(["title", "scenario", "replications", "levers"]);
        schema.RootElement.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    private static LoadedExperiment Parse(string text) => ExperimentFile.Parse("e.yaml", text);

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
