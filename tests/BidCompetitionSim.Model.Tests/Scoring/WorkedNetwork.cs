using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Scoring;

/// <summary>
/// The path A–B–C, one place per state, equal weights: 20 h a link before, 10 h when built, 3 h where standards 0 and 1 meet.
/// </summary>
internal sealed class WorkedNetwork
{
    private const int Hour = 3600;
    private readonly SystemNetwork network;
    private readonly int[] before;
    private readonly int[] ideal;

    public WorkedNetwork(double borderHours = 0.0, double populationOfC = 3.0)
    {
        Pairs = new PairSet([new(0, 1, 1), new(1, 1.0 / 2.0, 2), new(2, 1.0 / populationOfC, populationOfC)], [0, 1, 1, 0, 0, 1, 0, 0, 0]);
        int border = LinkCost.Seconds(borderHours);
        Edge[] inherited = [new(0, 1, 0, 20 * Hour + border), new(1, 2, 0, 20 * Hour + border)];
        AB = new Edge(0, 1, 0, 10 * Hour + border);
        BC = new Edge(1, 2, 1, 10 * Hour + border);
        ideal = new IdealNetwork(Pairs, 3, inherited, [AB, BC]).Costs;
        network = new SystemNetwork(Pairs, 3, InterfaceTable.Flat(2, 3, "transfer"));
        network.Rebuild(inherited);
        before = network.Actual.ToArray();
        Q = Pairs.Improvable(before, ideal);
    }

    public PairSet Pairs { get; }

    public Edge AB { get; }

    public Edge BC { get; }

    public int[] Q { get; }

    public PairCosts Costs => new()
    {
        Weights = Pairs.Weights,
        Before = before,
        Actual = network.Actual,
        Seamless = network.Seamless,
        Ideal = ideal,
    };

    public WorkedNetwork With(params Edge[] built)
    {
        foreach (Edge edge in built)
        {
            network.Add(edge);
        }

        return this;
    }
}
