namespace BidCompetitionSim.Model.Tendering;

/// <summary>The host's utility of an offer, term by term, without the taste that nobody observes (docs/model.md §4.5).</summary>
/// <param name="Price">−β_P·ln(P/K).</param>
/// <param name="Concession">β_C·φ·GE.</param>
/// <param name="Guarantee">−β_G·guarantee·stress.</param>
/// <param name="Time">−β_T·(D/D_ref − 1).</param>
/// <param name="Quality">β_Q·q.</param>
/// <param name="LocalContent">β_L·ℓ.</param>
/// <param name="Tie">β_A·tie.</param>
/// <param name="Concentration">−β_H·concentration.</param>
/// <param name="Rent">β_R·rent/(r̄K).</param>
/// <param name="Compatibility">β_K·Δc of the host's own pairs.</param>
public readonly record struct UtilityTerms(
    double Price,
    double Concession,
    double Guarantee,
    double Time,
    double Quality,
    double LocalContent,
    double Tie,
    double Concentration,
    double Rent,
    double Compatibility)
{
    /// <summary>These terms and others that count for a share.</summary>
    public UtilityTerms Plus(in UtilityTerms other, double weight) => new(
        Price + weight * other.Price, Concession + weight * other.Concession, Guarantee + weight * other.Guarantee, Time + weight * other.Time,
        Quality + weight * other.Quality, LocalContent + weight * other.LocalContent, Tie + weight * other.Tie,
        Concentration + weight * other.Concentration, Rent + weight * other.Rent, Compatibility + weight * other.Compatibility);

    /// <summary>Their sum, in this order.</summary>
    public double Total => Price + Concession + Guarantee + Time + Quality + LocalContent + Tie + Concentration + Rent + Compatibility;
}
