namespace BidCompetitionSim.Reports.Text;

/// <summary>Turns days of a run into dates.</summary>
/// <param name="startDate">First day, ISO 8601.</param>
public sealed class Calendar(string startDate)
{
    private readonly DateOnly start = DateOnly.ParseExact(startDate, "yyyy-MM-dd");

    /// <summary>Year and month of a day.</summary>
    public string Month(int day) => start.AddDays(day).ToString("yyyy-MM");
}
