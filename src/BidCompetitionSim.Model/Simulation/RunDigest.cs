using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// The digests of a run: of all that was said (the journal's), of what came of it, and of both. Equal on every carrier, thread count and
/// processor; 64 hexadecimal digits each (docs/architecture.md).
/// </summary>
/// <param name="Events">Digest of the journal.</param>
/// <param name="Outcome">Digest of the outcome: scores, measures and every project.</param>
/// <param name="Whole">Digest of the run: scenario, arm, seed, replication and the other two.</param>
public sealed record RunDigest(string Events, string Outcome, string Whole)
{
    /// <summary>Name of what is digested and how; its number rises when a run's bits change their meaning.</summary>
    public const string Encoding = "bidsim run 2";

    /// <summary>Works out the digests of a finished run.</summary>
    public static RunDigest Of(in RunKey run, Arm arm, string eventsDigest, Outcome outcome)
    {
        using var outcomeWriter = new DigestWriter();
        outcomeWriter.Write(Encoding);
        outcome.WriteTo(outcomeWriter);
        var outcomeDigest = outcomeWriter.FinishHex();
        using var whole = new DigestWriter();
        whole.Write(Encoding);
        whole.Write(run.ScenarioHash);
        whole.Write(arm.Id);
        whole.Write(run.Seed);
        whole.Write((long)run.Replication);
        whole.Write(eventsDigest);
        whole.Write(outcomeDigest);
        return new RunDigest(eventsDigest, outcomeDigest, whole.FinishHex());
    }
}
