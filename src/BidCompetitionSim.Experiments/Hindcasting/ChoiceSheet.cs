using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>A choice being written down: equally likely nodes, and at each the utility of every alternative as a fixed part and features.</summary>
internal sealed class ChoiceSheet(int nodes)
{
    private readonly double[] _fixed = new double[nodes * ReplayedChoice.Alternatives];
    private readonly double[] _features = new double[nodes * ReplayedChoice.Alternatives * ChoiceWeights.Count];

    public Cell At(int node, Winner alternative) => new(this, node * ReplayedChoice.Alternatives + (int)alternative);

    public ReplayedChoice Choice(HistoricalCase source, double chinaInMarket, double japanInMarket)
    {
        var weights = new double[nodes];
        Array.Fill(weights, 1.0 / nodes);
        return new ReplayedChoice(source, weights, _fixed, _features, chinaInMarket, japanInMarket);
    }

    /// <summary>One alternative at one node.</summary>
    public readonly struct Cell(ChoiceSheet sheet, int place)
    {
        public void Fix(double utility) => sheet._fixed[place] = utility;

        public void Set(Weight weight, double feature) => sheet._features[place * ChoiceWeights.Count + (int)weight] = feature;
    }
}
