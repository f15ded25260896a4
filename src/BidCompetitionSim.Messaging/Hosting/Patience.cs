using System.Diagnostics;
using System.Threading.Channels;

namespace BidCompetitionSim.Messaging.Hosting;

/// <summary>Waits for agents: long enough to ask them again, not for ever.</summary>
internal sealed class Patience(BusOptions options)
{
    private long since = Stopwatch.GetTimestamp();

    /// <summary>Whether nothing has brought the run on for too long.</summary>
    public bool IsOver => Stopwatch.GetElapsedTime(since) >= options.Patience;

    /// <summary>The run went on.</summary>
    public void Renew() => since = Stopwatch.GetTimestamp();

    /// <summary>What comes next; null when it is time to ask again, or to give up.</summary>
    public async ValueTask<HostMail?> Next(ChannelReader<HostMail> mail, CancellationToken cancellation)
    {
        if (mail.TryRead(out var ready)) return ready;
        var left = options.Patience - Stopwatch.GetElapsedTime(since);
        if (left <= TimeSpan.Zero) return null;
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        wait.CancelAfter(left < options.RemindAfter ? left : options.RemindAfter);
        try
        {
            return await mail.ReadAsync(wait.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
