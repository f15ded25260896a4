using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Who held how much in a host before a year, by the cases that are known: what a host that hedges looks at.</summary>
internal sealed class AwardHistory(IReadOnlyList<HistoricalCase> cases)
{
    /// <summary>Cost where none is known, USD bn: about the median of the counted cases.</summary>
    public const double UsualCostUsdBn = 1.8;

    /// <summary>
    /// What hosts had let before is history whoever asks: cases that are given, and of the shipped ones those that are not among them under whatever id.
    /// </summary>
    public static AwardHistory Of(IReadOnlyList<HistoricalCase> given)
    {
        var (open, rest) = (given.ToList(), CaseFile.Shipped().Cases!.ToList());
        // Each row given stands for one award: first for the one it is by id or name, else for one of the same host, sector and year.
        Pair(open, rest, IsNamedAlike);
        Pair(open, rest, IsOfOneKind);
        return new AwardHistory([.. rest, .. given]);
    }

    /// <summary>A sponsor's awards of earlier years, USD bn; the case itself and its year are not among them.</summary>
    public double UsdBn(Winner winner, string host, int year)
    {
        var sum = 0.0;
        foreach (var one in cases)
            if (one.Winner == winner && one.Host == host && one.Year < year) sum += one.PlannedCostUsdBn ?? UsualCostUsdBn;
        return sum;
    }

    /// <summary>How often something happened in all cases but one, one case of each kind added.</summary>
    public double RateOf(Winner winner, HistoricalCase left)
    {
        var at = -1;
        for (var i = 0; i < cases.Count; i++)
            if (ReferenceEquals(cases[i], left)) at = i;
        return BaseRates.Of(cases, at)[(int)winner];
    }

    private static bool IsNamedAlike(HistoricalCase one, HistoricalCase other) => one.Id == other.Id || (one.Name == other.Name && IsOfOneKind(one, other));

    private static bool IsOfOneKind(HistoricalCase one, HistoricalCase other) => (one.Host, one.Sector, one.Year) == (other.Host, other.Sector, other.Year);

    /// <summary>Takes from both lists what is the same in both.</summary>
    private static void Pair(List<HistoricalCase> open, List<HistoricalCase> rest, Func<HistoricalCase, HistoricalCase, bool> same)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var one = open[i];
            var at = rest.FindIndex(other => same(one, other));
            if (at < 0) continue;
            rest.RemoveAt(at);
            open.RemoveAt(i);
        }
    }
}
