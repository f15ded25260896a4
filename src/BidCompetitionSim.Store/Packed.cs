using System.IO.Compression;

namespace BidCompetitionSim.Store;

/// <summary>Documents as they lie in a store: gzip, which every language reads.</summary>
internal static class Packed
{
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        using var source = new MemoryStream(packed.ToArray());
        using var gzip = new GZipStream(source, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
