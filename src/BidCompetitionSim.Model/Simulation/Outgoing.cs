using BidCompetitionSim.Model.Messages;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>A message on its way to an agent.</summary>
/// <param name="Agent">The agent, by <see cref="AgentName"/>.</param>
/// <param name="Sequence">Its place among all messages to this agent, from 1, without gaps.</param>
/// <param name="RecordFingerprint">Fingerprint of the record before this message.</param>
/// <param name="Message">The message.</param>
public readonly record struct Outgoing(string Agent, long Sequence, ulong RecordFingerprint, IMessage Message);
