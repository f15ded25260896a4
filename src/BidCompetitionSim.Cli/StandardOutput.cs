using System.Text;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Cli;

/// <summary>Holds results back until they are delivered whole, so that whatever keeps them from standard output is met in one place.</summary>
internal sealed class StandardOutput : StringWriter
{
    public StandardOutput() => NewLine = "\n";

    /// <summary>Writes everything; null if it arrived, else why not.</summary>
    public string? Deliver()
    {
        try
        {
            using var stream = Console.OpenStandardOutput();
            // A reader that has gone, as in bidsim … | head, is no failure: the stream keeps quiet about it.
            stream.Write(Encoding.UTF8.GetBytes(ToString()));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is UnauthorizedAccessException ? "it is closed" : Obstacle.Of(e);
        }
    }
}
