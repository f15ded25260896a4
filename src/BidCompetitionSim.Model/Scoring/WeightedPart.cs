namespace BidCompetitionSim.Model.Scoring;

/// <summary>A mean over those systems that have a part at all.</summary>
internal struct WeightedPart
{
    private double sum;
    private double weights;

    /// <summary>The mean; null if no system has the part.</summary>
    public readonly double? Mean => weights > 0 ? sum / weights : null;

    /// <summary>Adds a system's value, if it has one.</summary>
    public void Add(double? value, double weight)
    {
        if (value is not { } present) return;
        sum += present * weight;
        weights += weight;
    }
}
