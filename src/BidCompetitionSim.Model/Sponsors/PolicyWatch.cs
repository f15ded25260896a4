using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>Whether a sponsor's losses have triggered its policy response, which happens once (docs/model.md §4.4).</summary>
public sealed class PolicyWatch
{
    private readonly PolicyResponse? response;
    private readonly int[] lossDays;
    private int losses;
    private bool spent;

    /// <summary>Watches one sponsor.</summary>
    public PolicyWatch(Compiled compiled, int sponsor)
    {
        response = compiled.Scenario.Sponsors[sponsor].Response;
        lossDays = new int[compiled.Segments.Length + 1];
    }

    /// <summary>Back to the first day.</summary>
    public void Reset() => (losses, spent) = (0, false);

    /// <summary>Index of the segment whose loss called for the response; of use once there is one.</summary>
    public int Cause { get; private set; }

    /// <summary>A tender lost to a rival; true the first time that the losses call for a response, which then takes its delay.</summary>
    public bool LostOn(int day, CompiledSegment segment)
    {
        if (response is null || spent) return false;
        lossDays[losses++] = day;
        var recent = 0;
        for (var k = 0; k < losses; k++)
            if (day - lossDays[k] <= response.WithinYears * 365.25) recent++;
        spent = recent >= response.Losses || (segment.Prestige && response.Prestige);
        if (spent) Cause = segment.Index;
        return spent;
    }
}
