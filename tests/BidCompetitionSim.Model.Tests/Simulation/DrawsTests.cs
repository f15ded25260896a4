using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tests.Simulation;

public class DrawsTests
{
    private static readonly ulong Address = StableHash.Of("kunming-vientiane", "china", 1);

    [Fact]
    public void Draws_taken_side_by_side_are_those_taken_one_by_one() =>
        Replayable.ForAll<(ulong Key, uint Replication, ulong Address, ushort Index)>(from =>
        {
            var draws = new Draws(from.Key, from.Replication);
            var addresses = Enumerable.Range(0, 64).Select(k => from.Address * (ulong)(2 * k + 1)).ToArray();
            var (uniforms, normals, gumbels) = (new double[64], new double[64], new double[64]);
            draws.FillUniforms(DrawPurpose.Turnover, from.Index, addresses, uniforms);
            draws.FillNormals(DrawPurpose.Demand, from.Index, addresses, normals);
            draws.FillGumbels(DrawPurpose.HostTaste, from.Index, addresses, 0.7, gumbels);
            return Enumerable.Range(0, 64).All(k =>
                AreSame(uniforms[k], draws.Uniform(DrawPurpose.Turnover, from.Index, addresses[k]))
                && AreSame(normals[k], draws.Normal(DrawPurpose.Demand, from.Index, addresses[k]))
                && AreSame(gumbels[k], draws.Gumbel(DrawPurpose.HostTaste, from.Index, addresses[k], 0.7)));
        });

    private static bool AreSame(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    [Fact]
    public void A_uniform_is_the_Philox_block_at_its_address()
    {
        var block = Philox.At(new(7, (2u << 16) | 3u, 0x55667788, 0x11223344), 0xAABBCCDD_00112233);
        var bits = (((ulong)block.Word0 << 32) | block.Word1) >> 11;
        new Draws(0xAABBCCDD_00112233, 7).Uniform(DrawPurpose.CostSignal, 3, 0x11223344_55667788)
            .ShouldBe((bits + 0.5) / 9007199254740992.0);
    }

    [Fact]
    public void Purpose_index_address_replication_and_key_each_give_another_draw()
    {
        var draws = new Draws(1, 1);
        double[] values =
        [
            draws.Uniform(DrawPurpose.Overrun, 0, Address),
            draws.Uniform(DrawPurpose.Delay, 0, Address),
            draws.Uniform(DrawPurpose.Overrun, 1, Address),
            draws.Uniform(DrawPurpose.Overrun, 0, Address ^ 1),
            draws.Uniform(DrawPurpose.Overrun, 0, Address ^ (1UL << 63)),
            new Draws(2, 1).Uniform(DrawPurpose.Overrun, 0, Address),
            new Draws(1UL << 63, 1).Uniform(DrawPurpose.Overrun, 0, Address),
            new Draws(1, 2).Uniform(DrawPurpose.Overrun, 0, Address),
        ];
        values.Distinct().Count().ShouldBe(values.Length);
        draws.Uniform(DrawPurpose.Overrun, 0, Address).ShouldBe(values[0]);
    }

    [Fact]
    public void An_index_outside_sixteen_bits_is_refused()
    {
        var draws = new Draws(1, 1);
        Should.Throw<ArgumentOutOfRangeException>(() => draws.Uniform(DrawPurpose.Delay, 65536, Address));
        Should.Throw<ArgumentOutOfRangeException>(() => draws.Uniform(DrawPurpose.Delay, -1, Address));
        draws.Uniform(DrawPurpose.Delay, 65535, Address).ShouldBeInRange(0.0, 1.0);
    }

    [Fact]
    public void Uniforms_lie_inside_the_unit_interval_and_fill_it_evenly()
    {
        const int Count = 100_000;
        var bins = new int[20];
        for (uint replication = 0; replication < Count; replication++)
        {
            var u = new Draws(99, replication).Uniform(DrawPurpose.HostTaste, 0, Address);
            u.ShouldBeGreaterThan(0.0);
            u.ShouldBeLessThan(1.0);
            bins[(int)(u * bins.Length)]++;
        }

        // χ² with 19 degrees of freedom: 43.82 is its 99.9 % point.
        var expected = (double)Count / bins.Length;
        bins.Sum(n => (n - expected) * (n - expected) / expected).ShouldBeLessThan(43.82);
    }

    [Fact]
    public void Normals_and_Gumbels_have_their_moments()
    {
        const int Count = 100_000;
        const double EulerGamma = 0.57721566490153286;
        double normals = 0, squares = 0, gumbels = 0, gumbelSquares = 0;
        for (uint replication = 0; replication < Count; replication++)
        {
            var draws = new Draws(5, replication);
            var z = draws.Normal(DrawPurpose.CostSignal, 0, Address);
            var g = draws.Gumbel(DrawPurpose.HostTaste, 0, Address, 0.55);
            normals += z;
            squares += z * z;
            gumbels += g;
            gumbelSquares += g * g;
        }

        var gumbelMean = gumbels / Count;
        (normals / Count).ShouldBe(0.0, 0.01);
        (squares / Count).ShouldBe(1.0, 0.02);
        gumbelMean.ShouldBe(EulerGamma * 0.55, 0.01);
        (gumbelSquares / Count - gumbelMean * gumbelMean).ShouldBe(Math.PI * Math.PI / 6 * 0.55 * 0.55, 0.02);
    }

    [Fact]
    public void Purposes_keep_their_numbers() =>
        Enum.GetValues<DrawPurpose>().Select(purpose => $"{(ushort)purpose} {purpose}").ShouldBe(
        [
            "1 ReferenceCost", "2 CostSignal", "3 Participation", "4 HostTaste", "5 OpinionError", "6 Overrun", "7 Delay",
            "8 Demand", "9 Turnover", "10 Reopening", "11 ReconsiderationTaste", "12 Override", "13 Objection",
            "14 Observation", "15 Renegotiation", "19 JointBid", "20 LenderAppraisal", "21 LearnedOffer",
        ]);

    [Fact]
    public void Keys_differ_by_seed_and_by_drawer()
    {
        ulong[] keys =
        [
            Draws.KeyFor(1, "china"), Draws.KeyFor(2, "china"), Draws.KeyFor(1, "japan"), Draws.KeyFor(1, "china "),
            Draws.KeyFor(1, ""), Draws.KeyFor(1UL << 63, "china"),
        ];
        keys.Distinct().Count().ShouldBe(keys.Length);
    }
}
