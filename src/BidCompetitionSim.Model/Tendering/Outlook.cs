using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// What each technical standard on offer for a segment would do to the plan: the network as it will be if everything still planned is built
/// (docs/model.md §4.6). Derived from the record alone, so every agent finds the same; kept until the record's network changes.
/// </summary>
public sealed class Outlook
{
    private readonly Compiled compiled;
    private readonly PlanNetwork[] plans;
    private int segment;

    /// <summary>An outlook to be pointed at a record.</summary>
    public Outlook(Compiled compiled)
    {
        this.compiled = compiled;
        plans = Array.ConvertAll(compiled.Systems, system => new PlanNetwork(compiled, system));
    }

    private PlanNetwork Plan => plans[compiled.Segments[segment].System];

    /// <summary>Points it at a segment of a record.</summary>
    public void Load(Record record, Arm arm, int segment)
    {
        this.segment = segment;
        Plan.Load(record, arm, segment);
    }

    /// <summary>The standards on offer for the segment.</summary>
    internal ReadOnlySpan<int> OnOffer => Plan.OnOffer;

    /// <summary>Compatibility of the segment's pairs in a standard, less that in the best standard on offer; at most 0 for those on offer.</summary>
    public double Change(int standard) => Plan.Change(standard);

    /// <summary>The same over the pairs of one state; 0 where none of its pairs needs the segment.</summary>
    public double ChangeFor(int state, int standard) => Plan.ChangeFor(state, standard);
}
