using BidCompetitionSim.Model.Shocks;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// What a network costs while shocks close borders: every border crossed costs their hours besides, and paths are chosen anew. Few snapshots are ever asked
/// about, so each is searched when it is. Scratch of its owner; nothing allocates after construction.
/// </summary>
internal sealed class ClosedBorders
{
    private readonly CompiledSystem system;
    private readonly ShockCalendar shocks;
    private readonly int index;
    private readonly CostTable table;
    private readonly Edge[] slowed;
    private readonly int[][] costs;
    private readonly ulong[] known;

    public ClosedBorders(CompiledSystem system, ShockCalendar shocks, int index)
    {
        (this.system, this.shocks, this.index) = (system, shocks, index);
        table = new CostTable(system.Places.Length, system.Interfaces);
        slowed = new Edge[system.LinkEdges.Length + system.Segments.Length];
        costs = new int[system.Segments.Length + 1][];
        for (var epoch = 0; epoch < costs.Length; epoch++) costs[epoch] = new int[system.Pairs.Count];
        known = new ulong[costs.Length];
    }

    public void Forget() => Array.Clear(known);

    public bool Knows(int epoch, ulong closed) => known[epoch] == closed;

    public ReadOnlySpan<int> CostsIn(int epoch) => costs[epoch];

    public void Draw(int epoch, ulong closed, ReadOnlySpan<Edge> edges)
    {
        known[epoch] = closed;
        for (var k = 0; k < edges.Length; k++)
        {
            var hours = shocks.BorderHours(closed, index, system.PlaceStates[edges[k].PlaceA], system.PlaceStates[edges[k].PlaceB]);
            slowed[k] = hours == 0 ? edges[k] : edges[k] with { Cost = edges[k].Cost + LinkCost.Seconds(hours) };
        }
        table.Rebuild(slowed.AsSpan(0, edges.Length));
        PlaceCosts.Of(table, system.Pairs.Pairs, costs[epoch]);
    }
}
