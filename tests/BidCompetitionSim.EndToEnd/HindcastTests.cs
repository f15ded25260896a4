using System.Text.Json.Nodes;

namespace BidCompetitionSim.EndToEnd;

public class HindcastTests
{
    [Fact]
    public void Estimated_weights_are_written_read_back_and_included_by_a_scenario_that_runs()
    {
        using var folder = new Folder();

        var fitted = Bidsim.Run(folder.Here, "hindcast", "--fit", "--weights", "weights.yaml", "--output", "json").ShouldBeDone();
        var document = JsonNode.Parse(fitted.Output)!;
        document["schema"]!.GetValue<string>().ShouldBe("bidsim/hindcast/2");
        document["leftOut"]!.GetValue<bool>().ShouldBeTrue();

        Bidsim.Run(folder.Here, "hindcast", "--fit", "--weights", "weights.yaml").ShouldBeDone().Error.ShouldContain("in place of what was there");
        Bidsim.Run(folder.Here, "hindcast", "--weights", "weights.yaml").ShouldBeDone().Output.ShouldContain("estimated on these");
        folder.Write("mine.yaml", "include: [\"shipped:jakarta-bandung.yaml\", weights.yaml]\nscenario: mine\n");
        Bidsim.Run(folder.Here, "scenario", "validate", "mine.yaml").ShouldBeDone();
        var chosen = JsonNode.Parse(Bidsim.Run(folder.Here, "run", "mine.yaml", "--output", "json").ShouldBeDone().Output)!;
        chosen["scenario"]!.GetValue<string>().ShouldBe("mine");
    }

    [Fact]
    public void A_table_of_somebody_s_own_is_predicted_whatever_it_leaves_out()
    {
        using var folder = new Folder();
        folder.Write("mine.csv", "id,host,sector,award_year\nnew-line,Vietnam,rail_hsr,2027\n");

        var told = Bidsim.Run(folder.Here, "hindcast", "mine.csv").ShouldBeDone().Output;

        told.ShouldContain("new-line");
        told.Split('\n').ShouldAllBe(static line => line.Length <= 80);
    }

    [Fact]
    public void Columns_can_be_ignored_and_numbers_set_to_see_what_a_score_owes_to_them()
    {
        var printed = Bidsim.Run("hindcast", "--ignore", "competed,planned_cost_usd_bn", "--set", "stateDefaults.weights.nobody=0").ShouldBeDone().Output;
        var told = string.Join(' ', printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        told.ShouldContain("without competed, planned_cost_usd_bn");
        told.ShouldContain("with stateDefaults.weights.nobody=0");
        Bidsim.Run("hindcast", "--ignore", "competed,host").ShouldBeRefused().Error.ShouldContain("--ignore: found host, expected some of name, award_year");
        Bidsim.Run("hindcast", "--set", "sponsors.chna.shade=1").ShouldBeRefused().Error.ShouldContain("did you mean china?");
    }

    [Fact]
    public void A_bad_table_and_bad_weights_are_refused_together_with_every_problem()
    {
        using var folder = new Folder();
        folder.Write("bad.csv", "id,host,sector\nx,Atlantis,metro\ny,Laos,$(rm -rf /)\n");

        var error = Bidsim.Run(folder.Here, "hindcast", "bad.csv", "--weights", "no.yaml").ShouldBeRefused().Error;

        error.ShouldContain("bad.csv:2: host: found 'Atlantis'");
        error.ShouldContain("bad.csv:3: sector: found '$(rm -rf /)'");
        error.ShouldContain("no.yaml: found no such file");
        Bidsim.Run(folder.Here, "hindcast", "../../../../../../dev/null").ShouldBeRefused().Error.ShouldContain("found no header");
        folder.Write("few.csv", "id,host,sector,winner\nx,Laos,metro,china\n");
        Bidsim.Run(folder.Here, "hindcast", "few.csv", "--fit").ShouldBeRefused().Error.ShouldContain("--fit: found 1 case with a winner");
    }
}
