using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Forecasters that a model has to beat to be worth its trouble. None sees the case that it forecasts.</summary>
public static class Baselines
{
    /// <summary>What each is called.</summary>
    public const string Rates = "base rates", Sectors = "sector rates", China = "always China", Cheapest = "cheapest offer", Tie = "strongest tie", Logit = "plain logit";

    /// <summary>All of them.</summary>
    internal static Forecaster[] Of(IReadOnlyList<HistoricalCase> cases, HindcastFrame frame, CancellationToken stop)
    {
        var rates = new double[cases.Count][];
        for (var i = 0; i < rates.Length; i++) rates[i] = BaseRates.Of(cases, i);
        // A nested estimation of so many would take hours.
        Forecaster[] logit = cases.Count > CaseLimits.Fitted ? []
            : [new(Logit, new LeaveOneOut(PlainLogit.Of(cases, frame), PlainLogit.Settings, static (prediction, _, _) => prediction).Run(stop).Predictions)];
        return
        [
            new(Rates, rates),
            new(Sectors, [.. cases.Select((one, i) => SectorTilt.Of(cases, i).On(one.Sector, rates[i]))]),
            Rule(China, cases, rates, static _ => Winner.China),
            Rule(Cheapest, cases, rates, Cheaper),
            Rule(Tie, cases, rates, one => Tied(one, frame)),
            .. logit,
        ];
    }

    /// <summary>A rule names one alternative, as surely as it was right in the other cases that it speaks of; the rest is shared equally. Where it is silent base rates speak.</summary>
    private static Forecaster Rule(string name, IReadOnlyList<HistoricalCase> cases, double[][] rates, Func<HistoricalCase, Winner?> named)
    {
        var names = cases.Select(named).ToArray();
        var (right, spoken) = (0, 0);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is not { } winner) continue;
            spoken++;
            if (cases[i].Winner == winner) right++;
        }
        var predictions = new double[cases.Count][];
        for (var i = 0; i < predictions.Length; i++)
            predictions[i] = names[i] is { } winner ? Sure(winner, (right - (cases[i].Winner == winner ? 1 : 0) + 1.0) / (spoken - 1 + 2.0)) : rates[i];
        return new Forecaster(name, predictions, names);
    }

    private static double[] Sure(Winner winner, double probability)
    {
        var prediction = new double[ReplayedChoice.Alternatives];
        Array.Fill(prediction, (1 - probability) / (prediction.Length - 1));
        prediction[(int)winner] = probability;
        return prediction;
    }

    private static Winner? Cheaper(HistoricalCase one) => !one.BothStated || one.China.PriceUsdBn is not { } china || one.Japan.PriceUsdBn is not { } japan || china == japan
        ? null : china < japan ? Winner.China : Winner.Japan;

    private static Winner? Tied(HistoricalCase one, HindcastFrame frame)
    {
        var ties = frame.StateOf(one.Host).TiesToSponsors;
        return To("china") >= To("japan") ? Winner.China : Winner.Japan;

        double To(string sponsor) => Array.Find(ties, tie => tie.To == sponsor)?.Strength ?? 0;
    }
}
