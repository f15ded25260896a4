using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>An arm at a design point, ready to run; or why it cannot.</summary>
internal sealed record Cell(Compiled? Compiled, Arm? Arm, string? Problem)
{
    public static Cell Impossible(string problem) => new(null, null, problem);
}

/// <summary>The arms of one replication, and how often its assumed numbers were drawn again.</summary>
internal readonly record struct Cells(Cell[] OfArms, int Redraws);
