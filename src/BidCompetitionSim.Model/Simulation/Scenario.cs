using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Diplomacy;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>
/// Everything one run is computed from, validated and complete: no value is looked up elsewhere. Arrays of things with an id are sorted
/// by id (ordinal); days count from <see cref="StartDate"/>. Two equal scenarios give equal results, whatever files they came from.
/// </summary>
public sealed record Scenario
{
    [Meaning("Short name of the scenario, as the command line writes it.")]
    public required string Id { get; init; }

    [Meaning("The scenario's title, for people.")]
    public required string Title { get; init; }

    [Meaning("The question the scenario answers, in one or two sentences.")]
    public required string Question { get; init; }

    [Meaning("First day of the run, as an ISO date; day 0 of the model's clock.")]
    public required string StartDate { get; init; }

    [Quantity(1, 60, "Years over which scores are averaged, from the start.")]
    public required int HorizonYears { get; init; }

    [Meaning("Currencies of loans, with their inflation.")]
    public required Currency[] Currencies { get; init; }

    [Meaning("States that host projects, own places or hold ties.")]
    public required State[] States { get; init; }

    [Meaning("Friction of trade across borders, by pair of states.")]
    public required Friction[] Frictions { get; init; }

    [Meaning("States that bid for projects with their own firms and money.")]
    public required Sponsor[] Sponsors { get; init; }

    [Meaning("Institutions that lend, with their terms by date.")]
    public required FinanceWindow[] Windows { get; init; }

    [Meaning("Systems of links: rail, road, power, gas, sea.")]
    public required TransportSystem[] Systems { get; init; }

    [Meaning("Cities, border towns and ports.")]
    public required Place[] Places { get; init; }

    [Meaning("Lines that exist on the first day, the base mode included.")]
    public required Link[] Links { get; init; }

    [Meaning("Lines to be let.")]
    public required Segment[] Segments { get; init; }

    [Meaning("The ASEAN Secretariat and its Connectivity Coordinating Committee.")]
    public required Secretariat.Secretariat Secretariat { get; init; }

    [Meaning("How bids are made and beliefs learn.")]
    public required BiddingRules Bidding { get; init; }

    [Meaning("How projects are built, cancelled and renegotiated.")]
    public required DeliveryRules Delivery { get; init; }

    [Meaning("How ties and tension move.")]
    public required DiplomacyRules Diplomacy { get; init; }

    [Meaning("How projects are appraised and outcomes scored.")]
    public required ScoringRules Scoring { get; init; }

    [Meaning("Arrangements to compare: named vectors of switches.")]
    public required Arm[] Arms { get; init; }

    [Elective, Meaning("Segments that may be let together, with what a sponsor takes off its prices for having them all; arrangements that let lots one by one ignore them.")]
    public Package[] Packages { get; init; } = [];

    [Elective, Meaning("What sponsors learnt to offer, by sponsor; those whose behaviour is learning bid by it.")]
    public LearnedPolicy[] LearnedPolicies { get; init; } = [];

    [Elective, Meaning("Trade in intermediate goods, and the agreements that ease it.")]
    public TradeRules? Trade { get; init; }

    [Elective, Meaning("What befalls states on a date, whatever the arrangement.")]
    public Shock[] Shocks { get; init; } = [];
}
