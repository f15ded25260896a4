using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Testing;

/// <summary>
/// Valid values for tests, small enough to check by hand; edit them with <c>with</c>. Five places in a row, 100 km apart, in three states:
/// <code>
/// alpha (AAA) – amber (AAA) – bravo (BBB) – basin (BBB) – coral (CCC)
/// </code>
/// A road stands in for the railway on every stretch, one slow metre-gauge line exists between bravo and basin, and four segments of
/// USD 2 bn each are to be let, one for each stretch, a year apart. The two sponsors' standards differ in signalling only.
/// </summary>
public static partial class Some
{
    /// <summary>The first day of every scenario here.</summary>
    public const string StartDate = "2020-01-01";

    /// <summary>A complete scenario with all six arrangements as arms.</summary>
    public static Scenario Scenario()
    {
        var secretariat = Secretariat();
        return new Scenario
        {
            Id = "some", Title = "Five places in a row", Question = "Does it all hang together?", StartDate = StartDate, HorizonYears = 30,
            Currencies = [Currency("CNY", 0.0225), Currency("JPY", 0.0065), Currency("USD", 0.02)],
            States = [State("AAA", chinaTie: 0.4, japanTie: 0), State("BBB", chinaTie: 0.1, japanTie: 0.1), State("CCC", chinaTie: 0, japanTie: 0.4)],
            Frictions = [Friction("AAA", "BBB"), Friction("AAA", "CCC"), Friction("BBB", "CCC")],
            Sponsors = [China(), Japan()],
            Windows = [Cdb(), Eximbank(), Jbic(), Jica()],
            Systems = [Rail()],
            Places = [Place("alpha", "AAA", 4), Place("amber", "AAA", 1), Place("basin", "BBB", 3), Place("bravo", "BBB", 2), Place("coral", "CCC", 5)],
            Links = [MetreLine("bravo", "basin"), Road("alpha", "amber"), Road("amber", "bravo"), Road("basin", "coral"), Road("bravo", "basin")],
            Segments =
            [
                Segment("alpha-amber", "AAA", tenderYear: 1, chinaHome: 1),
                Segment("amber-bravo", "BBB", tenderYear: 2, chinaHome: 0.5),
                Segment("basin-coral", "CCC", tenderYear: 4),
                Segment("bravo-basin", "BBB", tenderYear: 3),
            ],
            Secretariat = secretariat, Bidding = Bidding(), Delivery = Delivery(), Diplomacy = Diplomacy(), Scoring = Scoring(),
            Arms = Arms(secretariat),
        };
    }

    /// <summary>The same scenario with a third rival, Korea, or with a fourth besides, Europe. Each has a soft window.</summary>
    /// <param name="sponsors">3 or 4.</param>
    public static Scenario Rivals(int sponsors)
    {
        var two = Scenario();
        var edcf = Window("edcf", "korea", Terms(0.001, 40, 10, "USD") with { FundingRatePerYear = 0.02 });
        var eib = Window("eib", "europe", Terms(0.02, 25, 6, "USD") with { FundingRatePerYear = 0.015 });
        var rail = Rail();
        return two with
        {
            Id = sponsors == 3 ? "some-three" : "some-four",
            Sponsors = sponsors == 3 ? [China(), Japan(), Korea()] : [China(), Europe(), Japan(), Korea()],
            Windows = sponsors == 3 ? [Cdb(), edcf, Eximbank(), Jbic(), Jica()] : [Cdb(), edcf, eib, Eximbank(), Jbic(), Jica()],
            Systems = [rail with { Standards = [.. rail.Standards.Append(Standard("korean", "1435", "ATC", "AC25")).OrderBy(standard => standard.Id, StringComparer.Ordinal)] }],
            States = [.. two.States.Select(state => state with { TiesToSponsors = [.. state.TiesToSponsors, Tie("korea", 0.1)] })],
        };
    }

    /// <summary>The same scenario with little money of the sponsors' own and two multilateral banks, which any of them may ask.</summary>
    public static Scenario Cofinanced() => Scenario() with
    {
        Id = "some-cofinanced",
        Windows =
        [
            Bank("aaa-bank") with { Hosts = ["AAA", "BBB"] }, Cdb() with { EnvelopeUsdBn = 0.8 }, Eximbank() with { EnvelopeUsdBn = 1 }, Jbic() with { EnvelopeUsdBn = 0.8 },
            Jica() with { EnvelopeUsdBn = 1 }, Bank("world-bank") with { Terms = [Terms(0.02, 30, 8, "USD")] },
        ],
    };

    /// <summary>The same scenario with two sponsors that bid as they learnt: one of two offers, with even chances.</summary>
    public static Scenario Learnt()
    {
        var scenario = Scenario();
        return scenario with
        {
            Id = "some-learnt", Sponsors = Array.ConvertAll(scenario.Sponsors, static sponsor => sponsor with { Behaviour = SponsorBehaviourKind.Learning }),
            LearnedPolicies = [Learnt("china"), Learnt("japan")],
        };
    }

    /// <summary>All arrangements under that Secretariat, sorted by id.</summary>
    public static Arm[] Arms(Model.Secretariat.Secretariat secretariat) =>
        [.. Arrangements.Names.Select(name => Arrangements.Named(name, secretariat)!).OrderBy(arm => arm.Id, StringComparer.Ordinal)];
}
