using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>Plays one run by direct calls, every message told.</summary>
public static class DirectRun
{
    /// <summary>Plays a run to its end.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="arm">The arrangement.</param>
    /// <param name="key">The run.</param>
    /// <param name="observer">Hears every message as it is said.</param>
    public static FinishedRun Play(Compiled compiled, Arm arm, in RunKey key, Action<JournalEntry> observer)
    {
        using var journal = new Journal(compiled, arm, key, observer);
        var replication = new Replication(compiled, arm);
        replication.Run(key.Seed, key.Replication, journal);
        var words = new Translation(compiled);
        var day = replication.Kernel.Record.Day;
        return new FinishedRun(
            compiled.Scenario.Title, key.ScenarioHash, replication.Kernel, replication.Outcome, journal.Close(), journal.CountsByType,
            [.. Enumerable.Range(0, compiled.Sponsors).Select(k => words.Disclose(replication.MindOf(k), day))]);
    }
}
