using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

/// <summary>Small values for network tests.</summary>
internal static class SomeNetwork
{
    public const int Hour = 3600;

    public static Standard Standard(string id, IEnumerable<(string Attribute, string Value)> values) => new()
    {
        Id = id,
        Name = id,
        Attributes = [.. values.Select(value => new AttributeValue { Attribute = value.Attribute, Value = value.Value })],
    };

    public static CostTable UnitGraph(int nodes, params (int From, int To)[] edges)
    {
        var table = new CostTable(nodes, InterfaceTable.Seamless);
        foreach ((int from, int to) in edges)
        {
            table.Add(from, to, 1);
        }

        return table;
    }
}
