using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>What a bidder expects of its own bid: for the tendering authority's sealed file, so that an award can be explained afterwards.</summary>
public sealed record Reckoning
{
    /// <summary>What it believes building will cost it, USD bn.</summary>
    public required double BidCostUsdBn { get; init; }

    /// <summary>Believed probability of winning.</summary>
    public required double WinProbability { get; init; }

    /// <summary>Payoff if won, USD bn.</summary>
    public required double PayoffUsdBn { get; init; }

    /// <summary>Believed number of bidders, itself included.</summary>
    public required int BelievedBidders { get; init; }

    internal void WriteTo(DigestWriter digest)
    {
        digest.Write(BidCostUsdBn);
        digest.Write(WinProbability);
        digest.Write(PayoffUsdBn);
        digest.Write(BelievedBidders);
    }
}
