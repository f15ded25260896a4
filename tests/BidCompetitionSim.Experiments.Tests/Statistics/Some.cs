using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

/// <summary>Random values by address, so that every test is the same every time.</summary>
internal static class Some
{
    public static double Uniform(ulong seed, int index)
    {
        var word = Philox.At(new PhiloxBlock((uint)index, 0, 0, 0), seed);
        return (((ulong)word.Word0 << 20 | word.Word1 >> 12) + 0.5) / (1UL << 52);
    }

    public static double Normal(ulong seed, int index) => Elementary.InverseNormal(Uniform(seed, index));
}
