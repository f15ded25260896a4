using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BidCompetitionSim.EndToEnd;

/// <summary>Runs the built program as anybody would: a process, its arguments, its two streams, its exit code.</summary>
internal static class Bidsim
{
    /// <summary>Nothing that these tests ask for takes longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Finished Run(params string[] arguments) => Run(new Surroundings(), arguments);

    public static Finished Run(Surroundings surroundings, params string[] arguments) => Start(Program, surroundings, arguments);

    /// <summary>Runs a program that runs it.</summary>
    public static Finished Start(string program, Surroundings surroundings, params string[] arguments)
    {
        using var process = Begin(program, surroundings, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Patience.TotalSeconds} s.");
        }
        return new Finished(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts a program with nothing on its standard input, and leaves it running.</summary>
    public static Process Begin(string program, Surroundings surroundings, string[] arguments)
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
internal sealed partial record Finished(int Code, string Output, string Error)
{
    [GeneratedRegex(@"^ +at [\w.`<>+|,\[\]]+\(", RegexOptions.Multiline)]
    private static partial Regex StackFrame { get; }

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
        StackFrame.IsMatch(Output + Error).ShouldBeFalse(Output + Error);
        (Output + Error).ShouldNotContain("Unhandled exception");
        return this;
    }
}
