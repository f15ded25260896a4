namespace BidCompetitionSim.Model.Network;

/// <summary>
/// How to close up those lanes of a vector that are wanted: whether a few neighbours are cannot be foretold, so all are written, in this order, and
/// those that are wanted counted.
/// </summary>
internal static class ClosingUp
{
    /// <summary>Lanes of a vector.</summary>
    public const int Lanes = 8;

    /// <summary>By the mask of the lanes wanted: these, in order, before the others.</summary>
    public static int[] Orders { get; } = Find();

    private static int[] Find()
    {
        var all = new int[(1 << Lanes) * Lanes];
        for (var mask = 0; mask < 1 << Lanes; mask++)
        {
            var count = 0;
            for (var lane = 0; lane < Lanes; lane++)
                if ((mask >> lane & 1) != 0) all[mask * Lanes + count++] = lane;
        }
        return all;
    }
}
