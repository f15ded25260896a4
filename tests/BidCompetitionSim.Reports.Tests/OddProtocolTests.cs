using System.Text.RegularExpressions;
using BidCompetitionSim.Reports.Odd;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Describing;

namespace BidCompetitionSim.Reports.Tests;

public partial class OddProtocolTests
{
    private static readonly LoadedScenario Loaded = ScenarioFile.Load("jakarta-bandung");
    private static readonly string Protocol = OddProtocol.Text(Loaded);

    [Fact]
    public void It_has_the_seven_elements_of_the_form_in_their_order() =>
        Headings().Matches(Protocol).Select(static heading => heading.Value).Where(static heading => char.IsAsciiDigit(heading[3])).ShouldBe(
        [
            "## 1 Purpose and patterns", "## 2 Entities, state variables and scales", "## 3 Process overview and scheduling", "## 4 Design concepts",
            "## 5 Initialization", "## 6 Input data", "## 7 Submodels",
        ]);

    [Fact]
    public void Every_table_of_values_is_there_once()
    {
        foreach (var table in ScenarioValues.Of(Loaded.Scenario!).All.Select(static value => value.Table).Where(static table => table.Length > 0).Distinct())
            Regex.Count(Protocol, Regex.Escape($"**Values: `{table}`**")).ShouldBe(1, table);
    }

    [Fact]
    public void A_value_that_is_overridden_is_the_one_described_and_who_overrode_it_is_told()
    {
        var varied = OddProtocol.Text(Loaded.With(["delivery.delayMean=1.5"]));

        Protocol.ShouldContain("| delayMean | 1.34 |");
        varied.ShouldContain("| delayMean | 1.5 |");
        varied.ShouldContain("Overrides: delivery.delayMean=1.5.");
    }

    [Fact]
    public void Why_a_number_is_what_it_is_stands_beside_it_and_every_source_used_is_cited()
    {
        var used = ScenarioValues.Of(Loaded.Scenario!).All.Select(static value => value.Path).ToHashSet();
        var inForce = Loaded.Provenance.Parameters.Where(parameter => parameter.Paths.Any(used.Contains)).ToArray();

        inForce.Length.ShouldBeGreaterThan(400);
        foreach (var parameter in inForce) Protocol.ShouldContain($"| {Escaped(parameter.Name)} | ");
        foreach (var source in inForce.SelectMany(static parameter => parameter.Sources).Distinct()) Protocol.ShouldContain($"\n| {Escaped(source)} | ");
    }

    [Fact]
    public void What_is_only_planned_is_not_described_and_no_link_leads_out_of_the_project()
    {
        Protocol.ShouldNotContain("*Planned", Case.Sensitive);
        Protocol.ShouldNotContain("](");
    }

    [Fact]
    public void Text_of_a_file_is_text_and_no_markup()
    {
        var hostile = Loaded.With(["title='a | b <script> [x](y) `c` # d'"]);

        var title = OddProtocol.Text(hostile).Split('\n')[0];

        title.ShouldBe(@"# a \| b \<script\> \[x\](y) \`c\` \# d: ODD protocol");
    }

    [Fact]
    public void It_is_the_same_every_time() => OddProtocol.Text(ScenarioFile.Load("jakarta-bandung")).ShouldBe(Protocol);

    private static string Escaped(string text) => Regex.Replace(text, @"[\\`*_\[\]<>|#]", @"\$0");

    [GeneratedRegex("^## .*$", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
