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

    private readonly LoadedScenario _loaded;

    private HindcastFrame(LoadedScenario loaded, Scenario scenario)
    {
        (_loaded, Scenario, Panel) = (loaded, scenario, CaseFile.Panel());
        _start = DateOnly.ParseExact(scenario.StartDate, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        (China, Japan) = (Sponsor("china"), Sponsor("japan"));
    }

    /// <summary>The shipped data, as the Singapore-Kunming scenario holds them.</summary>
    public static HindcastFrame Shipped() => Of(Load([]));

    /// <summary>The data of a scenario.</summary>
    /// <exception cref="InvalidOperationException">It did not load.</exception>
    internal static HindcastFrame Of(LoadedScenario loaded) => new(loaded, loaded.Scenario ?? throw new InvalidOperationException("The scenario does not load."));

    /// <summary>The shipped data with some values set, as <see cref="LoadOptions.Set"/> takes them.</summary>
    internal static LoadedScenario Load(IReadOnlyList<string> set) =>
        ScenarioFile.Parse("hindcast", "include: [shipped:skrl.yaml]\nscenario: hindcast\n", new LoadOptions { Set = set });

    /// <summary>Sponsors, windows, states and rules.</summary>
    public Scenario Scenario { get; }

    /// <summary>States by year.</summary>
    public Panel Panel { get; }

    /// <summary>Values that were set, as the command line had them.</summary>
    public IReadOnlyList<string> Set => _loaded.Set;

    internal Sponsor China { get; }

    internal Sponsor Japan { get; }

    /// <summary>The assumed range of a number; null if it has none.</summary>
    internal PlausibleRange? RangeOf(string parameter) => _loaded.Provenance.Parameters.FirstOrDefault(one => one.Name == parameter)?.Range;

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
