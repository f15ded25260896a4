using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>What a draw is for. The numbers are part of every digest: never renumber, never reuse.</summary>
public enum DrawPurpose : ushort
{
    /// <summary>η: true cost level of a segment around its reference cost.</summary>
    ReferenceCost = 1,

    /// <summary>z: a sponsor's error about its own cost.</summary>
    CostSignal = 2,

    /// <summary>Whether a sponsor is in the market for a segment.</summary>
    Participation = 3,

    /// <summary>ε: the host's taste for one alternative of a tender.</summary>
    HostTaste = 4,

    /// <summary>Error of the Secretariat's opinion on a bid.</summary>
    OpinionError = 5,

    /// <summary>Cost overrun of a construction.</summary>
    Overrun = 6,

    /// <summary>Delay of a construction.</summary>
    Delay = 7,

    /// <summary>Realised over forecast demand.</summary>
    Demand = 8,

    /// <summary>Change of a state's political orientation in a year.</summary>
    Turnover = 9,

    /// <summary>Whether a new government reopens what is signed but not closed.</summary>
    Reopening = 10,

    /// <summary>The host's fresh taste when it reconsiders.</summary>
    ReconsiderationTaste = 11,

    /// <summary>Whether a host overrides the region when every bid is struck.</summary>
    Override = 12,

    /// <summary>Whether a neighbouring state objects to a bid.</summary>
    Objection = 13,

    /// <summary>Noise of what a sponsor observes of a rival's offer.</summary>
    Observation = 14,

    /// <summary>Renegotiation of a loan whose service is not covered.</summary>
    Renegotiation = 15,

    /// <summary>Whether a joint bid that is worthwhile comes about.</summary>
    JointBid = 19,

    /// <summary>A multilateral lender's own appraisal of a segment.</summary>
    LenderAppraisal = 20,

    /// <summary>Which of the offers that it learnt a sponsor makes.</summary>
    LearnedOffer = 21,
}

/// <summary>
/// One drawer's random numbers in one replication. Every draw has an address and none depends on how many came before,
/// so an absent bidder, another arm or another order leaves all other draws alone (docs/model.md §3).
/// </summary>
/// <param name="key">The drawer's own key, see <see cref="KeyFor"/>.</param>
/// <param name="replication">Number of the replication.</param>
public readonly struct Draws(ulong key, uint replication)
{
    private const double TwoToMinus53 = 1.0 / 9007199254740992.0;
    private const double LargestBelowOne = 1.0 - TwoToMinus53;

    /// <summary>A uniform in the open interval (0, 1).</summary>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="index">A model index such as a round or a year, 0 to 65535; never a running count.</param>
    /// <param name="address"><see cref="StableHash"/> of the ids the draw belongs to.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside 0 to 65535.</exception>
    public double Uniform(DrawPurpose purpose, int index, ulong address)
    {
        if ((uint)index > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, "A draw's index lies in 0 to 65535.");
        }

        var counter = new PhiloxBlock(
            replication, ((uint)purpose << 16) | (uint)index, (uint)address, (uint)(address >> 32));
        var block = Philox.At(counter, key);
        var bits = (((ulong)block.Word0 << 32) | block.Word1) >> 11;

        // Above one half the added ½ is rounded to even, which would make the very last value 1.
        return Math.Min((bits + 0.5) * TwoToMinus53, LargestBelowOne);
    }

    /// <summary>The uniforms of several addresses, with the bits of <see cref="Uniform"/>.</summary>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="index">Their index, 0 to 65535.</param>
    /// <param name="addresses">What they belong to; whole vectors of any width in use.</param>
    /// <param name="uniforms">Takes as many.</param>
    internal void FillUniforms(DrawPurpose purpose, int index, ReadOnlySpan<ulong> addresses, Span<double> uniforms)
    {
        for (var k = 0; k < addresses.Length; k += Vector<double>.Count)
        {
            var words = Philox.FirstWordsAt(replication, ((uint)purpose << 16) | (uint)index, new Vector<ulong>(addresses[k..]), key);
            var bits = Vector.ConvertToDouble(Vector.ShiftRightLogical(words, 11));
            Vector.Min((bits + new Vector<double>(0.5)) * TwoToMinus53, new Vector<double>(LargestBelowOne)).CopyTo(uniforms[k..]);
        }
    }

    /// <summary>The standard normals of several addresses, with the bits of <see cref="Normal"/>.</summary>
    /// <inheritdoc cref="FillUniforms"/>
    internal void FillNormals(DrawPurpose purpose, int index, ReadOnlySpan<ulong> addresses, Span<double> normals)
    {
        FillUniforms(purpose, index, addresses, normals);
        Elementary.InvertNormals(normals[..addresses.Length]);
    }

    /// <summary>The Gumbel variates of several addresses, with the bits of <see cref="Gumbel"/>.</summary>
    /// <inheritdoc cref="FillUniforms"/>
    internal void FillGumbels(DrawPurpose purpose, int index, ReadOnlySpan<ulong> addresses, double scale, Span<double> gumbels)
    {
        FillUniforms(purpose, index, addresses, gumbels);
        for (var k = 0; k < addresses.Length; k += Vector<double>.Count)
            (-scale * Elementary.Log(-Elementary.Log(new Vector<double>(gumbels[k..])))).CopyTo(gumbels[k..]);
    }

    /// <summary>A standard normal by inversion: one uniform, monotone in it.</summary>
    /// <inheritdoc cref="Uniform"/>
    public double Normal(DrawPurpose purpose, int index, ulong address) =>
        Elementary.InverseNormal(Uniform(purpose, index, address));

    /// <summary>A Gumbel variate with location 0 by inversion, −scale·ln(−ln u); its mean is 0.5772·scale.</summary>
    /// <inheritdoc cref="Uniform"/>
    public double Gumbel(DrawPurpose purpose, int index, ulong address, double scale) =>
        -scale * Elementary.Log(-Elementary.Log(Uniform(purpose, index, address)));

    /// <summary>
    /// The key under which <paramref name="drawer"/> draws: the first 64 bits of a SHA-256, so that who holds one key
    /// learns neither the seed nor another drawer's key, except by trying seeds: a run among people needs a seed nobody
    /// would guess.
    /// </summary>
    /// <param name="seed">The run's seed, which only the host knows.</param>
    /// <param name="drawer">Id of the agent, or of nature.</param>
    public static ulong KeyFor(ulong seed, string drawer)
    {
        ReadOnlySpan<byte> domain = "bidsim draw key 1\0"u8;
        var message = new byte[domain.Length + sizeof(ulong) + Encoding.UTF8.GetByteCount(drawer)];
        domain.CopyTo(message);
        BinaryPrimitives.WriteUInt64LittleEndian(message.AsSpan(domain.Length), seed);
        Encoding.UTF8.GetBytes(drawer, message.AsSpan(domain.Length + sizeof(ulong)));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
