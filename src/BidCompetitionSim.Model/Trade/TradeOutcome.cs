using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Trade;

/// <summary>
/// Change of trade potential in intermediate goods, averaged from the start to the horizon, over what it would be if the network and the regimes of
/// the first day lasted: 0.1 is a tenth more. Overwritten run after run.
/// </summary>
public sealed class TradeOutcome
{
    /// <summary>By the network as it grew and the regimes as they came.</summary>
    public double Change { get; internal set; }

    /// <summary>By the network alone, the regimes of the first day lasting: the gain of physical connectivity.</summary>
    public double ByNetwork { get; internal set; }

    /// <summary>By the regimes alone, the network of the first day lasting: the gain of institutional connectivity.</summary>
    public double ByRegimes { get; internal set; }

    /// <summary>What both together gain beyond the sum of each alone.</summary>
    public double Complementarity => Change - ByNetwork - ByRegimes;

    /// <summary>The change over all trade, other goods held still.</summary>
    public double OfAllTrade { get; internal set; }

    internal void AddTo(ref Fingerprint fold)
    {
        fold.Add(Change);
        fold.Add(ByNetwork);
        fold.Add(ByRegimes);
        fold.Add(OfAllTrade);
    }

    internal void WriteTo(DigestWriter digest)
    {
        digest.Write(Change);
        digest.Write(ByNetwork);
        digest.Write(ByRegimes);
        digest.Write(OfAllTrade);
    }
}
