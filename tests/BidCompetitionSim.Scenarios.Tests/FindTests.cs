using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Scenarios.Tests;

public sealed class FindTests : IDisposable
{
    private static readonly string Valid = ScenarioText.Of(Some.Scenario());

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_path_is_taken_as_it_is()
    {
        _folder.With("some.yaml", Valid);

        var loaded = ScenarioFile.Load(_folder["some.yaml"]);

        loaded.Problems.ShouldBeEmpty();
        loaded.FoundAt.ShouldEndWith("some.yaml");
    }

    [Fact]
    public void A_name_is_looked_for_in_the_folder_given_before_what_is_shipped()
    {
        _folder.With("skrl.yaml", Valid);

        ScenarioFile.Load("skrl", new LoadOptions { Folder = _folder.Path }).Scenario!.Id.ShouldBe("some");
        ScenarioFile.Load("skrl").ShouldSatisfyAllConditions(
            loaded => loaded.FoundAt.ShouldBe("shipped:skrl.yaml"),
            loaded => loaded.Scenario!.Id.ShouldBe("skrl"));
    }

    [Theory]
    [InlineData("skrll", "no scenario of that name in scenarios or among the shipped ones", "did you mean skrl?")]
    [InlineData("../skrl", "no such file", "did you mean skrl?")]
    [InlineData("data/states", "no such file", null)]
    [InlineData("scenarios/skrll.yaml", "no such file", "did you mean skrl?")]
    [InlineData("..", "a folder", null)]
    [InlineData("", "no name", null)]
    public void A_name_that_is_nowhere_lists_what_there_is(string name, string found, string? hint)
    {
        var problem = ScenarioFile.Load(name).Problems.ShouldHaveSingleItem();

        problem.Expected.ShouldContain("jakarta-bandung, ");
        problem.Expected.ShouldContain(", skrl");
        problem.Hint.ShouldBe(hint);
        problem.Found.ShouldBe(found);
        problem.Line.ShouldBe(0);
        problem.ToString().ShouldStartWith($"{(name.Length == 0 ? "scenario" : name)}: found ");
    }

    [Fact]
    public void A_name_that_is_nowhere_says_where_it_was_looked_for()
    {
        _folder.With("corridor.yaml", Valid);

        var problem = ScenarioFile.Load("coridor", new LoadOptions { Folder = _folder.Path }).Problems.ShouldHaveSingleItem();

        problem.Found.ShouldBe($"no scenario of that name in {_folder.Path}, scenarios or among the shipped ones");
        problem.Hint.ShouldBe("did you mean corridor?");
    }

    [Theory]
    [InlineData("missing", "which is not there")]
    [InlineData("some.yaml", "which is a file")]
    public void A_folder_of_scenarios_that_is_none_is_told(string folder, string found)
    {
        _folder.With("some.yaml", Valid);

        foreach (var name in (string[])["skrl", _folder["some.yaml"]])
            ScenarioFile.Load(name, new LoadOptions { Folder = _folder[folder] }).Problems.ShouldHaveSingleItem().ToString()
                .ShouldBe($"--scenarios: found '{_folder[folder]}', {found}, expected a folder of scenarios");
    }

    [Fact]
    public void A_link_that_is_named_is_followed_and_includes_from_where_it_leads()
    {
        using var elsewhere = new Folder().With("data/base.yaml", Valid).With("top.yaml", "include: [data/base.yaml]\n");
        File.CreateSymbolicLink(_folder["link.yaml"], elsewhere["top.yaml"]);

        ScenarioFile.Load(_folder["link.yaml"]).Problems.ShouldBeEmpty();
        ScenarioFile.Load("link", new LoadOptions { Folder = _folder.Path }).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_link_to_nothing_is_called_so()
    {
        File.CreateSymbolicLink(_folder["link.yaml"], _folder["gone.yaml"]);

        ScenarioFile.Load(_folder["link.yaml"]).Problems.ShouldHaveSingleItem().Found.ShouldBe($"a file that cannot be read: a link to {_folder["gone.yaml"]}, where no file is");
    }

    [Fact]
    public void Included_files_come_in_order_and_the_file_itself_last()
    {
        _folder.With("data/base.yaml", Valid).With("data/over.yaml", "title: Over\nquestion: Over?\n")
            .With("top.yaml", "include: [data/base.yaml, data/over.yaml]\nquestion: Top?\n");

        var scenario = ScenarioFile.Load(_folder["top.yaml"]).Scenario!;

        (scenario.Id, scenario.Title, scenario.Question).ShouldBe(("some", "Over", "Top?"));
    }

    [Theory]
    [InlineData("../outside.yaml", "top.yaml:1: include: found '../outside.yaml', expected a relative path that stays inside its own folder")]
    [InlineData("/etc/passwd", "expected a relative path that stays inside its own folder")]
    [InlineData("data/../../outside.yaml", "expected a relative path that stays inside its own folder")]
    [InlineData("\"shipped:../skrl.yaml\"", "expected a relative path that stays inside its own folder")]
    [InlineData("http://example.org/x.yaml", "expected a relative path that stays inside its own folder")]
    [InlineData("top.yaml", "expected no cycle of includes")]
    [InlineData("cycle.yaml", "cycle.yaml:1: include: found 'top.yaml', expected no cycle of includes")]
    [InlineData("basse.yaml", "no file")]
    [InlineData("link.yaml", "found a file that cannot be read: link.yaml is a link out of its folder")]
    [InlineData("linked/outside.yaml", "found a file that cannot be read: linked/outside.yaml is a link out of its folder")]
    [InlineData("linked", "found a file that cannot be read: a folder")]
    [InlineData("{ a: b }", "expected a relative path")]
    public void What_cannot_be_included_is_told(string include, string expected)
    {
        using var outside = new Folder().With("outside.yaml", "title: Outside\n");
        _folder.With("top.yaml", $"include: [{include}]\n").With("cycle.yaml", "include: [top.yaml]\n").With("base.yaml", "title: Base\n");
        File.CreateSymbolicLink(_folder["link.yaml"], outside["outside.yaml"]);
        Directory.CreateSymbolicLink(_folder["linked"], outside.Path);

        var problems = ScenarioFile.Load(_folder["top.yaml"]).Problems;

        problems.ShouldContain(problem => problem.ToString().Contains(expected, StringComparison.Ordinal), string.Join("\n", problems));
        problems.ShouldNotContain(problem => problem.ToString().Contains("Outside", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_names_the_nearest()
    {
        _folder.With("top.yaml", "include: [basse.yaml, data/sttes.yaml]\n").With("base.yaml", "title: Base\n").With("data/states.yaml", "title: States\n");

        ScenarioFile.Load(_folder["top.yaml"]).Problems.Select(problem => problem.Hint).ShouldBe(["did you mean base.yaml?", "did you mean data/states.yaml?"]);
    }

    [Fact]
    public void Many_files_are_refused()
    {
        for (var i = 0; i < Limits.Files + 1; i++) _folder.With($"f{i}.yaml", "title: T\n");
        _folder.With("top.yaml", $"include: [{string.Join(", ", Enumerable.Range(0, Limits.Files + 1).Select(i => $"f{i}.yaml"))}]\n");

        ScenarioFile.Load(_folder["top.yaml"]).Problems.ShouldContain(problem => problem.Expected == $"at most {Limits.Files} files");
    }

    [Fact]
    public void An_endless_device_ends() =>
        ScenarioFile.Load("/dev/zero").Problems.ShouldHaveSingleItem().Found.ShouldBe($"more than {Limits.FileBytes:N0} bytes");
}
