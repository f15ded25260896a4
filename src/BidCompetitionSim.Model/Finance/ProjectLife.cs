namespace BidCompetitionSim.Model.Finance;

/// <summary>How long an asset is used and how its demand starts.</summary>
/// <param name="OperatingYears">Operating years counted, at least 1.</param>
/// <param name="AssetYears">Years the asset lasts; what is left of them at the end of operation is its residual value.</param>
/// <param name="FirstYearRamp">Demand over full demand in the first operating year, in [0, 1].</param>
/// <param name="SecondYearRamp">The same in the second.</param>
public readonly record struct ServiceLife(int OperatingYears, double AssetYears, double FirstYearRamp, double SecondYearRamp)
{
    /// <summary>The convention of docs/model.md §5: 30 years of 50, ramp 0.7, 0.85, 1.</summary>
    public static readonly ServiceLife Standard = new(30, 50, 0.7, 0.85);

    /// <summary>Share of the asset's life that operation does not use up, straight-line, in [0, 1).</summary>
    public double ResidualShare => Math.Max(0, AssetYears - OperatingYears) / AssetYears;

    /// <summary>Share of full demand in an operating year.</summary>
    /// <param name="operatingYear">Operating year, 0 the first.</param>
    public double Ramp(int operatingYear) => operatingYear switch { 0 => FirstYearRamp, 1 => SecondYearRamp, _ => 1 };
}

/// <summary>
/// When a project is built and used, counted from financial close: built over [0, b), used over [b, b + life).
/// Bucket t holds [t, t+1) and its flow counts at exact time t (docs/model.md §5).
/// </summary>
/// <param name="BuildYears">Actual build time b, years, at least 0; fractions count.</param>
/// <param name="DemandGrowthPerYear">Growth of demand per operating year, above −1.</param>
/// <param name="Service">How long it is used.</param>
public readonly record struct ProjectLife(double BuildYears, double DemandGrowthPerYear, ServiceLife Service)
{
    /// <summary>First bucket with any operation.</summary>
    public int FirstOperatingBucket => (int)BuildYears;

    /// <summary>Buckets that hold the whole life, its residual value included.</summary>
    public int Buckets => FirstOperatingBucket + Service.OperatingYears + 1;
}
