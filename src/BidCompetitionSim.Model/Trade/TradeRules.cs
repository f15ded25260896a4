using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Trade;

/// <summary>Trade in intermediate goods along the corridor, and the agreements that ease it (docs/model.md §4.10).</summary>
public sealed record TradeRules
{
    [Quantity(-15, -0.1, "Elasticity of trade in intermediate goods to what it costs to deliver them.")]
    public required double Elasticity { get; init; }

    [Quantity(0, 0.1, "What a day in transit costs, as a share of the goods' value.")]
    public required double DayInTransit { get; init; }

    [Quantity(0, 5, "What a border of friction 1 costs, as a share of the goods' value.")]
    public required double BorderCost { get; init; }

    [Quantity(0, 1, "Share of that friction which tariffs make; the rest lies behind the border.")]
    public required double TariffShare { get; init; }

    [Quantity(0, 1, "Share of what is agreed behind the border that is carried out.")]
    public required double Implementation { get; init; }

    [Quantity(0, 0.5, "Share of the use of a regime's tariffs that every other regime between the same states takes away.")]
    public required double NoodleBowl { get; init; }

    [Quantity(0, 1, "Share of intermediate goods in all trade.")]
    public required double IntermediateShare { get; init; }

    [Quantity(0, 1, "Share of eligible trade that uses a regime's tariffs, in states that utilisation does not name.")]
    public required double DefaultUtilisation { get; init; }

    [Meaning("Share of eligible trade that uses a regime's tariffs, by state.")]
    public required Utilisation[] Utilisation { get; init; }

    [Meaning("Agreements that lower friction between their members.")]
    public required Regime[] Regimes { get; init; }
}

/// <summary>How much of a state's eligible trade uses the tariffs of the agreements it has.</summary>
public sealed record Utilisation
{
    [Meaning("The state.")]
    public required string State { get; init; }

    [Quantity(0, 1, "Share of eligible trade.")]
    public required double Share { get; init; }
}

/// <summary>An agreement on trade: who belongs to it, since when, and how deep it goes.</summary>
public sealed record Regime
{
    [Meaning("Short name of the agreement.")]
    public required string Id { get; init; }

    [Meaning("Name of the agreement.")]
    public required string Name { get; init; }

    [Quantity(0, 1, "How far it is in force: 0 switches it off, as if it had never been signed.")]
    public required double Force { get; init; }

    [Quantity(0, 1, "Share of tariff lines freed.")]
    public required double TariffDepth { get; init; }

    [Quantity(0, 1, "How far it reaches behind the border: customs, standards, services, investment, people.")]
    public required double FacilitationDepth { get; init; }

    [Elective, Meaning("The one member with whom each of the others has it, as in an agreement of ASEAN with a partner; none: all with all.")]
    public string Hub { get; init; } = "";

    [Meaning("Its members, with the dates on which they join and leave.")]
    public required Membership[] Members { get; init; }
}

/// <summary>A state's time in an agreement.</summary>
public sealed record Membership
{
    [Meaning("The state.")]
    public required string State { get; init; }

    [Date("The agreement is in force for the state from this date.")]
    public required int FromDay { get; init; }

    [Elective, Date("The state leaves on this date.")]
    public int? UntilDay { get; init; }

    /// <summary>Whether the state belongs to it on a day.</summary>
    public bool Holds(int day) => day >= FromDay && !(day >= UntilDay);
}
