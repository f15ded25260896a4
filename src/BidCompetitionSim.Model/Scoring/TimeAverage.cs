namespace BidCompetitionSim.Model.Scoring;

/// <summary>The mean over time of a value that changes at events and holds in between: exact, (1/H)∫ value dt.</summary>
public record struct TimeAverage
{
    private readonly int startDay;
    private int sinceDay;
    private double value;
    private double integral;

    /// <summary>Starts with a value.</summary>
    /// <param name="startDay">The first day.</param>
    /// <param name="value">The value that holds from it on.</param>
    public TimeAverage(int startDay, double value)
    {
        this.startDay = startDay;
        sinceDay = startDay;
        this.value = value;
    }

    /// <summary>The value changes.</summary>
    /// <param name="day">The day of the event, not before the previous one.</param>
    /// <param name="newValue">The value that holds from it on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the previous event.</exception>
    public void ChangeTo(int day, double newValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, sinceDay);
        integral += value * (day - sinceDay);
        sinceDay = day;
        value = newValue;
    }

    /// <summary>The mean from the start to a day.</summary>
    /// <param name="endDay">After the start, and not before the last event.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the last event, or is the first.</exception>
    public readonly double Until(int endDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(endDay, sinceDay);
        ArgumentOutOfRangeException.ThrowIfEqual(endDay, startDay);
        return (integral + value * (endDay - sinceDay)) / (endDay - startDay);
    }
}
