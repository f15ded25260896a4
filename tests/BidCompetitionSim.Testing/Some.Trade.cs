using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Testing;

/// <summary>Trade overlays for the five places in a row.</summary>
public static partial class Some
{
    /// <summary>Rules of trade in round numbers, half of the friction being tariffs, with the regimes given.</summary>
    public static TradeRules Trade(params Regime[] regimes) => new()
    {
        Elasticity = -4, DayInTransit = 0.02, BorderCost = 0.5, TariffShare = 0.5, Implementation = 0.8, NoodleBowl = 0.1, IntermediateShare = 0.6,
        DefaultUtilisation = 0.4, Utilisation = [new Utilisation { State = "AAA", Share = 0.6 }], Regimes = regimes,
    };

    /// <summary>A regime of those states from a day on: all tariffs, and half of what lies behind the border.</summary>
    public static Regime Regime(string id, int fromDay, params string[] members) => new()
    {
        Id = id, Name = id, Force = 1, TariffDepth = 1, FacilitationDepth = 0.5,
        Members = Array.ConvertAll(members, state => new Membership { State = state, FromDay = fromDay }),
    };
}
