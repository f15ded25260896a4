using System.Diagnostics;
using System.Text;

namespace BidCompetitionSim.EndToEnd;

/// <summary>The program while it runs: what it says on standard error can be waited for, and it can be sent signals.</summary>
internal sealed class Running : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StringBuilder _error = new();

    private Running(Process process) => (_process, _output) = (process, process.StandardOutput.ReadToEndAsync());

    /// <summary>Starts it.</summary>
    public static Running Start(Surroundings surroundings, params string[] arguments)
    {
        var start = new ProcessStartInfo(Bidsim.Program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = surroundings.Folder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in surroundings.Variables) start.Environment[name] = value;
        return new Running(Process.Start(start)!);
    }

    /// <summary>Waits for a line on standard error that holds some words.</summary>
    public void WaitFor(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (_process.StandardError.ReadLineAsync(patience.Token).AsTask().GetAwaiter().GetResult() is { } line)
        {
            _error.AppendLine(line);
            if (line.Contains(words, StringComparison.Ordinal)) return;
        }
        throw new InvalidOperationException($"It ended without saying \"{words}\": {_error}");
    }

    /// <summary>Sends it a signal, such as INT.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    /// <summary>Waits until it has ended.</summary>
    public Finished End()
    {
        var rest = _process.StandardError.ReadToEndAsync();
        if (!_process.WaitForExit(Patience)) throw new TimeoutException($"It did not end within {Patience.TotalSeconds} s.");
        return new Finished(_process.ExitCode, _output.Result, _error.Append(rest.Result).ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
