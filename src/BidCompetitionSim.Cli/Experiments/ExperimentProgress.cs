using System.Diagnostics;
using BidCompetitionSim.Experiments.Running;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>
/// Tells on standard error how far an experiment is and what it says so far: one line written over and over on a terminal, else a line every few
/// seconds. The first is told as soon as there is anything.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="interim">What the rows say so far; empty if nothing.</param>
internal sealed class ExperimentProgress(Call call, Func<string> interim) : IDisposable
{
    private static readonly TimeSpan BetweenLiveLines = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenFirstPlainLines = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenPlainLines = TimeSpan.FromSeconds(5);

    private readonly bool _live = call.Terminal.Live;
    private RunProgress _first;
    private long _last;
    private int _lines;

    /// <summary>Tells it, unless it was just told.</summary>
    /// <param name="progress">How far this sitting is.</param>
    /// <param name="before">Rows there before it.</param>
    public void Show(RunProgress progress, long before)
    {
        if (_lines == 0) _first = progress;
        if (call.Quiet || (_lines > 0 && Stopwatch.GetElapsedTime(_last) < Pause)) return;
        (_last, _lines) = (Stopwatch.GetTimestamp(), _lines + 1);
        var line = Line(progress, before);
        if (_live) call.Terminal.Error.Write($"\r{(line.Length < call.Terminal.Width ? line : line[..(call.Terminal.Width - 1)])}\e[K");
        else call.Terminal.Error.WriteLine(line);
    }

    /// <summary>Takes the line away, so that results stand alone.</summary>
    public void Dispose()
    {
        if (_live && _lines > 0) call.Terminal.Error.Write("\r\e[K");
        _lines = 0;
    }

    private TimeSpan Pause => _live ? BetweenLiveLines : _lines == 1 ? BetweenFirstPlainLines : BetweenPlainLines;

    private string Line(RunProgress progress, long before)
    {
        var failed = progress.Failed > 0 ? $", {progress.Failed:#,0} failed" : "";
        var left = Left(progress) is { } time ? $", {Short(time)} left" : "";
        var said = interim() is { Length: > 0 } text ? $"; {text}" : "";
        return $"{before + progress.Rows:#,0} of {before + progress.Total:#,0} rows{failed}, {progress.RowsPerSecond:#,0}/s{left}{said}";
    }

    // By the rate since the first rows: until those come, the runtime is busy with itself.
    private TimeSpan? Left(RunProgress progress) =>
        progress.Rows > _first.Rows ? (progress.Elapsed - _first.Elapsed) * ((double)(progress.Total - progress.Rows) / (progress.Rows - _first.Rows)) : null;

    private static string Short(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min" : time.TotalMinutes >= 1 ? $"{time.Minutes} min {time.Seconds} s" : $"{time.Seconds} s";
}
