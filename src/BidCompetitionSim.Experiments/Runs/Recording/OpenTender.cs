using System.Numerics;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>A tender under way, as the messages about it build it up. Sets of sponsors are bit masks, arrays are by sponsor.</summary>
internal sealed class OpenTender(TenderKey key, int sponsors)
{
    public TenderKey Key { get; } = key;

    public Bid[] Bids { get; } = new Bid[sponsors];

    public double[] Opinions { get; } = new double[sponsors];

    public double[] Tastes { get; } = new double[sponsors];

    public List<string>[] Objectors { get; } = [.. Enumerable.Range(0, sponsors).Select(_ => new List<string>())];

    /// <summary>By sponsor: contracting states that like its bid less than none, where several choose together.</summary>
    public List<string>[] Refusals { get; } = [.. Enumerable.Range(0, sponsors).Select(_ => new List<string>())];

    public List<string> Declined { get; } = [];

    public ulong Received { get; set; }

    public ulong Improved { get; set; }

    public ulong Floored { get; set; }

    public ulong Objected { get; set; }

    public ulong Judged { get; set; }

    public bool HasOpinion { get; set; }

    public bool HasChoice { get; set; }

    public double NobodyTaste { get; set; }

    /// <summary>By state that let it and has said what it thinks: its tastes by sponsor, nobody's last.</summary>
    public Dictionary<int, double[]> HostTastes { get; } = [];

    /// <summary>Its offers as they were when its hosts had all said what they think; null before that.</summary>
    public OfferResult[]? Sheet { get; set; }

    /// <summary>The sponsor that its hosts chose as if it were let alone, empty for nobody; null before they did.</summary>
    public string? Choice { get; set; }

    public int OtherBids => BitOperations.PopCount(Received) - 1;

    /// <summary>What its hosts think of its offers; they have all said so.</summary>
    public Ballots BallotsOn(TenderView view)
    {
        var ballots = new Ballots(view, Received);
        for (var h = 0; h < view.Hosts.Shares.Length; h++) HostTastes[view.Hosts.Shares[h].State].CopyTo(ballots.TastesOf(h));
        for (var left = Judged; left != 0; left &= left - 1) ballots.Put(Bids[BitOperations.TrailingZeroCount(left)], Opinions[BitOperations.TrailingZeroCount(left)]);
        return ballots;
    }

    public string? StruckFor(int sponsor) =>
        (Floored >> sponsor & 1) != 0 ? Words.Kebab(StrikeReason.Floor) : (Objected >> sponsor & 1) != 0 ? Words.Kebab(StrikeReason.Objection) : null;
}
