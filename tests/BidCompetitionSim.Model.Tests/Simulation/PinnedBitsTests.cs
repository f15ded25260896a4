using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tests.Simulation;

/// <summary>The exact bits of functions and draws: whatever changes one of them changes every stored result.</summary>
public class PinnedBitsTests
{
    [Theory]
    [InlineData(0.1, 0x3FF1AEC7B35A00D4)]
    [InlineData(-0.7, 0x3FDFC80DB9DD5542)]
    [InlineData(3.3, 0x403B1CD5E7807B7B)]
    [InlineData(-11.9, 0x3EDC7B2442C0D606)]
    [InlineData(55.5, 0x44F0CA5F56995724)]
    [InlineData(-700.3, 0x00C9A5615B10648A)]
    [InlineData(-740.1, 0x000000000000004D)]
    public void Exp_keeps_its_bits(double x, long bits) => Bits(Elementary.Exp(x)).ShouldBe(bits);

    [Theory]
    [InlineData(1E-310, 0xC0864E69394D9508)]
    [InlineData(0.3, 0xBFF34378FCBDA721)]
    [InlineData(0.9, 0xBFBAF8E8210A415C)]
    [InlineData(1.1, 0x3FB8663F793C46CC)]
    [InlineData(7.7, 0x4000546B52E30F62)]
    [InlineData(1E+200, 0x407CC845B54B54F2)]
    public void Log_keeps_its_bits(double x, ulong bits) => Bits(Elementary.Log(x)).ShouldBe((long)bits);

    [Theory]
    [InlineData(1.03, 27.3, 0x4001EDB84E698A1E)]
    [InlineData(0.7, -2.2, 0x400188A27CE42DC6)]
    [InlineData(3.9, 0.8, 0x4007C3E4DC763839)]
    [InlineData(0.001, 55.1, 0x1D9D8DD8DED32D1F)]
    public void Pow_keeps_its_bits(double x, double y, long bits) => Bits(Elementary.Pow(x, y)).ShouldBe(bits);

    [Theory]
    [InlineData(-30.3, 0x162676969D381F81)]
    [InlineData(-6.1, 0x3E0238F0C064F0A0)]
    [InlineData(-2.7, 0x3F6C66C563346A6D)]
    [InlineData(-0.3, 0x3FD87423A677E90E)]
    [InlineData(0.5, 0x3FE62075E232AC76)]
    [InlineData(2.2, 0x3FEF8E1A5B741785)]
    public void NormalCdf_keeps_its_bits(double x, long bits) => Bits(Elementary.NormalCdf(x)).ShouldBe(bits);

    [Theory]
    [InlineData(1E-40, 0xC02A9F311603CC13)]
    [InlineData(0.003, 0xC005FB74CE9859BC)]
    [InlineData(0.31, 0xBFDFBC03186452C5)]
    [InlineData(0.77, 0x3FE7A4A225C019B3)]
    [InlineData(0.9999, 0x400DC08BB712897A)]
    public void InverseNormal_keeps_its_bits(double u, ulong bits) =>
        Bits(Elementary.InverseNormal(u)).ShouldBe((long)bits);

    [Theory]
    [InlineData(-12.3, 0x4028C2B16DF4BFDD)]
    [InlineData(-3.1, 0x400B0273914EF660)]
    [InlineData(0.4, 0x3FE1FAF16F9FDF52)]
    public void NormalHazard_keeps_its_bits(double t, long bits) => Bits(Elementary.NormalHazard(t)).ShouldBe(bits);

    [Theory]
    [InlineData(-2.9, 0x3FAAB3DF2F9556BA)]
    [InlineData(0.6, 0x3FE4A93769F6453E)]
    public void Logistic_keeps_its_bits(double x, long bits) => Bits(Elementary.Logistic(x)).ShouldBe(bits);

    [Fact]
    public void Hashes_of_ids_keep_their_bits()
    {
        StableHash.Of("").ShouldBe(0xEFD01F60BA992926);
        StableHash.Of("china").ShouldBe(0x26139396D9E14E40u);
        StableHash.Of("segment", "sponsor").ShouldBe(0x1C74A5F2685DCF17u);
        StableHash.Of("vientiane-boten", "japan", 2).ShouldBe(0xA2EECE7A3189DCCA);
    }

    [Fact]
    public void Keys_keep_their_bits()
    {
        Draws.KeyFor(1, "china").ShouldBe(0x19310234F923F06Bu);
        Draws.KeyFor(20150916, "nature").ShouldBe(0xA28D713E86EE6732);
    }

    [Fact]
    public void Draws_keep_their_bits()
    {
        var draws = new Draws(Draws.KeyFor(1, "china"), 0);
        var address = StableHash.Of("vientiane-boten", "china", 0);
        Bits(draws.Uniform(DrawPurpose.CostSignal, 0, address)).ShouldBe(0x3FEDBF5E21A04BE0);
        Bits(draws.Normal(DrawPurpose.CostSignal, 0, address)).ShouldBe(0x3FF790FA45952B50);
        Bits(draws.Gumbel(DrawPurpose.HostTaste, 0, address, 0.55)).ShouldBe(0x3FB29489889BC46D);
    }

    [Fact]
    public void Fingerprints_keep_their_bits()
    {
        var fingerprint = default(Fingerprint);
        fingerprint.Add(1.5);
        fingerprint.Add(-3);
        fingerprint.Add(77UL);
        fingerprint.Value.ShouldBe(0x3A963FFAA161DEFBu);
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
