using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Who held how much in a host before a year, by the cases that are known: what a host that hedges looks at.</summary>
internal sealed class AwardHistory(IReadOnlyList<HistoricalCase> cases)
{
    /// <summary>Cost where none is known, USD bn: about the median of the counted cases.</summary>
    public const double UsualCostUsdBn = 1.8;

    /// <summary>A sponsor's awards of earlier years, USD bn; the case itself and its year are not among them.</summary>
    public double UsdBn(Winner winner, string host, int year)
    {
        var sum = 0.0;
        foreach (var one in cases)
            if (one.Winner == winner && one.Host == host && one.Year < year) sum += one.PlannedCostUsdBn ?? UsualCostUsdBn;
        return sum;
    }
}
