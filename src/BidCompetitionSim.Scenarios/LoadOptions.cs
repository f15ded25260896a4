namespace BidCompetitionSim.Scenarios;

/// <summary>How a scenario is found and what is changed in it.</summary>
public sealed record LoadOptions
{
    /// <summary>The environment variable that names a folder of scenarios.</summary>
    public const string FolderVariable = "BIDSIM_SCENARIOS";

    /// <summary>What problems call <see cref="Folder"/>: the program's option for it.</summary>
    public const string FolderOption = "--scenarios";

    /// <summary>A folder of scenarios that is looked in first; null for the one that <see cref="FolderVariable"/> names, if any.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Overrides <c>path=value</c>, applied in order to the merged file and checked like it. A bare number is in the model's unit, or is
    /// followed by a space and its own; any other value is YAML.
    /// </summary>
    public IReadOnlyList<string> Set { get; init; } = [];
}
