using System.Security.Cryptography;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tests.Simulation;

public class DigestWriterTests
{
    [Fact]
    public void Nothing_written_is_the_digest_of_the_empty_message() =>
        Hex(_ => { }).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [Fact]
    public void Values_are_written_little_endian_with_their_lengths()
    {
        byte[] expected =
        [
            4, 3, 2, 1,
            8, 7, 6, 5, 4, 3, 2, 1,
            1, 0,
            0, 0, 0, 0, 0, 0, 0xF8, 0x3F,
            4, 0, 0, 0, 0xC4, 0x90, (byte)'o', (byte)'x',
            2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0,
            1, 0, 0, 0, 5, 0, 0, 0,
        ];
        Hex(writer =>
        {
            writer.Write(0x01020304);
            writer.Write(0x0102030405060708L);
            writer.Write(true);
            writer.Write(false);
            writer.Write(1.5);
            writer.Write("Đox");
            writer.Write([1.0, -2.0]);
            writer.Write([5]);
        }).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(expected)));
    }

    [Fact]
    public void Minus_zero_counts_as_zero() =>
        Hex(writer => writer.Write(-0.0)).ShouldBe(Hex(writer => writer.Write(0.0)));

    [Fact]
    public void NaN_is_refused()
    {
        using var writer = new DigestWriter();
        Should.Throw<ArgumentException>(() => writer.Write(double.NaN));
        Should.Throw<ArgumentException>(() => writer.Write([1.0, double.NaN]));
    }

    [Fact]
    public void Where_one_string_ends_and_the_next_begins_counts() =>
        Hex(writer => { writer.Write("ab"); writer.Write("c"); })
            .ShouldNotBe(Hex(writer => { writer.Write("a"); writer.Write("bc"); }));

    [Fact]
    public void A_peek_shows_the_first_bits_and_changes_nothing()
    {
        using var peeking = new DigestWriter();
        peeking.Write(1);
        peeking.Peek64().ShouldBe(Convert.ToUInt64(Hex(writer => writer.Write(1))[..16], 16));
        peeking.Write(2);
        peeking.FinishHex().ShouldBe(Hex(writer => { writer.Write(1); writer.Write(2); }));
    }

    [Fact]
    public void Long_messages_and_long_strings_do_not_depend_on_the_buffer()
    {
        var text = new string('ă', 9_000);
        var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        var expected = new List<byte>();
        for (var i = 0; i < 3_000; i++)
        {
            expected.AddRange(BitConverter.GetBytes(i));
        }

        expected.AddRange(BitConverter.GetBytes(utf8.Length));
        expected.AddRange(utf8);
        Hex(writer =>
        {
            for (var i = 0; i < 3_000; i++)
            {
                writer.Write(i);
            }

            writer.Write(text);
        }).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(expected.ToArray())));
    }

    [Fact]
    public void A_finished_digest_takes_no_more()
    {
        using var writer = new DigestWriter();
        writer.FinishHex();
        Should.Throw<ObjectDisposedException>(() => writer.Write(1));
        Should.Throw<ObjectDisposedException>(writer.FinishHex);
    }

    private static string Hex(Action<DigestWriter> write)
    {
        using var writer = new DigestWriter();
        write(writer);
        return writer.FinishHex();
    }
}
