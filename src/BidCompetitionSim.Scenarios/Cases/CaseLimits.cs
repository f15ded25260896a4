namespace BidCompetitionSim.Scenarios.Cases;

/// <summary>What a table of cases may not exceed; beside these <see cref="Limits.FileBytes"/> holds.</summary>
public static class CaseLimits
{
    /// <summary>Rows of a table.</summary>
    public const int Rows = 5_000;

    /// <summary>Columns of a table.</summary>
    public const int Columns = 200;

    /// <summary>Characters of one cell.</summary>
    public const int CellLength = 20_000;

    /// <summary>Cases that weights can be estimated on: the nested estimation takes time with the square of their number.</summary>
    public const int Fitted = 200;
}
