using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>One replication of an experiment by itself, to be played and told in full: what its row came from.</summary>
/// <param name="Compiled">The scenario at its design point, with what its arm changes and its replication draws.</param>
/// <param name="Arm">The arrangement, with the switches it takes over.</param>
public sealed record PlannedRun(Compiled Compiled, Arm Arm)
{
    /// <summary>Finds a replication of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="point">Design point.</param>
    /// <param name="arm">Arm, by its position in the plan.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <exception cref="InvalidOperationException">It has no valid scenario, as its row says, too.</exception>
    public static PlannedRun Of(ExperimentPlan plan, int point, int arm, uint replication)
    {
        var cell = new CellSource(plan).Of(point, replication).OfArms[arm];
        return cell.Compiled is { } compiled ? new PlannedRun(compiled, cell.Arm!) : throw new InvalidOperationException(cell.Problem);
    }
}
