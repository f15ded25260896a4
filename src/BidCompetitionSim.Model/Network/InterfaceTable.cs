namespace BidCompetitionSim.Model.Network;

/// <summary>What it costs, at one place, to pass from one technical standard of a system to another: symmetric, zero on the diagonal.</summary>
public sealed class InterfaceTable
{
    private const int MostAttributes = 32;

    private readonly int[] seconds;
    private readonly uint[] clashes;
    private readonly string[] attributes;

    private InterfaceTable(int standards, string[] attributes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(standards, 1);
        Standards = standards;
        this.attributes = attributes;
        seconds = new int[standards * standards];
        clashes = new uint[standards * standards];
    }

    /// <summary>A system in which standards do not matter: one node a place. Path costs in it are gˢ and g* of docs/model.md §4.8.</summary>
    public static InterfaceTable Seamless { get; } = new(1, []);

    /// <summary>Number of standards.</summary>
    public int Standards { get; }

    /// <summary>The attributes that can clash, in the order of the bits of <see cref="Clashes"/>.</summary>
    public ReadOnlySpan<string> Attributes => attributes;

    /// <summary>Interface cost between two standards: seconds, or 3600ths of the system's own cost unit.</summary>
    public int Seconds(int a, int b) => seconds[a * Standards + b];

    /// <summary>Which attributes of two standards clash: bit k stands for <see cref="Attributes"/>[k]. Zero if and only if <see cref="Seconds"/> is.</summary>
    public uint Clashes(int a, int b) => clashes[a * Standards + b];

    /// <summary>One penalty between any two standards, as for passengers who change trains.</summary>
    /// <param name="standards">Number of standards, at least 1.</param>
    /// <param name="hours">The penalty, hours, finite and not negative.</param>
    /// <param name="attribute">The name under which it is reported, such as "change of train".</param>
    public static InterfaceTable Flat(int standards, double hours, string attribute)
    {
        var table = new InterfaceTable(standards, [attribute]);
        int penalty = LinkCost.Seconds(hours);
        for (int a = 0; a < standards; a++)
        {
            for (int b = 0; b < standards; b++)
            {
                table.Set(a, b, a == b ? 0 : penalty, 1u);
            }
        }

        return table;
    }

    /// <summary>Derives penalties from the attributes in which two standards differ.</summary>
    /// <remarks>
    /// An exclusive attribute that differs counts alone (the dearest, if several do); else all that differ add up. An attribute
    /// prescribed by one standard and left open by the other differs: if silence fitted everything, two clashing
    /// standards would both fit it and the triangle inequality would fail.
    /// </remarks>
    /// <param name="standards">The standards, in index order, at least one.</param>
    /// <param name="attributes">What a difference costs, hours or cost units, at most 32 attributes; one that costs nothing never clashes.</param>
    /// <exception cref="ArgumentException">There are more than 32 attributes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A penalty is negative or not finite, or there is no standard.</exception>
    public static InterfaceTable Derive(Standard[] standards, InterfaceAttribute[] attributes)
    {
        if (attributes.Length > MostAttributes)
        {
            throw new ArgumentException($"At most {MostAttributes} attributes can clash; found {attributes.Length}.", nameof(attributes));
        }

        var table = new InterfaceTable(standards.Length, Array.ConvertAll(attributes, attribute => attribute.Id));
        for (int a = 0; a < standards.Length; a++)
        {
            for (int b = 0; b < standards.Length; b++)
            {
                (int cost, uint mask) = Compare(standards[a], standards[b], attributes);
                table.Set(a, b, cost, mask);
            }
        }

        return table;
    }

    /// <summary>All (a, via, b) for which passing through a third standard is cheaper than the direct interface: none in a valid scenario.</summary>
    public InterfaceTriangle[] TriangleViolations()
    {
        var found = new List<InterfaceTriangle>();
        for (int a = 0; a < Standards; a++)
        {
            for (int b = a + 1; b < Standards; b++)
            {
                for (int via = 0; via < Standards; via++)
                {
                    if (Seconds(a, via) + Seconds(via, b) < Seconds(a, b))
                    {
                        found.Add(new InterfaceTriangle(a, via, b));
                    }
                }
            }
        }

        return [.. found];
    }

    private static (int Seconds, uint Clashes) Compare(Standard a, Standard b, InterfaceAttribute[] attributes)
    {
        uint mask = 0;
        int sum = 0;
        int alone = 0;
        for (int k = 0; k < attributes.Length; k++)
        {
            int cost = LinkCost.Seconds(attributes[k].PenaltyHours ?? attributes[k].ChargeCostUnits ?? 0);
            if (cost == 0 || ValueOf(a, attributes[k]) == ValueOf(b, attributes[k]))
            {
                continue;
            }

            mask |= 1u << k;
            sum = Math.Min(CostTable.Unreachable, sum + cost);
            alone = attributes[k].Exclusive ? Math.Max(alone, cost) : alone;
        }

        return (alone > 0 ? alone : sum, mask);
    }

    private static string? ValueOf(Standard standard, InterfaceAttribute attribute) =>
        Array.Find(standard.Attributes, value => value.Attribute == attribute.Id)?.Value;

    private void Set(int a, int b, int cost, uint mask)
    {
        seconds[a * Standards + b] = cost;
        clashes[a * Standards + b] = cost == 0 ? 0u : mask;
    }
}

/// <summary>Three standards whose interfaces break the triangle inequality.</summary>
/// <param name="From">One standard.</param>
/// <param name="Via">The standard that makes a cheaper detour.</param>
/// <param name="To">The other standard.</param>
public readonly record struct InterfaceTriangle(int From, int Via, int To);
