using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Links and segments.</summary>
internal static class LineChecks
{
    private const double DaysPerYear = 365.25;

    public static void Run(Scenario scenario, Names names, Findings findings)
    {
        foreach (var link in scenario.Links)
        {
            Ends(link, link.From, link.To, names, findings);
            if (!findings.Known(link, "system", link.System, names.Systems, "a system") || names.System(link.System) is not { } system) continue;
            findings.Known(link, "standard", link.Standard, Names.Of(system.Standards, standard => standard.Id), $"a standard of {system.Id}");
            findings.Known(link, "class", link.Class, CostChecks.ClassesIn(system, link.Standard),
                $"a class with a {(system.CostUnit.Length > 0 ? "tariff" : "speed")} for {link.Standard}");
            if (system.CostUnit.Length > 0 && link.HandlingHours > 0)
                findings.Add(link, "handling", $"{Shown.Number(link.HandlingHours)} hours", $"a charge, as {system.Id} has costs in {system.CostUnit}");
            if (system.CostUnit.Length == 0 && link.ChargeCostUnits is not null) findings.Add(link, "charge", "a charge", $"handling, as {system.Id} runs on time");
        }
        foreach (var segment in scenario.Segments) Segment(segment, scenario, names, findings);
        findings.Some(scenario, "segments", scenario.Segments.Length, "segment");
        Forecasts(scenario, names, findings);
    }

    /// <summary>Gravity needs a segment to start from, and can compare only what is counted in one unit.</summary>
    private static void Forecasts(Scenario scenario, Names names, Findings findings)
    {
        foreach (var alike in scenario.Segments.GroupBy(segment => names.System(segment.System)?.CostUnit ?? ""))
            if (alike.All(segment => findings.Derives(segment, "forecastEirr")))
                findings.Add(alike.First(), "forecastEirr", "gravity for every segment",
                    $"a stated return for at least one{(alike.Key.Length > 0 ? $" whose costs are in {alike.Key}" : "")}, from which gravity derives the others");
    }

    private static void Segment(Segment segment, Scenario scenario, Names names, Findings findings)
    {
        Ends(segment, segment.From, segment.To, names, findings);
        findings.Known(segment, "host", segment.Host, names.States, "a state");
        foreach (var partner in segment.CoHosts)
        {
            findings.Known(partner, "", partner.State, names.States, "a state");
            if (partner.State == segment.Host) findings.Add(segment, "coHosts", $"{segment.Host}, which is the host", "the other states that let the line");
        }
        var shared = segment.CoHosts.Sum(partner => partner.Share);
        if (shared >= 1) findings.Add(segment, "coHosts", $"shares of {shared} together", "less than 1, for the host keeps the rest");
        foreach (var tie in segment.HomeTies) findings.Known(tie, "", tie.Sponsor, names.Sponsors, "a sponsor");
        if (findings.HasStart) Tender(segment, scenario, findings);
        if (!findings.Known(segment, "system", segment.System, names.Systems, "a system") || names.System(segment.System) is not { } system) return;
        findings.Known(segment, "class", segment.Class, Names.Of(system.Classes, lineClass => lineClass.Id), $"a class of {system.Id}");
        var replaceable = Names.Of([.. scenario.Links.Where(link => link.System == system.Id)], link => link.Id);
        findings.Known(segment, "replaces", segment.Replaces, replaceable, $"a link of {system.Id}");
    }

    private static void Tender(Segment segment, Scenario scenario, Findings findings)
    {
        if (segment.TenderDay < 0) findings.Add(segment, "tender", "a date before the start", $"{scenario.StartDate} or later");
        else if (scenario.HorizonYears > 0 && segment.TenderDay >= scenario.HorizonYears * DaysPerYear)
            findings.Add(segment, "tender", "a date beyond the horizon", $"a date within {scenario.HorizonYears} years of {scenario.StartDate}");
    }

    private static void Ends(object line, string from, string to, Names names, Findings findings)
    {
        findings.Known(line, "from", from, names.Places, "a place");
        findings.Known(line, "to", to, names.Places, "a place");
        if (from == to && from.Length > 0) findings.Add(line, "to", Shown.Quoted(to), "another place than from");
    }
}
