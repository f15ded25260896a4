using System.Globalization;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Scenarios;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>What past choices are replayed with: sponsors, windows with terms by date, states and rules of the shipped data, and the panel of states by year.</summary>
public sealed class HindcastFrame
{
    /// <summary>The one system of which the shipped data know what the sponsors can do.</summary>
    private const string System = "rail";

    private readonly DateOnly _start;

    private HindcastFrame(Scenario scenario, Panel panel)
    {
        (Scenario, Panel) = (scenario, panel);
        _start = DateOnly.ParseExact(scenario.StartDate, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        (China, Japan) = (Sponsor("china"), Sponsor("japan"));
    }

    /// <summary>The shipped data, as the Singapore-Kunming scenario holds them.</summary>
    public static HindcastFrame Shipped() => new(
        ScenarioFile.Parse("hindcast", "include: [shipped:skrl.yaml]\nscenario: hindcast\n").Scenario ?? throw new InvalidOperationException("The shipped scenario does not load."),
        CaseFile.Panel());

    /// <summary>The same frame under the data of another scenario.</summary>
    internal HindcastFrame With(Scenario scenario) => new(scenario, Panel);

    /// <summary>Sponsors, windows, states and rules.</summary>
    public Scenario Scenario { get; }

    /// <summary>States by year.</summary>
    public Panel Panel { get; }

    internal Sponsor China { get; }

    internal Sponsor Japan { get; }

    internal State StateOf(string id) => Array.Find(Scenario.States, state => state.Id == id) ?? throw new InvalidOperationException($"The frame knows no state {id}.");

    internal static Capability CapabilityOf(Sponsor sponsor) => Array.Find(sponsor.Capabilities, one => one.System == System)
        ?? throw new InvalidOperationException($"{sponsor.Id} can build no {System}.");

    /// <summary>Windows of a sponsor that lend to a host, with their terms on a day in the middle of a year; before its first known terms a window has those.</summary>
    internal List<(FinanceWindow Window, LendingTerms Terms)> WindowsOf(Sponsor sponsor, string host, int year)
    {
        var day = new DateOnly(year, 7, 1).DayNumber - _start.DayNumber;
        var open = new List<(FinanceWindow, LendingTerms)>();
        foreach (var window in Scenario.Windows)
        {
            if (window.Sponsor != sponsor.Id || !window.Hosts.Contains(host) || !window.Systems.Contains(System)) continue;
            var terms = window.Terms[0];
            foreach (var later in window.Terms)
                if (later.FromDay <= day) terms = later;
            open.Add((window, terms));
        }
        return open;
    }

    private Sponsor Sponsor(string id) => Array.Find(Scenario.Sponsors, sponsor => sponsor.Id == id) ?? throw new InvalidOperationException($"The frame knows no sponsor {id}.");
}
