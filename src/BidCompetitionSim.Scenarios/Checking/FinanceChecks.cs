using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Finance windows and their terms.</summary>
internal static class FinanceChecks
{
    public static void Run(Scenario scenario, Names names, Findings findings)
    {
        foreach (var window in scenario.Windows)
        {
            Owner(window, names, findings);
            findings.Known(window, "systems", window.Systems, names.Systems, "a system");
            findings.Known(window, "hosts", window.Hosts, names.States, "a state");
            Terms(window, names, findings);
        }
    }

    private static void Owner(FinanceWindow window, Names names, Findings findings)
    {
        if (window.Multilateral is null && window.Sponsor.Length == 0) findings.Add(window, "sponsor", "no sponsor", "a sponsor, or the rules of a multilateral window");
        else if (window.Multilateral is not null && window.Sponsor.Length > 0)
            findings.Add(window, "sponsor", Reading.Shown.Quoted(window.Sponsor), "none: all sponsors may use a multilateral window");
        else findings.Known(window, "sponsor", window.Sponsor, names.Sponsors, "a sponsor");
    }

    private static void Terms(FinanceWindow window, Names names, Findings findings)
    {
        if (window.Terms.Length == 0) findings.Add(window, "terms", "no terms", "at least one");
        for (var i = 0; i < window.Terms.Length; i++)
        {
            var terms = window.Terms[i];
            findings.Known(terms, "currency", terms.Currency, names.Currencies, "a currency");
            if (terms.GraceYears >= terms.TenorYears && terms.TenorYears > 0)
                findings.Add(terms, "grace", $"{terms.GraceYears} years of grace", $"less than the tenor of {terms.TenorYears}");
            // They are sorted by date, whatever the order in the file.
            if (i > 0 && terms.FromDay == window.Terms[i - 1].FromDay) findings.Add(terms, "from", "a second set of terms from the same date", "each date once");
        }
    }
}
