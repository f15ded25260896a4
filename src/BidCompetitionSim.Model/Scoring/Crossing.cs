using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>A place where planned lines of one system meet each other, or an inherited foreign line that some award could match.</summary>
/// <param name="System">Index of the system.</param>
/// <param name="Place">Index of the place in the system.</param>
/// <param name="Junctions">Its junctions that some choice of standards could make work, as indices of the system's.</param>
public sealed record Crossing(int System, int Place, int[] Junctions)
{
    /// <summary>Whether any two lines that operate clash here.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="standards">By system and segment: the standard, <see cref="JunctionMap.NotBuilt"/> if it does not operate.</param>
    internal bool Clashes(Compiled compiled, int[][] standards)
    {
        foreach (var junction in Junctions)
            if (compiled.Systems[System].Junctions.StateOf(junction, standards[System]) is { BothBuilt: true, Clashes: not 0 }) return true;
        return false;
    }

    /// <summary>All of a scenario, by system and place.</summary>
    public static Crossing[] AllOf(Compiled compiled)
    {
        var all = new List<Crossing>();
        for (var k = 0; k < compiled.Systems.Length; k++)
        {
            var junctions = compiled.Systems[k].Junctions.Junctions.ToArray();
            foreach (var place in Enumerable.Range(0, junctions.Length).Where(j => junctions[j].IsPlanned || junctions[j].Scored).GroupBy(j => junctions[j].Place))
                all.Add(new Crossing(k, place.Key, [.. place]));
        }
        return [.. all];
    }
}
