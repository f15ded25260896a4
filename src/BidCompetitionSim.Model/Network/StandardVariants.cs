using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Network;

/// <summary>
/// Technical standards as they stand on the ground. Where a state prescribes an attribute, as the side of the road, one standard has a variant for
/// each set of such values, and a line is built in the variant of the state that lets it, whoever builds. A network's nodes are (place, variant);
/// awards and records speak of standards. In a system without such attributes the two are the same, index by index.
/// </summary>
public sealed class StandardVariants
{
    private readonly int[] variantOfState;

    /// <summary>Lists the variants of some standards.</summary>
    /// <param name="standards">The standards, in index order.</param>
    /// <param name="attributes">The attributes of the system.</param>
    /// <param name="states">All states.</param>
    /// <param name="present">By state: whether it owns a place of the system or lets a segment of it.</param>
    public StandardVariants(Standard[] standards, InterfaceAttribute[] attributes, ReadOnlySpan<string> states, ReadOnlySpan<bool> present)
    {
        var prescribed = Array.FindAll(attributes, static attribute => attribute.States.Length > 0);
        variantOfState = new int[states.Length];
        var sets = new List<AttributeValue[]>();
        for (var state = 0; state < states.Length; state++)
            if (present[state]) variantOfState[state] = IndexOf(sets, ValuesIn(prescribed, states[state]));
        PerStandard = Math.Max(1, sets.Count);
        All = sets.Count <= 1 ? standards : [.. standards.SelectMany(standard => sets.Select(set => standard with { Attributes = [.. standard.Attributes, .. set] }))];
    }

    /// <summary>How many variants each standard has.</summary>
    public int PerStandard { get; }

    /// <summary>All variants: those of the first standard, then those of the second, and so on.</summary>
    public Standard[] All { get; }

    /// <summary>Which of a standard's variants a state builds in.</summary>
    public int Of(int state) => variantOfState[state];

    /// <summary>Index, among all variants, of a standard as a state builds in it.</summary>
    public int In(int standard, int state) => standard * PerStandard + variantOfState[state];

    /// <summary>The standard that a variant is one of.</summary>
    public int StandardOf(int variant) => variant / PerStandard;

    private static AttributeValue[] ValuesIn(InterfaceAttribute[] prescribed, string state) => Array.ConvertAll(prescribed, attribute => new AttributeValue
    {
        Attribute = attribute.Id, Value = Array.Find(attribute.States, value => value.State == state)?.Value ?? "",
    });

    private static int IndexOf(List<AttributeValue[]> sets, AttributeValue[] values)
    {
        var known = sets.FindIndex(set => set.SequenceEqual(values));
        if (known >= 0) return known;
        sets.Add(values);
        return sets.Count - 1;
    }
}
