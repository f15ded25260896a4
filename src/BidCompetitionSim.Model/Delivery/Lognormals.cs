using System.Numerics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Delivery;

/// <summary>Reference classes side by side: <see cref="ReferenceClass.At"/> of each, with the same bits.</summary>
internal sealed class Lognormals
{
    private readonly double[] means;
    private readonly double[] sds;

    public Lognormals(ReferenceClass[] classes)
    {
        (means, sds) = (new double[Lanes.Padded(classes.Length)], new double[Lanes.Padded(classes.Length)]);
        for (var k = 0; k < classes.Length; k++) (means[k], sds[k]) = (classes[k].LogMean, classes[k].LogSd);
    }

    /// <summary>Turns standard normal values, one a class, into ratios.</summary>
    /// <param name="values">As many as there are classes, to whole vectors.</param>
    public void At(Span<double> values)
    {
        for (var k = 0; k < means.Length; k += Vector<double>.Count)
            Elementary.Exp(new Vector<double>(means, k) + new Vector<double>(sds, k) * new Vector<double>(values[k..])).CopyTo(values[k..]);
    }
}
