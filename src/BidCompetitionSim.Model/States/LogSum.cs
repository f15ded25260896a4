using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.States;

/// <summary>ln Σ e^x, one term after the other, whatever their size.</summary>
/// <param name="first">The first term, finite.</param>
internal struct LogSum(double first)
{
    private double largest = first;
    private double sum = 1; // Σ e^(x − largest)

    /// <summary>ln Σ e^x of the terms so far.</summary>
    public readonly double Value => largest + Elementary.Log(sum);

    /// <summary>One more term, finite.</summary>
    public void Add(double x)
    {
        if (x > largest)
        {
            sum *= Elementary.Exp(largest - x);
            largest = x;
        }
        sum += Elementary.Exp(x - largest);
    }
}
