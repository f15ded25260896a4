using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs;

/// <summary>Change of trade potential in intermediate goods, averaged over the run, over what the network and the regimes of the first day would leave it at.</summary>
public sealed record TradeResult
{
    [Meaning("By the network as it grew and the regimes as they came; 0.1 is a tenth more.")]
    public required double Change { get; init; }

    [Meaning("By the network alone.")]
    public required double ByNetwork { get; init; }

    [Meaning("By the regimes alone.")]
    public required double ByRegimes { get; init; }

    [Meaning("What both gain together beyond the sum of each alone.")]
    public required double Complementarity { get; init; }

    [Meaning("The change over all trade, other goods held still.")]
    public required double ChangeOfAll { get; init; }

    [Meaning("Change by state that trades across a border.")]
    public required IReadOnlyDictionary<string, double> ByState { get; init; }
}
