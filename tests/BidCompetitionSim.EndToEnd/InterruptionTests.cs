using System.Text.Json.Nodes;

namespace BidCompetitionSim.EndToEnd;

/// <summary>Whatever interrupts an experiment, what was finished is kept, and going on ends as if nothing had happened.</summary>
public class InterruptionTests
{
    private static readonly string[] Long = ["compare", "jakarta-bandung", "--replications", "6000", "--output", "json"];

    private static readonly Lazy<string> Uninterrupted = new(() => ExperimentDocument.Of(Bidsim.Run(Long).ShouldBeDone()).WithoutRate);

    [Fact]
    public void Killed_in_the_middle_and_resumed_it_ends_with_exactly_the_document_of_an_uninterrupted_one()
    {
        using var folder = new Folder();
        Kill(folder);
        RowsIn(folder).ShouldBeInRange(2, 11_999);

        var resumed = Bidsim.Run(folder.Here, [.. Long, "--store", "s.db", "--resume", "--csv", "resumed.csv"]).ShouldBeDone();

        ExperimentDocument.Of(resumed).WithoutRate.ShouldBe(Uninterrupted.Value);
        Bidsim.Run(folder.Here, [.. Long, "--csv", "straight.csv"]).ShouldBeDone();
        folder.Read("resumed.csv").ShouldBe(folder.Read("straight.csv"));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Stopped_by_a_signal_it_tells_what_is_finished_says_how_to_go_on_and_goes_on(string signal)
    {
        using var folder = new Folder();
        using var running = Running.Start(folder.Here, [.. Long, "--store", "s.db", "--csv", "rows.csv", "--report", "report.html"]);
        running.WaitFor("rows");
        running.Signal(signal);
        var stopped = running.End().ShouldHaveNoStackTrace();

        stopped.Code.ShouldBe(3, stopped.Error);
        stopped.Error.ShouldContain("--resume");
        var document = ExperimentDocument.Of(stopped);
        document.Status.ShouldBe("stopped");
        document.Done.ShouldBeInRange(2, 11_999);
        RowsIn(folder).ShouldBe(document.Done);
        folder.Read("rows.csv").Count(letter => letter == '\n').ShouldBe((int)document.Done + 1);
        folder.Read("report.html").ShouldContain("Stopped");

        var resumed = Bidsim.Run(folder.Here, [.. Long, "--store", "s.db", "--resume"]).ShouldBeDone();
        ExperimentDocument.Of(resumed).WithoutRate.ShouldBe(Uninterrupted.Value);
    }

    [Fact]
    public void Stopped_without_a_store_it_tells_what_is_finished()
    {
        using var running = Running.Start(new Surroundings(), Long);
        running.WaitFor("rows");
        running.Signal("INT");
        var stopped = running.End();

        stopped.Code.ShouldBe(3, stopped.Error);
        stopped.Error.ShouldContain("--store");
        ExperimentDocument.Of(stopped).Status.ShouldBe("stopped");
    }

    [Fact]
    public void Rows_that_are_there_are_not_gone_on_with_unless_it_is_said()
    {
        using var folder = new Folder();
        string[] line = ["compare", "jakarta-bandung", "--replications", "64", "--store", "s.db", "--output", "json"];
        var first = Bidsim.Run(folder.Here, line).ShouldBeDone();

        var refused = Bidsim.Run(folder.Here, line).ShouldBeRefused();
        refused.Error.ShouldContain("128 rows of this experiment");
        refused.Error.ShouldContain("--resume");

        ExperimentDocument.Of(Bidsim.Run(folder.Here, [.. line, "--resume"]).ShouldBeDone()).WithoutRate.ShouldBe(ExperimentDocument.Of(first).WithoutRate);
    }

    [Fact]
    public void More_replications_extend_what_is_stored_and_fewer_are_told_from_it()
    {
        using var folder = new Folder();
        var (hundred, twoHundred) = (Compare(folder, "100"), Compare(folder, "200"));

        Compare(folder, "100", "--store", "s.db").ShouldBe(hundred);
        Compare(folder, "200", "--store", "s.db", "--resume").ShouldBe(twoHundred);
        Compare(folder, "100", "--store", "s.db", "--resume").ShouldBe(hundred);
        RowsIn(folder).ShouldBe(400);
        Compare(folder, "200", "--store", "s.db", "--resume").ShouldBe(twoHundred);
    }

    [Fact]
    public void A_wanted_precision_goes_on_where_it_stopped()
    {
        using var folder = new Folder();
        string[] line = ["compare", "jakarta-bandung", "--until-half-width", "0.25", "--measure", "viability", "--output", "json"];
        var straight = ExperimentDocument.Of(Bidsim.Run(folder.Here, line).ShouldBeDone());
        straight.Replications.ShouldBeGreaterThan(1024);
        using (var running = Running.Start(folder.Here, [.. line, "--store", "s.db"]))
        {
            running.WaitFor("rows");
            running.Signal("INT");
            running.End().Code.ShouldBe(3);
        }

        ExperimentDocument.Of(Bidsim.Run(folder.Here, [.. line, "--store", "s.db", "--resume"]).ShouldBeDone()).WithoutRate.ShouldBe(straight.WithoutRate);
        RowsIn(folder).ShouldBe(2 * straight.Replications);
        ExperimentDocument.Of(Bidsim.Run(folder.Here, [.. line, "--store", "s.db", "--resume"]).ShouldBeDone()).WithoutRate.ShouldBe(straight.WithoutRate);
    }

    private static void Kill(Folder folder)
    {
        using var running = Running.Start(folder.Here, [.. Long, "--store", "s.db", "--csv", "killed.csv"]);
        running.WaitFor("rows");
        running.Signal("KILL");
        running.End().Code.ShouldBe(137);
        File.Exists(Path.Combine(folder.Path, "killed.csv")).ShouldBeFalse();
    }

    private static string Compare(Folder folder, string replications, params string[] options) =>
        ExperimentDocument.Of(Bidsim.Run(folder.Here, ["compare", "jakarta-bandung", "--output", "json", "--replications", replications, .. options]).ShouldBeDone()).WithoutRate;

    private static long RowsIn(Folder folder)
    {
        var list = JsonNode.Parse(Bidsim.Run(folder.Here, "results", "list", "--store", "s.db", "--output", "json").ShouldBeDone().Output)!;
        return list["experiments"]!.AsArray().Single()!["rows"]!.GetValue<long>();
    }
}
