using BidCompetitionSim.Model.Messages;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>Something said in a run.</summary>
/// <param name="Sequence">Its place in the run, from 1.</param>
/// <param name="Day">Days since the start of the run.</param>
/// <param name="From">Who says it, by <see cref="AgentName"/>.</param>
/// <param name="To">To whom.</param>
/// <param name="Message">What is said.</param>
public readonly record struct JournalEntry(long Sequence, int Day, string From, string To, IMessage Message);
