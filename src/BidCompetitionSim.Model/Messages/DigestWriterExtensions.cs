using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

internal static class DigestWriterExtensions
{
    /// <summary>Adds the count of ids as an int, then each.</summary>
    public static void Write(this DigestWriter digest, string[] ids)
    {
        digest.Write(ids.Length);
        foreach (var id in ids) digest.Write(id);
    }
}
