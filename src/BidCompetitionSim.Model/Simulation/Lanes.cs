using System.Numerics;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>Lanes of the vectors of doubles that calculations are taken in, whatever the machine.</summary>
internal static class Lanes
{
    private const int Most = 8;

    /// <summary>Rounds a length up so that it holds whole vectors of any width in use.</summary>
    public static int Padded(int length) => (length + Most - 1) / Most * Most;

    /// <summary>Rounds a length up to whole vectors of the width of this machine.</summary>
    public static int Whole(int length) => (length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary>The same values, followed by 0 to whole vectors.</summary>
    public static T[] Padded<T>(IEnumerable<T> values)
    {
        T[] all = [.. values];
        Array.Resize(ref all, Padded(all.Length));
        return all;
    }
}
