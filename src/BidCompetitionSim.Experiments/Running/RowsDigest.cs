using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>Digest of rows in their order: equal for equal rows, whatever thread, machine or interruption they came by. Start from <c>default</c>.</summary>
public struct RowsDigest
{
    private const ulong Failed = 0xFA11_ED00_FA11_ED00;

    private Fingerprint _fold;

    /// <summary>The digest so far, 16 hexadecimal digits.</summary>
    public readonly string Text => _fold.Value.ToString("x16");

    /// <summary>Folds in the next row; why a row failed is no part of it.</summary>
    public void Add(Row row) => _fold.Add(row.Failure is null ? row.Fingerprint : Failed);
}
