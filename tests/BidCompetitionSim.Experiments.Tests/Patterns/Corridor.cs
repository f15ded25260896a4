using System.Collections.Concurrent;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Model.Trade;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>The shipped scenarios, and how a mechanism of theirs is switched off.</summary>
internal static class Corridor
{
    private static readonly ConcurrentDictionary<string, Lazy<Scenario>> Loaded = new();

    /// <summary>Whether the long sweeps are to be played: BIDSIM_FULL=1.</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("BIDSIM_FULL") == "1";

    /// <summary>How many replications to play: as many as the power of a test asks for, five times as many in the long sweeps.</summary>
    public static int Replications(int usual) => Full ? 5 * usual : usual;

    public static Scenario Skrl => Load("skrl");

    public static Scenario JakartaBandung => Load("jakarta-bandung");

    public static Scenario FactoryAsia => Load("factory-asia");

    public static Scenario Pandemic => Load("pandemic");

    public static Scenario RussiaEntry => Load("russia-entry");

    /// <summary>Edits the rules of a trade overlay.</summary>
    public static Scenario WithTrade(this Scenario scenario, Func<TradeRules, TradeRules> edit) => scenario with { Trade = edit(scenario.Trade!) };

    /// <summary>A regime is in force to a degree: 0 for never, 1 as agreed.</summary>
    public static Scenario WithRegime(this Scenario scenario, string id, double force) => scenario.WithTrade(trade => trade with
    {
        Regimes = Array.ConvertAll(trade.Regimes, regime => regime.Id == id ? regime with { Force = force } : regime),
    });

    /// <summary>Plays a scenario under one of the named arrangements.</summary>
    public static T[] Play<T>(this Scenario scenario, string arm, ulong seed, int replications, Func<Replication, T> measure) =>
        scenario.Play(Arrangements.Named(arm, scenario.Secretariat)!, seed, replications, measure);

    /// <summary>Plays a scenario under an arrangement.</summary>
    public static T[] Play<T>(this Scenario scenario, Arm arm, ulong seed, int replications, Func<Replication, T> measure) =>
        Runner.Play(new Compiled(scenario), arm, new Batch(seed, replications), measure);

    /// <summary>Edits one sponsor.</summary>
    public static Scenario WithSponsor(this Scenario scenario, string id, Func<Sponsor, Sponsor> edit) =>
        scenario with { Sponsors = Array.ConvertAll(scenario.Sponsors, sponsor => sponsor.Id == id ? edit(sponsor) : sponsor) };

    /// <summary>Edits all sponsors.</summary>
    public static Scenario WithSponsors(this Scenario scenario, Func<Sponsor, Sponsor> edit) =>
        scenario with { Sponsors = Array.ConvertAll(scenario.Sponsors, sponsor => edit(sponsor)) };

    /// <summary>A sponsor stays away from every tender.</summary>
    public static Scenario WithAbsent(this Scenario scenario, string id) =>
        scenario.WithSponsor(id, static sponsor => sponsor with { ParticipationBase = 0, ParticipationHome = 0 });

    /// <summary>A sponsor builds nothing at all: nobody reckons with it.</summary>
    public static Scenario WithRemoved(this Scenario scenario, string id) => scenario.WithSponsor(id, static sponsor => sponsor with { Capabilities = [] });

    /// <summary>All sponsors build in one standard.</summary>
    public static Scenario WithOneStandard(this Scenario scenario, string standard) => scenario.WithSponsors(sponsor =>
        sponsor with { Capabilities = Array.ConvertAll(sponsor.Capabilities, capability => capability with { Standard = standard }) });

    /// <summary>A change of standard costs nothing anywhere.</summary>
    public static Scenario WithFreeInterfaces(this Scenario scenario) => scenario with
    {
        Systems = Array.ConvertAll(scenario.Systems, static system => system with
        {
            Attributes = Array.ConvertAll(system.Attributes, static attribute => attribute with { PenaltyHours = attribute.PenaltyHours is null ? null : 0, ChargeCostUnits = attribute.ChargeCostUnits is null ? null : 0 }),
        }),
    };

    /// <summary>No window ever runs dry, so that one tender takes no money from the next.</summary>
    public static Scenario WithUnlimitedMoney(this Scenario scenario) => scenario with
    {
        Windows = Array.ConvertAll(scenario.Windows, static window => window with { EnvelopeUsdBn = 100_000, YearlyCapUsdBn = 100_000 }),
    };

    /// <summary>
    /// Hosts don't ask whether a bid fits the plan. That question compares with the standard of every sponsor of the scenario, present or not,
    /// so a test that takes a sponsor out must not ask it.
    /// </summary>
    public static Scenario WithPlanBlindHosts(this Scenario scenario) => scenario.WithTasteForCompatibility(0);

    /// <summary>Sets β_K of all states.</summary>
    public static Scenario WithTasteForCompatibility(this Scenario scenario, double weight) => scenario.WithWeights(weights => weights with { Compatibility = weight });

    /// <summary>Sets β_H of all states: how much they mind that one sponsor has their awards.</summary>
    public static Scenario WithHedging(this Scenario scenario, double weight) => scenario.WithWeights(weights => weights with { Concentration = weight });

    /// <summary>Edits how all hosts weigh an offer.</summary>
    public static Scenario WithWeights(this Scenario scenario, Func<EvaluationWeights, EvaluationWeights> edit) => scenario with
    {
        States = Array.ConvertAll(scenario.States, state => state with { Weights = edit(state.Weights) }),
    };

    /// <summary>Local index, in the first system, of a standard that a sponsor builds in.</summary>
    public static int StandardOf(this Compiled compiled, string sponsor) => compiled.OwnStandards[0][compiled.SponsorOf(sponsor)];

    /// <summary>Standards by segment of the first system at the horizon.</summary>
    public static int[] StandardsAtHorizon(Kernel kernel)
    {
        var standards = new int[kernel.Compiled.Systems[0].Segments.Length];
        Model.Scoring.Scorer.FillStandards(kernel, 0, kernel.Compiled.HorizonDay, standards);
        return standards;
    }

    private static Scenario Load(string name) => Loaded.GetOrAdd(name, static name => new Lazy<Scenario>(() =>
        ScenarioFile.Load(name) is { Ok: true } loaded ? loaded.Scenario! : throw new InvalidOperationException($"{name} does not load."))).Value;
}
