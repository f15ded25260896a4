using System.Numerics;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.States;

/// <summary>
/// What the contracting states of a tender think of its bids, and whom they choose, as often as one of the bids is put otherwise: for whoever asks, beside a
/// run, what would have been. It reckons as <see cref="HostBehaviour"/> and <see cref="JointChoice"/> do, for one state as for several.
/// </summary>
public sealed class Ballots
{
    private readonly TenderView view;
    private readonly ContractingStates hosts;
    private readonly int otherBids;
    private readonly int row;
    private readonly double[] utilities; // [state, sponsor and, last, nobody], likewise the others
    private readonly double[] tastes;
    private readonly double[] values;

    /// <summary>Ballots for a tender, without bids or tastes.</summary>
    /// <param name="view">The tender; to stay that tender.</param>
    /// <param name="received">Sponsors that bid, as a bit mask.</param>
    public Ballots(TenderView view, ulong received)
    {
        (this.view, hosts, otherBids, row) = (view, view.Hosts, BitOperations.PopCount(received) - 1, view.Compiled.Sponsors + 1);
        (utilities, tastes, values) = (new double[hosts.Shares.Length * row], new double[hosts.Shares.Length * row], new double[hosts.Shares.Length * row]);
        for (var h = 0; h < hosts.Shares.Length; h++)
            utilities[h * row + Nobody] = view.Weigh(view.Compiled.Scenario.States[hosts.Shares[h].State].Weights.Nobody, 0);
    }

    /// <summary>Stands for nobody where a sponsor is asked for.</summary>
    public int Nobody => row - 1;

    /// <summary>A state's tastes by sponsor, nobody's last; to be filled.</summary>
    /// <param name="host">Which of the contracting states.</param>
    public Span<double> TastesOf(int host) => tastes.AsSpan(host * row, row);

    /// <summary>Puts a bid in the place of what its sponsor offered before.</summary>
    /// <param name="bid">The bid.</param>
    /// <param name="score">The Secretariat's score of it, 0 where it has no say.</param>
    public void Put(in Bid bid, double score)
    {
        for (var h = 0; h < hosts.Shares.Length; h++)
            utilities[h * row + bid.Sponsor] = view.Weigh(view.EvaluateFor(hosts.Shares[h].State, bid, otherBids).Total, score);
    }

    /// <summary>Makes a bid worth more to one state, or less, than its terms do.</summary>
    public void Add(int host, int sponsor, double utility) => utilities[host * row + sponsor] += utility;

    /// <summary>What a bid, or nobody, is worth to one state, taste included.</summary>
    public double ValueTo(int host, int sponsor) => utilities[host * row + sponsor] + tastes[host * row + sponsor];

    /// <summary>What a bid, or nobody, is worth to all of them together.</summary>
    public double Value(int sponsor)
    {
        double sum = 0;
        for (var h = 0; h < hosts.Shares.Length; h++) sum += hosts.Shares[h].Weight * ValueTo(h, sponsor);
        return sum;
    }

    /// <summary>How much better than nobody a bid is to the state that likes it least, and which state that is.</summary>
    public (double Margin, int Host) Least(int sponsor)
    {
        var least = (Margin: double.PositiveInfinity, Host: 0);
        for (var h = 0; h < hosts.Shares.Length; h++)
            if (ValueTo(h, sponsor) - ValueTo(h, Nobody) is var margin && margin < least.Margin) least = (margin, h);
        return least;
    }

    /// <summary>The bids that none of the states likes less than nobody.</summary>
    /// <param name="eligible">Sponsors that may be chosen, as a bit mask.</param>
    public ulong Acceptable(ulong eligible) => JointChoice.Acceptable(hosts.Shares, Filled(), eligible);

    /// <summary>Who is chosen; <see cref="Nobody"/> for nobody.</summary>
    /// <inheritdoc cref="Acceptable"/>
    public int Winner(ulong eligible) => JointChoice.Winner(hosts.Shares, Filled(), eligible) is >= 0 and var winner ? winner : Nobody;

    private double[] Filled()
    {
        for (var n = 0; n < values.Length; n++) values[n] = utilities[n] + tastes[n];
        return values;
    }
}
