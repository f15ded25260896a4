using System.Runtime.Intrinsics;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The standard in which a system's plan draws what is not let yet: the specification where there is one, else that with most committed kilometres.
/// Scratch of its owner.
/// </summary>
internal sealed class PlannedStandard(Compiled compiled, CompiledSystem system)
{
    private readonly int index = Array.IndexOf(compiled.Systems, system);
    private readonly double[] committedKm = new double[system.StandardIds.Length + Vector512<double>.Count];
    private readonly double[] lengthsKm = Array.ConvertAll(system.Segments, segment => compiled.Scenario.Segments[segment].LengthKm);

    /// <summary>Index of the standard, on a record as it is now.</summary>
    public int In(Record record, Arm arm)
    {
        if (arm.Specification != SpecificationRule.None) return system.Specification;
        var (best, standards) = (system.Specification, system.StandardIds.Length);
        for (var first = 0; first < standards; first += Vector512<double>.Count) SumFrom(first, record.LinesOf(index));
        for (var standard = 0; standard < standards; standard++)
            if (committedKm[standard] > committedKm[best]) best = standard;
        return best;
    }

    // Several standards side by side: which of them a segment adds to cannot be foretold.
    private void SumFrom(int first, ReadOnlySpan<sbyte> lines)
    {
        var (sums, own) = (Vector512<double>.Zero, Vector512<long>.Indices + Vector512.Create((long)first));
        for (var local = 0; local < lengthsKm.Length; local++)
            sums += Vector512.Create(lengthsKm[local]) & Vector512.Equals(Vector512.Create((long)lines[local]), own).AsDouble();
        sums.CopyTo(committedKm, first);
    }
}
