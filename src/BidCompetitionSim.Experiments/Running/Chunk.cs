using BidCompetitionSim.Experiments.Measuring;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>Rows of neighbouring replications of one point, all arms, in the order of rows. Used again and again.</summary>
internal sealed class Chunk
{
    private readonly Row[] _rows;
    private readonly int _arms;

    public Chunk(RowLayout layout, int arms, int replications)
    {
        _arms = arms;
        _rows = new Row[arms * replications];
        for (var k = 0; k < _rows.Length; k++) _rows[k] = layout.NewRow();
    }

    /// <summary>Its number among all chunks.</summary>
    public int Index { get; set; }

    public int Point { get; private set; }

    public uint First { get; private set; }

    public int Replications { get; private set; }

    /// <summary>Replications played: fewer than there are if the chunk was cut short.</summary>
    public int Played { get; private set; }

    public ReadOnlySpan<Row> Rows => _rows.AsSpan(0, Played * _arms);

    public bool IsCut => Played < Replications;

    public void Begin(int point, uint first, int replications) => (Point, First, Replications, Played) = (point, first, replications, 0);

    public Row RowOf(int replication, int arm)
    {
        var row = _rows[replication * _arms + arm];
        (row.Point, row.Replication, row.Arm) = (Point, First + (uint)replication, arm);
        return row;
    }

    /// <summary>So many replications are played under all arms.</summary>
    public void AdvanceTo(int played) => Played = played;
}
