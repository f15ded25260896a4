namespace BidCompetitionSim.Model.Scoring;

/// <summary>What came of a run for one state. Money in USD bn, real.</summary>
public sealed class StateOutcome
{
    private double years;

    /// <summary>What it gains on price and loans, less rents, less what cancelled awards sank.</summary>
    public double HostSurplusUsdBn { get; private set; }

    /// <summary>Its welfare from having the choice (Small and Rosen 1981).</summary>
    public double HostWelfareUsdBn { get; private set; }

    /// <summary>Rents paid in it.</summary>
    public double RentsUsdBn { get; private set; }

    /// <summary>Segments of its that were commissioned.</summary>
    public int Built { get; private set; }

    /// <summary>Mean years from their planned opening to commissioning; null without any.</summary>
    public double? MeanYearsToCommissioning => Built > 0 ? years / Built : null;

    /// <summary>Public debt over GDP at the horizon.</summary>
    public double DebtToGdp { get; private set; }

    /// <summary>Gain from the network over what could be gained, at the horizon; null where nothing can be.</summary>
    public double? RealisedGain { get; private set; }

    /// <summary>Change of its trade potential in intermediate goods, averaged over the run; null without a trade overlay, or without trade across a border.</summary>
    public double? TradeChange { get; internal set; }

    internal void Clear()
    {
        HostSurplusUsdBn = HostWelfareUsdBn = RentsUsdBn = years = 0;
        Built = 0;
    }

    internal void AddWelfare(double usdBn) => HostWelfareUsdBn += usdBn;

    internal void AddContract(double surplusUsdBn, double rentUsdBn)
    {
        HostSurplusUsdBn += surplusUsdBn;
        RentsUsdBn += rentUsdBn;
    }

    internal void AddBuilt(double yearsFromOpening)
    {
        years += yearsFromOpening;
        Built++;
    }

    internal void Close(double debtToGdp, double? realisedGain) => (DebtToGdp, RealisedGain) = (debtToGdp, realisedGain);
}
