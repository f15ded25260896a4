using System.Diagnostics;

namespace BidCompetitionSim.Store.Tests;

/// <summary>This program as a child process, directly or by a shell that sets its limits first.</summary>
internal static class Process
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The command by which a shell starts the child.</summary>
    public static string Command { get; } = $"'{Environment.ProcessPath}' {(Hosted ? $"'{typeof(Child).Assembly.Location}' " : "")}{Child.Word}";

    private static bool Hosted => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    public static System.Diagnostics.Process Start(params string[] orders) =>
        Started(Environment.ProcessPath!, [.. Hosted ? new[] { typeof(Child).Assembly.Location } : [], Child.Word, .. orders]);

    public static (int Code, string Output, string Error) Shell(string script)
    {
        using var process = Started("/bin/sh", ["-c", script]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(script);
        }
        return (process.ExitCode, output.Result, error.Result);
    }

    private static System.Diagnostics.Process Started(string program, string[] arguments) =>
        System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
