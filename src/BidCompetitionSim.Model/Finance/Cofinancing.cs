namespace BidCompetitionSim.Model.Finance;

/// <summary>The tranches of an award that multilateral windows lend, which publish what they sign. The default is none.</summary>
/// <param name="First">Tranche in the harder of them.</param>
/// <param name="Second">Tranche in the softer.</param>
public readonly record struct Cofinancing(Tranche First, Tranche Second)
{
    /// <summary>Whether there is any.</summary>
    public bool IsAny => First.FaceUsdBn > 0 || Second.FaceUsdBn > 0;
}
