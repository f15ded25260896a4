namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>What keeps a file from being read or written, in plain words instead of the runtime's.</summary>
public static class Obstacle
{
    // Errors of POSIX that the runtime hands through as they are.
    private const int InUse = 11, TooLarge = 27, DiskFull = 28, QuotaFull = 122;

    /// <summary>One clause, such as "its folder is not there".</summary>
    public static string Of(Exception e) => e switch
    {
        DirectoryNotFoundException => "its folder is not there",
        FileNotFoundException => "it is not there",
        PathTooLongException => "its path is too long",
        UnauthorizedAccessException => "the rights to it are missing",
        // What a file beyond the size that is allowed is to the runtime.
        ArgumentOutOfRangeException => "files may not be so large here",
        IOException { HResult: InUse } => "another program is writing it",
        IOException { HResult: TooLarge } => "files may not be so large here",
        IOException { HResult: DiskFull } => "the disk is full",
        IOException { HResult: QuotaFull } => "the quota of the disk is used up",
        // The runtime adds the name of a parameter, which says nothing to a user.
        _ => e.Message.Split(" (Parameter", 2)[0].TrimEnd('.'),
    };
}
