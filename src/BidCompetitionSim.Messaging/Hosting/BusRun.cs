using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Messaging.Hosting;

/// <summary>A run that was carried by the bus to its end.</summary>
/// <param name="Kernel">The host of the run, as the run left it.</param>
/// <param name="EventsDigest">Digest of the scenario, the arm, the run and everything said in it, 64 hexadecimal digits.</param>
/// <param name="CountsByType">How often each type of message was said.</param>
/// <param name="Beliefs">What the sponsors had come to believe, in order of id.</param>
public sealed record BusRun(
    Kernel Kernel, string EventsDigest, IReadOnlyDictionary<string, int> CountsByType, IReadOnlyList<BeliefsDisclosed> Beliefs);
