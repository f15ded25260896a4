using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace BidCompetitionSim.EndToEnd;

/// <summary>The program while it runs: what it says on standard error can be waited for, and it can be sent signals.</summary>
internal sealed class Running : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StringBuilder _error = new();

    private Running(Process process) => (_process, _output) = (process, process.StandardOutput.ReadToEndAsync());

    /// <summary>Starts it.</summary>
    public static Running Start(Surroundings surroundings, params string[] arguments) => new(Bidsim.Begin(Bidsim.Program, surroundings, arguments));

    /// <summary>Waits for a line on standard error that holds some words, or for any line if there are none.</summary>
    public void WaitFor(string words = "")
    {
        // It reads on this thread, and the signal is sent from it: what is waited for is soon over on another processor, while a busy
        // machine's pool may take seconds to go on with a task, or a shell to start.
        using var patience = new Timer(_ => _process.Kill(entireProcessTree: true), null, Bidsim.Patience, Timeout.InfiniteTimeSpan);
        while (_process.StandardError.ReadLine() is { } line)
        {
            _error.AppendLine(line);
            if (line.Contains(words, StringComparison.Ordinal)) return;
        }
        throw new InvalidOperationException($"It ended without saying \"{words}\": {_error}");
    }

    /// <summary>Sends it a signal: INT, TERM or KILL.</summary>
    public void Signal(string name) => Kill(_process.Id, name switch { "INT" => 2, "KILL" => 9, "TERM" => 15, _ => throw new ArgumentOutOfRangeException(nameof(name), name, null) }).ShouldBe(0);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    /// <summary>Waits until it has ended.</summary>
    public Finished End()
    {
        var rest = _process.StandardError.ReadToEndAsync();
        if (!_process.WaitForExit(Bidsim.Patience)) throw new TimeoutException($"It did not end within {Bidsim.Patience.TotalSeconds} s.");
        return new Finished(_process.ExitCode, _output.Result, _error.Append(rest.Result).ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
