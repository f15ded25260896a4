using System.Diagnostics;

namespace BidCompetitionSim.EndToEnd;

/// <summary>Runs the built program as anybody would: a process, its arguments, its two streams, its exit code.</summary>
internal static class Bidsim
{
    /// <summary>Nothing that these tests ask for takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Finished Run(params string[] arguments) => Run(new Surroundings(), arguments);

    public static Finished Run(Surroundings surroundings, params string[] arguments) => Start(Program, surroundings, arguments);

    /// <summary>Runs it and interrupts it, as Ctrl-C does, as soon as it has said something: by then it is at work.</summary>
    public static Finished Interrupt(Surroundings surroundings, params string[] arguments)
    {
        using var process = Begin(Program, surroundings, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var first = process.StandardError.ReadLine();
        Start("/bin/sh", new Surroundings(), "-c", $"kill -INT {process.Id}").ShouldBeDone();
        var end = End(process, output, process.StandardError.ReadToEndAsync());
        return end with { Error = $"{first}\n{end.Error}" };
    }

    /// <summary>Runs a program that runs it.</summary>
    public static Finished Start(string program, Surroundings surroundings, params string[] arguments)
    {
        using var process = Begin(program, surroundings, arguments);
        return End(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    private static Process Begin(string program, Surroundings surroundings, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            WorkingDirectory = surroundings.Folder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in surroundings.Variables) start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        return process;
    }

    private static Finished End(Process process, Task<string> output, Task<string> error)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end within {Patience.TotalSeconds} s.");
        }
        return new Finished(process.ExitCode, output.Result, error.Result);
    }

    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bidsim.exe" : "bidsim");
}

/// <summary>Where the program is run.</summary>
internal sealed record Surroundings
{
    /// <summary>Working directory; null for one without scenarios.</summary>
    public string? Folder { get; init; }

    /// <summary>Environment variables set besides the inherited ones; null takes one away.</summary>
    public Dictionary<string, string?> Variables { get; init; } = [];
}

/// <summary>A run of the program that ended.</summary>
internal sealed record Finished(int Code, string Output, string Error)
{
    /// <summary>Fails unless it did what it was asked; the message holds what it said.</summary>
    public Finished ShouldBeDone()
    {
        Code.ShouldBe(0, Error);
        return this;
    }

    /// <summary>Fails unless it refused its input in plain words.</summary>
    public Finished ShouldBeRefused()
    {
        Code.ShouldBe(2, Output + Error);
        Error.ShouldNotBeNullOrWhiteSpace();
        return ShouldHaveNoStackTrace();
    }

    public Finished ShouldHaveNoStackTrace()
    {
        (Output + Error).ShouldNotContain("   at ");
        (Output + Error).ShouldNotContain("Unhandled exception");
        return this;
    }
}
