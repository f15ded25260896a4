namespace BidCompetitionSim.EndToEnd;

/// <summary>Disks that are full or may not be written: a clear error, and what was there before is as it was.</summary>
public class FullDiskTests
{
    private const string Some = "compare jakarta-bandung --replications 1000 --output json";

    [Theory]
    [InlineData("--csv")]
    [InlineData("--report")]
    public void A_file_that_cannot_be_written_to_its_end_is_named_and_what_was_there_stands(string option)
    {
        using var folder = new Folder();
        folder.Write("file", "what was there");

        var failed = Limited(folder, 100, $"{Some} {option} file");

        failed.Code.ShouldBe(1, failed.Error);
        failed.Error.ShouldContain($"{option}: file could not be written to its end");
        folder.Read("file").ShouldBe("what was there");
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void A_device_that_is_full_is_named()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "No /dev/full to play a full disk.");

        var failed = Bidsim.Run([.. Some.Split(' '), "--csv", "/dev/full"]).ShouldHaveNoStackTrace();

        failed.Code.ShouldBe(1, failed.Error);
        failed.Error.ShouldContain("--csv: /dev/full could not be written to its end");
    }

    [Fact]
    public void A_store_that_cannot_grow_keeps_its_rows_and_goes_on_when_there_is_room()
    {
        using var folder = new Folder();
        var failed = Limited(folder, 1000, $"{Some} --store s.db");

        failed.Code.ShouldBe(1, failed.Error);
        failed.Error.ShouldContain("s.db");
        failed.Error.ShouldContain("--resume");
        failed.Output.ShouldBeEmpty();

        var resumed = Bidsim.Run(folder.Here, [.. Some.Split(' '), "--store", "s.db", "--resume"]).ShouldBeDone();
        ExperimentDocument.Of(resumed).WithoutRate.ShouldBe(ExperimentDocument.Of(Bidsim.Run(Some.Split(' ')).ShouldBeDone()).WithoutRate);
    }

    [Fact]
    public void What_may_not_be_written_is_refused_before_any_work()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "No /proc to play a folder that may not be written.");
        foreach (var option in new[] { "--csv", "--report", "--store" })
        {
            var refused = Bidsim.Run([.. Some.Split(' '), option, "/proc/file"]).ShouldBeRefused();
            refused.Error.ShouldStartWith($"{option}: ");
            refused.Error.ShouldContain("/proc/file");
        }
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_and_left_alone()
    {
        using var folder = new Folder();
        folder.Write("s.db", "no store at all, but long enough to be taken for one by somebody who looks at nothing but its name and its length.");
        var before = folder.Read("s.db");

        Bidsim.Run(folder.Here, [.. Some.Split(' '), "--store", "s.db"]).ShouldBeRefused().Error.ShouldContain("no store of results");
        Bidsim.Run(folder.Here, "results", "list", "--store", "s.db").ShouldBeRefused().Error.ShouldContain("no store of results");

        folder.Read("s.db").ShouldBe(before);
    }

    // In blocks of 512 bytes. The signal that would end the process is ignored, so that the write itself fails; and the runtime is kept from mapping its
    // code from a large file.
    private static Finished Limited(Folder folder, int blocks, string call) =>
        Bidsim.Start("/bin/sh", folder.Here, "-c", $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {blocks}; exec '{Bidsim.Program}' {call}").ShouldHaveNoStackTrace();
}
