namespace BidCompetitionSim.Store.Tests;

/// <summary>
/// The tests; and, if the first word says so, a program of its own that a test starts in order to kill it, to fill its disk or to take its rights:
/// that needs a real process.
/// </summary>
public static class Program
{
    public static async Task<int> Main(string[] arguments) => arguments switch
    {
        [Child.Word, .. var orders] => Child.Run(orders),
        _ when arguments.Any(static argument => argument is "-automated" or "@@") => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(arguments),
        _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    };
}
