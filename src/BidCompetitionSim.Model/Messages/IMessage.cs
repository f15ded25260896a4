using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Messages;

/// <summary>
/// Something that agents say to each other in a run: a sealed record of finite doubles, ints, bools, string ids, days and arrays sorted by id.
/// Events are in the past tense, questions and commands are verb and noun.
/// </summary>
public interface IMessage
{
    /// <summary>Adds every member to a digest, in the order in which they are declared.</summary>
    void WriteTo(DigestWriter digest);
}

/// <summary>A message that every agent hears; the public record is a fold over these.</summary>
public interface IPublicMessage : IMessage;

/// <summary>A message to one agent that the host of the run waits to see answered.</summary>
public interface IRequest : IMessage;
