namespace BidCompetitionSim.Model.Scoring;

/// <summary>The equity part of cohesion: how evenly the states realise what they could gain (docs/model.md §5).</summary>
public static class EquityPart
{
    /// <summary>
    /// 1 − Gini of the realised shares, a negative one counting 0. Nobody gaining anything is no equity: the floor 0.01.
    /// </summary>
    /// <param name="realisedShares">Realised over achievable gain of each state that has something to gain. Negative shares are set to 0 in place.</param>
    /// <returns>In (0, 1], or null for fewer than two states: the part is dropped.</returns>
    public static double? Of(Span<double> realisedShares)
    {
        if (realisedShares.Length < 2)
        {
            return null;
        }

        var anyGain = false;
        foreach (ref var share in realisedShares)
        {
            share = share < 0.0 ? 0.0 : share;
            anyGain |= share > 0.0;
        }

        return anyGain ? 1.0 - Inequality.Gini(realisedShares) : Cohesion.Floor;
    }
}
