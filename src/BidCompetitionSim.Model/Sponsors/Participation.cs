namespace BidCompetitionSim.Model.Sponsors;

/// <summary>How often a rival was seen to bid, per rival and system; the prior is Beta(1, 1).</summary>
/// <param name="Bids">Tenders in which it bid.</param>
/// <param name="Tenders">Tenders seen.</param>
public readonly record struct Participation(double Bids, double Tenders)
{
    /// <summary>Probability that it bids in the next tender, in (0, 1): one half before anything was seen.</summary>
    public double Mean => (1.0 + Bids) / (2.0 + Tenders);

    /// <summary>One more tender was seen, with or without the rival's bid.</summary>
    public Participation Saw(bool bid) => new(bid ? Bids + 1.0 : Bids, Tenders + 1.0);
}
