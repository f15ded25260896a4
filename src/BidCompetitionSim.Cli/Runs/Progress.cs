using System.Diagnostics;
using BidCompetitionSim.Experiments.Runs.Recording;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Cli.Runs;

/// <summary>One line on standard error that tells how far a run is, written over and over; nothing where there is no terminal.</summary>
internal sealed class Progress(Call call, RunRequest request, RunRecorder recorder) : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly bool live = call.Terminal.Live && !call.Quiet;
    private readonly Calendar calendar = new(request.Scenario.StartDate);
    private long last;
    private bool shown;

    public void Show(int day)
    {
        if (!live || (last != 0 && Stopwatch.GetElapsedTime(last) < Between)) return;
        last = Stopwatch.GetTimestamp();
        shown = true;
        call.Terminal.Error.Write($"\r{calendar.Month(day)}  {recorder.Decided} of {request.Scenario.Segments.Length} segments decided\e[K");
    }

    public void Clear()
    {
        if (shown) call.Terminal.Error.Write("\r\e[K");
        shown = false;
    }

    public void Dispose() => Clear();
}
