namespace BidCompetitionSim.Store.Tests;

/// <summary>Disks that are full or may not be written, for real: a small file system of its own, a limit on the size of files, rights taken away.</summary>
public class DiskTests
{
    [Fact]
    public void A_disk_that_fills_up_ends_in_a_clear_error_with_earlier_rows_intact()
    {
        using var folder = new Folder();
        RequireOwnFileSystem(folder);
        var disk = Directory.CreateDirectory(folder.At("disk")).FullName;
        var run = OnOwnFileSystem(disk, "size=4m", $"{Process.Command} write {disk}/results.db; echo \"ended with $?\"; {Process.Command} check {disk}/results.db");

        run.Error.ShouldContain("the disk is full");
        run.Error.ShouldContain("--resume");
        run.Error.ShouldNotContain("   at ");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain("ended with 1");
        var said = int.Parse(lines[Array.IndexOf(lines, "ended with 1") - 1]);
        said.ShouldBeGreaterThan(100);
        int.Parse(lines[^1]).ShouldBe(said);
        run.Code.ShouldBe(0);
    }

    [Fact]
    public void A_limit_on_the_size_of_files_ends_in_a_clear_error_with_earlier_rows_intact()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs ulimit");
        using var folder = new Folder();
        // In blocks of 512 bytes: 2 MB. The signal that would end the process is ignored, so that the write itself fails; and the runtime is kept from
        // mapping its code from a large file.
        var run = Process.Shell($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; (ulimit -f 4000; {Process.Command} write {folder.Store}); echo \"ended with $?\"; {Process.Command} check {folder.Store}");

        run.Error.ShouldContain($"{folder.Store}: reading or writing failed");
        run.Error.ShouldContain("limit on the size of files");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain("ended with 1");
        int.Parse(lines[^1]).ShouldBe(int.Parse(lines[Array.IndexOf(lines, "ended with 1") - 1]));
        int.Parse(lines[^1]).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_said_to_be_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        Should.Throw<StoreException>(() => ResultStore.Open("/proc/results.db")).Message.ShouldContain("cannot be opened");
    }

    [Fact]
    public void A_store_on_a_medium_that_cannot_be_written_can_be_read_but_not_written()
    {
        using var folder = new Folder();
        RequireOwnFileSystem(folder);
        var disk = Directory.CreateDirectory(folder.At("disk")).FullName;
        using (var store = ResultStore.Open(folder.Store)) store.Begin(Child.Endless).Take(Planned.Rows(Child.Endless, 0, 256));
        var run = OnOwnFileSystem(disk, "size=4m",
            $"cp {folder.Store} {disk}/results.db && mount -o remount,ro {disk} && {Process.Command} count {disk}/results.db && {Process.Command} write {disk}/results.db");

        run.Output.Trim().ShouldBe("256");
        run.Error.ShouldContain("it cannot be opened. Check that its folder exists and that you may write there");
        run.Code.ShouldBe(1);
    }

    private static (int Code, string Output, string Error) OnOwnFileSystem(string mountedAt, string options, string script) =>
        Process.Shell($"unshare --map-root-user --mount sh -c '{$"mount -t tmpfs -o {options} none {mountedAt} && ({script})".Replace("'", "'\\''")}'");

    private static void RequireOwnFileSystem(Folder folder) => Assert.SkipUnless(
        OperatingSystem.IsLinux() && OnOwnFileSystem(folder.Path, "size=64k", "true").Code == 0, "needs the right to mount a file system of its own (Linux user namespaces)");
}
