using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>Uniform numbers of a design: addressed by what they are for, so that one more factor or point leaves all others alone.</summary>
/// <param name="seed">The seed.</param>
/// <param name="purpose">What they are for, one word.</param>
internal readonly struct AddressedUniform(ulong seed, string purpose)
{
    private readonly ulong _key = Draws.KeyFor(seed, "experiment/" + purpose);

    /// <summary>A uniform in (0, 1): odd multiples of 2⁻⁵³.</summary>
    public double At(string name, uint first, uint second = 0) => ((Bits(name, first, second) >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>64 random bits.</summary>
    public ulong Bits(string name, uint first, uint second = 0)
    {
        var address = StableHash.Of(name);
        var block = Philox.At(new PhiloxBlock(first, second, (uint)address, (uint)(address >> 32)), _key);
        return ((ulong)block.Word0 << 32) | block.Word1;
    }
}
