using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Regimes of trade, their members and the use that is made of them.</summary>
internal static class TradeChecks
{
    public static void Run(TradeRules trade, Names names, Findings findings)
    {
        foreach (var of in trade.Utilisation) findings.Known(of, "", of.State, names.States, "a state");
        foreach (var regime in trade.Regimes)
        {
            if (regime.Hub.Length > 0) findings.Known(regime, "hub", regime.Hub, names.States, "a state");
            foreach (var member in regime.Members)
            {
                findings.Known(member, "", member.State, names.States, "a state");
                if (member.UntilDay <= member.FromDay) findings.Add(member, "until", "a date that is not after from", "a later date");
            }
        }
    }
}
