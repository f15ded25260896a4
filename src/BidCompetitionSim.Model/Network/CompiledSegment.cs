using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Model.Network;

/// <summary>A segment in dense indices, with its reference cost brought to the basis of an appraisal.</summary>
public sealed class CompiledSegment
{
    /// <summary>Index in the scenario.</summary>
    public required int Index { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Index of its system.</summary>
    public required int System { get; init; }

    /// <summary>Index within its system.</summary>
    public required int Local { get; init; }

    /// <summary>Index of the state that lets it.</summary>
    public required int Host { get; init; }

    /// <summary>The states that let it: the host, and those it shares it with.</summary>
    public required ContractingStates Hosts { get; init; }

    /// <summary>Its class of line.</summary>
    public required LineClass Class { get; init; }

    /// <summary>Reference cost K, USD bn; an outturn was divided by the class's mean overrun.</summary>
    public required double CostUsdBn { get; init; }

    /// <summary>Reference build time, years.</summary>
    public required double BuildYears { get; init; }

    /// <summary>Day on which the tender is planned to open.</summary>
    public required int TenderDay { get; init; }

    /// <summary>Whether losing it is a matter of prestige.</summary>
    public required bool Prestige { get; init; }

    /// <summary>Local content of any offer, share of price.</summary>
    public required double LocalContent { get; init; }

    /// <summary>ASEAN states owning a place on it or on a segment that shares its junctions.</summary>
    public required ulong StatesAtJunctions { get; init; }

    /// <summary>ASEAN states owning a place on its route.</summary>
    public required ulong StatesOnRoute { get; init; }
}
