using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>Columns by step of concession that vectors read and write from any step on.</summary>
internal static class Columns
{
    /// <summary>A column with room for a vector from its last step on.</summary>
    public static float[] Of(int steps) => new float[steps + Vector<float>.Count];

    /// <summary>Reads a vector.</summary>
    public static Vector<float> At(float[] column, int step) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)step);

    /// <summary>Writes a vector.</summary>
    public static void Put(Vector<float> several, float[] column, int step) =>
        several.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)step);
}
