namespace BidCompetitionSim.Model.Network;

/// <summary>
/// One system with everything committed in place, built or not, and the same with one more segment imagined. Replaced lines stay until their
/// replacement opens, so they count here as they do for travellers today.
/// </summary>
internal sealed class CommittedNetwork
{
    private readonly CompiledSystem system;
    private readonly GrowingNetwork freight;
    private readonly GrowingNetwork? passengers;
    private readonly int[] actual;
    private readonly int[] passenger;
    private readonly int[] standing;
    private int next;

    public CommittedNetwork(CompiledSystem system)
    {
        this.system = system;
        var segments = system.Segments.Length;
        freight = new GrowingNetwork(system.SegmentEnds, segments);
        if (system.PassengerSegmentEnds is { } ends) passengers = new GrowingNetwork(ends, segments);
        standing = new int[segments];
        (Closer, CloserPassenger) = (new CloserPairs(system.Places.Length), new CloserPairs(system.Places.Length));
        actual = new int[system.Before.Length + CloserPairs.Slack];
        passenger = new int[system.PassengerBefore.Length + CloserPairs.Slack];
        Clear();
    }

    /// <summary>What the segment last imagined brings closer.</summary>
    public CloserPairs Closer { get; }

    /// <summary>The same for passengers; empty if the system carries none.</summary>
    public CloserPairs CloserPassenger { get; }

    /// <summary>Goes on to other commitments: to be followed by <see cref="TryAddNext"/> until nothing is missing.</summary>
    /// <param name="standards">Standard of each segment of the system, <see cref="JunctionMap.NotBuilt"/> if it is not committed.</param>
    /// <returns>False if something was given up since, so that all was taken away and is drawn again.</returns>
    public bool TryGoOn(ReadOnlySpan<int> standards)
    {
        next = 0;
        for (var local = 0; local < standing.Length; local++)
            if (standing[local] != JunctionMap.NotBuilt && standing[local] != standards[local])
            {
                Clear();
                return false;
            }
        return true;
    }

    /// <summary>Adds one more segment that is committed: what it brings closer is in <see cref="Closer"/> and <see cref="CloserPassenger"/>.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryAddNext(ReadOnlySpan<int> standards)
    {
        while (next < standing.Length && (standing[next] != JunctionMap.NotBuilt || standards[next] == JunctionMap.NotBuilt)) next++;
        if (next == standing.Length) return false;
        Add(next, standards[next]);
        return true;
    }

    /// <summary>Imagines one more segment in a standard that an award could build in, for freight.</summary>
    public void Imagine(int local, int standard) => freight.Imagine(system.SegmentEdges[local][standard], actual, Closer);

    /// <summary>The same for passengers.</summary>
    public void ImagineForPassengers(int local, int standard) =>
        passengers?.Imagine(system.PassengerSegmentEdges[local][standard], passenger, CloserPassenger);

    /// <summary>Whether that would bring the same pairs closer by as much as in another standard, imagined before in the same network; false if it cannot be told.</summary>
    public bool IsAlike(int local, int standard, int other) =>
        freight.IsAlike(system.SegmentEdges[local][standard], system.SegmentEdges[local][other]);

    /// <summary>The same for passengers.</summary>
    public bool IsAlikeForPassengers(int local, int standard, int other) =>
        passengers is not null && passengers.IsAlike(system.PassengerSegmentEdges[local][standard], system.PassengerSegmentEdges[local][other]);

    private void Clear()
    {
        Array.Fill(standing, JunctionMap.NotBuilt);
        freight.Reset();
        passengers?.Reset();
        system.Before.CopyTo(actual, 0);
        system.PassengerBefore.CopyTo(passenger, 0);
    }

    private void Add(int local, int standard)
    {
        standing[local] = standard;
        freight.Add(system.SegmentEdges[local][standard], actual, Closer);
        Closer.Lower(actual);
        passengers?.Add(system.PassengerSegmentEdges[local][standard], passenger, CloserPassenger);
        CloserPassenger.Lower(passenger);
    }
}
