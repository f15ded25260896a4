namespace BidCompetitionSim.Cli;

/// <summary>What the program returns to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>What help says of them.</summary>
    public const string Help = "\nExit codes: 0 done, 1 failed, 2 bad input, 3 stopped.";

    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed while running.</summary>
    public const int Failed = 1;

    /// <summary>Bad input or usage.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped early: Ctrl-C, a time limit.</summary>
    public const int Stopped = 3;
}
