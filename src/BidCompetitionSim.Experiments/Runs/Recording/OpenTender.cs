using BidCompetitionSim.Model.Simulation;
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

    /// <summary>The sponsor that its one host chose, empty for nobody; null before it did, and where several states choose.</summary>
    public string? Choice { get; set; }

    public string? StruckFor(int sponsor) =>
        (Floored >> sponsor & 1) != 0 ? Words.Kebab(StrikeReason.Floor) : (Objected >> sponsor & 1) != 0 ? Words.Kebab(StrikeReason.Objection) : null;
}
