using System.CommandLine;
using System.Runtime.InteropServices;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Cli;

/// <summary>Runs what a command does, and turns whatever goes wrong into lines and an exit code: a user never sees a stack trace.</summary>
internal static class Guard
{
    // EPIPE: whoever read the output has gone, and knows it.
    private const int BrokenPipe = 32;

    /// <summary>Sets what a command does.</summary>
    public static T Does<T>(this T command, Terminal terminal, Func<Call, int> act) where T : Command
    {
        command.SetAction(parsed => Run(parsed, terminal, act));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal, Func<Call, int> act)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Cancel(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, stop));
        try
        {
            using var log = Logs.Open(parsed.GetValue(GlobalOptions.Log));
            return Logged(new Call(parsed, terminal, log, stop.Token), act);
        }
        catch (Refusal refusal)
        {
            foreach (var line in refusal.Lines) terminal.Error.WriteLine(line);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped. Nothing was kept: the same command starts again from the beginning.");
            return ExitCode.Stopped;
        }
        catch (IOException e) when (e.HResult == BrokenPipe)
        {
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            terminal.Error.WriteLine($"bidsim: {Obstacle.Of(e)}");
            return ExitCode.Failed;
        }
    }

    private static int Logged(Call call, Func<Call, int> act)
    {
        try
        {
            return act(call);
        }
        catch (Exception e) when (e is not (Refusal or OperationCanceledException))
        {
            call.Log.Fatal(e, "Failed");
            throw;
        }
    }

    private static void Cancel(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
