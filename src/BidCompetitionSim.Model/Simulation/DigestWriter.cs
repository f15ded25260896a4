using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// SHA-256 over a binary encoding of values in the order written: little-endian; doubles as their 64 bits with −0 folded
/// to 0; strings as UTF-8 after an int32 byte count; a bool is one byte. Equal values give equal digests on any machine.
/// </summary>
public sealed class DigestWriter : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[4096];
    private int _used;
    private bool _finished;

    /// <summary>Adds an int, four bytes.</summary>
    public void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), value);

    /// <summary>Adds a long, eight bytes.</summary>
    public void Write(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);

    /// <summary>Adds an unsigned long, eight bytes.</summary>
    public void Write(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Room(sizeof(ulong)), value);

    /// <summary>Adds a bool, one byte.</summary>
    public void Write(bool value) => Room(1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>Adds a double, eight bytes.</summary>
    /// <exception cref="ArgumentException">The value is NaN, whose bits differ between processors.</exception>
    public void Write(double value)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentException("NaN has no place in a digest.", nameof(value));
        }

        // −0 + 0 = +0, and every other value stays as it is.
        BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value + 0.0);
    }

    /// <summary>Adds the count of <paramref name="values"/> as an int, then each.</summary>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public void Write(ReadOnlySpan<double> values)
    {
        Write(values.Length);
        foreach (var value in values)
        {
            Write(value);
        }
    }

    /// <summary>Adds the count of <paramref name="values"/> as an int, then each.</summary>
    public void Write(ReadOnlySpan<int> values)
    {
        Write(values.Length);
        foreach (var value in values)
        {
            Write(value);
        }
    }

    /// <summary>Adds the number of UTF-8 bytes as an int, then the bytes.</summary>
    public void Write(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Write(length);
        if (length <= _buffer.Length)
        {
            Encoding.UTF8.GetBytes(value, Room(length));
            return;
        }

        Flush();
        _hash.AppendData(Encoding.UTF8.GetBytes(value));
    }

    /// <summary>The first 64 bits of the digest of what was written so far; writing may go on.</summary>
    public ulong Peek64()
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        Flush();
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetCurrentHash(digest);
        return BinaryPrimitives.ReadUInt64BigEndian(digest);
    }

    /// <summary>Ends the digest and gives it as 64 lower-case hexadecimal digits, whose first 16 are <see cref="Peek64"/>'s.</summary>
    /// <exception cref="ObjectDisposedException">The digest was ended before.</exception>
    public string FinishHex()
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        Flush();
        _finished = true;
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _finished = true;
        _hash.Dispose();
    }

    private Span<byte> Room(int length)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        if (_used + length > _buffer.Length)
        {
            Flush();
        }

        var room = _buffer.AsSpan(_used, length);
        _used += length;
        return room;
    }

    private void Flush()
    {
        _hash.AppendData(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
