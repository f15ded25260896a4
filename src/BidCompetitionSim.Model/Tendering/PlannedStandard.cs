using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The standard in which a system's plan draws what is not let yet: the specification where there is one, else that with most committed kilometres.
/// Scratch of its owner.
/// </summary>
internal sealed class PlannedStandard(Compiled compiled, CompiledSystem system)
{
    private readonly double[] committedKm = new double[system.StandardIds.Length];
    private readonly double[] lengthsKm = Array.ConvertAll(system.Segments, segment => compiled.Scenario.Segments[segment].LengthKm);

    /// <summary>Index of the standard, on a record as it is now.</summary>
    public int In(Record record, Arm arm)
    {
        if (arm.Specification != SpecificationRule.None) return system.Specification;
        Array.Clear(committedKm);
        // What is not committed adds no kilometres, to whichever standard: what is cannot be foretold.
        for (var local = 0; local < lengthsKm.Length; local++)
        {
            var segment = system.Segments[local];
            var committed = Convert.ToInt32(record.IsCommitted(segment));
            committedKm[record.Standards[segment] & -committed] += lengthsKm[local] * committed;
        }
        var best = system.Specification;
        for (var standard = 0; standard < committedKm.Length; standard++)
            if (committedKm[standard] > committedKm[best]) best = standard;
        return best;
    }
}
