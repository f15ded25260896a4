namespace BidCompetitionSim.Model.Network;

/// <summary>What the network scores read: parallel spans in the order of a <see cref="PairSet"/>, costs in seconds (or the system's unit), at least 1.</summary>
public readonly ref struct PairCosts
{
    /// <summary>Weights w, not negative.</summary>
    public required ReadOnlySpan<double> Weights { get; init; }

    /// <summary>g⁰: before any segment.</summary>
    public required ReadOnlySpan<int> Before { get; init; }

    /// <summary>g: as built.</summary>
    public required ReadOnlySpan<int> Actual { get; init; }

    /// <summary>gˢ ≤ g: as built, with all interfaces free and the path chosen anew.</summary>
    public required ReadOnlySpan<int> Seamless { get; init; }

    /// <summary>g*: everything built, one standard, best design speed.</summary>
    public required ReadOnlySpan<int> Ideal { get; init; }
}
