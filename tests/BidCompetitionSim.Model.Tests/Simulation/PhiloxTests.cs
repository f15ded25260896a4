using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tests.Simulation;

public class PhiloxTests
{
    // Known-answer vectors published with the generator (Salmon et al. 2011, Random123 kat_vectors).
    [Fact]
    public void Philox_of_zeros() =>
        Philox.At(default, 0).ShouldBe(new PhiloxBlock(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8));

    [Fact]
    public void Philox_of_all_ones() =>
        Philox.At(new(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue), ulong.MaxValue)
            .ShouldBe(new PhiloxBlock(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd));

    [Fact]
    public void Philox_of_the_digits_of_pi() =>
        Philox.At(new(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), 0x299f31d0_a4093822)
            .ShouldBe(new PhiloxBlock(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1));
}
