using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// Measures of cohesion whose scores are found side by side, with the bits of <see cref="CohesionMeasure.Score"/> of each alone. All have the same
/// parts. Scratch of its owner.
/// </summary>
internal sealed class CohesionSheet
{
    private readonly double[] shares; // by part
    private readonly double[][] parts; // [part, measure], cut as they count
    private readonly double[] scores;
    private CohesionPresence present;

    /// <param name="weights">The weights of the parts.</param>
    /// <param name="most">Most measures there may be at once.</param>
    public CohesionSheet(in CohesionParts weights, int most)
    {
        shares = [weights.Physical, weights.Institutional, weights.PeopleToPeople, weights.Equity, weights.Diplomatic];
        parts = Array.ConvertAll(shares, _ => new double[Lanes.Padded(most)]);
        foreach (var part in parts) Array.Fill(part, 1.0);
        scores = new double[Lanes.Padded(most)];
    }

    /// <summary>How many measures are on it.</summary>
    public int Count { get; private set; }

    /// <summary>Takes all measures off.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a measure.</summary>
    public void Add(in CohesionMeasure measure)
    {
        var own = measure.Presence;
        if (Count > 0 && own != present) throw new ArgumentException($"{own} stands beside {present}.", nameof(measure));
        present = own;
        Put(0, measure.Physical);
        Put(1, measure.Institutional);
        Put(2, measure.PeopleToPeople);
        Put(3, measure.Equity);
        Put(4, measure.Diplomatic);
        Count++;
    }

    /// <summary>The scores, in the order in which measures were added: 0 if no part is there.</summary>
    public ReadOnlySpan<double> Score()
    {
        var total = 0.0;
        for (var k = 0; k < shares.Length; k++)
            if (IsPresent(k)) total += shares[k];
        for (var first = 0; first < Count; first += Vector<double>.Count) ScoreFrom(first, total);
        return scores.AsSpan(0, Count);
    }

    private void ScoreFrom(int first, double total)
    {
        var logarithm = Vector<double>.Zero;
        for (var k = 0; k < shares.Length; k++)
            if (IsPresent(k)) logarithm += shares[k] * Elementary.Log(Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(parts[k]), (nuint)first));
        var score = present == CohesionPresence.None ? Vector<double>.Zero : 100.0 * Elementary.Exp(logarithm / new Vector<double>(total));
        score.CopyTo(scores, first);
    }

    private bool IsPresent(int part) => ((int)present >> part & 1) != 0;

    private void Put(int part, double? value) => parts[part][Count] = Math.Clamp(value ?? 1.0, Cohesion.Floor, 1.0);
}
