using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Messaging.Agents;

/// <summary>How an agent hears a message and answers it. Its seat does so by itself; a person, or a test, may do so instead.</summary>
/// <param name="seat">The agent's seat.</param>
/// <param name="message">The message.</param>
/// <param name="cancellation">Cancelled when the run is given up.</param>
/// <returns>The answer; null if the message asks for none.</returns>
public delegate ValueTask<IMessage?> Hearing(Seat seat, IMessage message, CancellationToken cancellation);
