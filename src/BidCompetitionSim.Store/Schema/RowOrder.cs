using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Store.Plans;

namespace BidCompetitionSim.Store.Schema;

/// <summary>The order of an experiment's rows: by point, then replication, then arm.</summary>
internal readonly record struct RowOrder(int Points, int Replications, int Arms)
{
    public static RowOrder Of(PlanDocument plan) => new(plan.Points.Count, plan.Replications, plan.Arms.Count);

    /// <summary>Rows in all.</summary>
    public long Rows => IndexOf(Points, 0, 0);

    /// <summary>How many rows lie before this one.</summary>
    public long IndexOf(int point, long replication, int arm) => ((long)point * Replications + replication) * Arms + arm;

    /// <summary>Whether a row is the one that comes after so many.</summary>
    public bool IsNext(long index, Row row) =>
        (uint)row.Arm < (uint)Arms && (uint)row.Point < (uint)Points && (Points == 1 || row.Replication < Replications)
        && IndexOf(row.Point, row.Replication, row.Arm) == index;
}
