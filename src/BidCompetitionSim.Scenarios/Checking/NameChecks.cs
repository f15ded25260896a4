using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Checks of one record against the ids and dates of others; they hold for all that the files say, used or not.</summary>
internal static class NameChecks
{
    public static void Run(Scenario scenario, Context context)
    {
        var (findings, names) = (new Findings(context), new Names(scenario));
        PartyChecks.Run(scenario, names, findings);
        FinanceChecks.Run(scenario, names, findings);
        SystemChecks.Run(scenario, names, findings);
        LineChecks.Run(scenario, names, findings);
        LettingChecks.Run(scenario, names, findings);
        ShockChecks.Run(scenario, names, findings);
        if (scenario.Trade is { } trade) TradeChecks.Run(trade, names, findings);
        WeightChecks.Run(scenario, findings);
    }
}
