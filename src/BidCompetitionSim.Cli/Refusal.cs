namespace BidCompetitionSim.Cli;

/// <summary>What was asked cannot be done, for reasons the user can change: one line each, exit code 2.</summary>
internal sealed class Refusal(params IEnumerable<string> lines) : Exception
{
    public IReadOnlyList<string> Lines { get; } = [.. lines];
}
