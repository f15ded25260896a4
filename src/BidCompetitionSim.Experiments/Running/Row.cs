namespace BidCompetitionSim.Experiments.Running;

/// <summary>
/// What one replication came to, under one arm at one design point. Runners reuse rows: who keeps one beyond the call copies it.
/// </summary>
public sealed class Row
{
    /// <summary>A row for an experiment of so many measures, segments and junctions.</summary>
    public Row(int measures, int segments, int junctions)
    {
        Values = new double[measures];
        Winners = new int[segments];
        Clashes = new bool[junctions];
    }

    /// <summary>Design point, from 0.</summary>
    public int Point { get; set; }

    /// <summary>Arm, by its position in the experiment.</summary>
    public int Arm { get; set; }

    /// <summary>Number of the replication.</summary>
    public uint Replication { get; set; }

    /// <summary>Why it failed, in one line; null if it is done. A failed row has no values.</summary>
    public string? Failure { get; set; }

    /// <summary>Fingerprint of the outcome, 64 bits; 0 for a failed row.</summary>
    public ulong Fingerprint { get; set; }

    /// <summary>How often the replication's assumed numbers had to be drawn again because they made no valid scenario.</summary>
    public int Redraws { get; set; }

    /// <summary>Values by measure; not a number where the replication does not have it. Never −0.</summary>
    public double[] Values { get; }

    /// <summary>Who held the award of each segment at the end, by the sponsor's position in the scenario; −1 for nobody.</summary>
    public int[] Winners { get; }

    /// <summary>By place where planned lines meet: whether lines that both operate clash there.</summary>
    public bool[] Clashes { get; }

    /// <summary>Turns it into a row that failed.</summary>
    /// <param name="reason">Why, in one line.</param>
    public void Fail(string reason)
    {
        (Failure, Fingerprint) = (reason, 0);
        Array.Fill(Values, double.NaN);
        Array.Fill(Winners, -1);
        Array.Clear(Clashes);
    }
}
