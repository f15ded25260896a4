using BidCompetitionSim.Model.Diplomacy;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Testing;

public static partial class Some
{
    /// <summary>A member of ASEAN with GDP of USD 100 bn and debt of half of it.</summary>
    public static State State(string id, double chinaTie, double japanTie) => new()
    {
        Id = id, Name = $"State {id}", Asean = true, GdpUsdBn = 100, GrowthPerYear = 0.05, PopulationMillion = 20,
        DebtToGdp = 0.5, DebtThreshold = 0.65, Governance = 0.4, TurnoverPerYear = 0.1, Weights = Weights(),
        TiesToSponsors = [Tie("china", chinaTie), Tie("japan", japanTie)], TiesToStates = [],
    };

    /// <summary>A tie.</summary>
    public static Tie Tie(string to, double strength) => new() { To = to, Strength = strength };

    /// <summary>A currency.</summary>
    public static Currency Currency(string id, double inflation) => new() { Id = id, InflationPerYear = inflation };

    /// <summary>The friction of a pair of states, a tenth below its base.</summary>
    public static Friction Friction(string a, string b) => new() { A = a, B = b, Base = 1, Now = 0.9 };

    /// <summary>China, with the starting values of docs/model.md's appendix; no policy response.</summary>
    public static Sponsor China() => new()
    {
        Id = "china", Name = "China", Behaviour = SponsorBehaviourKind.BestResponse,
        Capabilities = [Capability("chinese", cost: 0.9, signal: 0.16, time: 0.85, quality: 0.7)],
        Values = new StrategicValues { Influence = 0.1, Home = 0.14, Standard = 0.05, Capacity = 0.06 },
        Rivalry = 0.15, PressureHalfLifeYears = 3, Laxity = 1, MarginHard = 0.12, MarginSoft = -0.04, FiscalWeight = 0.5, Shade = 1,
        ParticipationBase = 0.7, ParticipationHome = 0.95, RegionalShare = 0.4, Response = null, PolicyChanges = [], FixedOffers = [],
    };

    /// <summary>Japan, likewise.</summary>
    public static Sponsor Japan() => China() with
    {
        Id = "japan", Name = "Japan",
        Capabilities = [Capability("japanese", cost: 1.1, signal: 0.1, time: 1, quality: 0.92)],
        Values = new StrategicValues { Influence = 0.12, Home = 0.02, Standard = 0.07, Capacity = 0.03 },
        Rivalry = 0.3, Laxity = 0.35, MarginHard = 0.14, MarginSoft = 0.02,
        ParticipationBase = 0.65, ParticipationHome = 0.9, RegionalShare = 0.6,
    };

    /// <summary>Korea: between the two in cost and quality, with a standard of its own that <see cref="Rivals"/> adds.</summary>
    public static Sponsor Korea() => China() with
    {
        Id = "korea", Name = "Korea",
        Capabilities = [Capability("korean", cost: 1, signal: 0.13, time: 0.95, quality: 0.85)],
        Values = new StrategicValues { Influence = 0.11, Home = 0, Standard = 0.06, Capacity = 0.05 },
        Rivalry = 0.2, Laxity = 0.4, MarginHard = 0.13, MarginSoft = 0, ParticipationBase = 0.6, ParticipationHome = 0.6, RegionalShare = 0.1,
    };

    /// <summary>Europe: dear and good, and its standard is the regional specification.</summary>
    public static Sponsor Europe() => Korea() with
    {
        Id = "europe", Name = "Europe", Capabilities = [Capability("regional", cost: 1.15, signal: 0.1, time: 1.1, quality: 0.95)], ParticipationBase = 0.4, ParticipationHome = 0.4,
    };

    /// <summary>What a sponsor may have learnt: whatever the situation, to waive the guarantee on hard terms half of the time, and else to be soft.</summary>
    public static LearnedPolicy Learnt(string sponsor) => new()
    {
        Id = sponsor,
        Offers =
        [
            .. Enumerable.Range(0, LearnedTable.Situations).SelectMany(static situation => new[] { false, true }, static (situation, soft) => new LearnedOffer
            {
                Contested = (situation & 1) != 0, Home = (situation & 2) != 0, Pressed = (situation & 4) != 0, Concession = soft ? 1 : 0, Markup = soft ? 0 : 0.5,
                Complies = soft, Guarantee = soft, Probability = 0.5,
            }),
        ],
    };

    /// <summary>What a sponsor builds in rail.</summary>
    public static Capability Capability(string standard, double cost, double signal, double time, double quality) => new()
    {
        System = "rail", Standard = standard, CostMultiplier = cost, SignalSd = signal, BuildTimeFactor = time, Quality = quality,
    };

    /// <summary>The first answer to three lost tenders in three years, or to one lost prestige tender: USD 10 bn more, half a year later.</summary>
    public static PolicyResponse Response() => new()
    {
        Losses = 3, WithinYears = 3, Prestige = true, DelayDays = 180, EnvelopeUsdBn = 10, FiscalWeightChange = -0.2, OpensWaivers = false,
    };

    /// <summary>China's hard window: 4.5 %, 15 years, 3 of grace, guarantee waivable.</summary>
    public static FinanceWindow Cdb() => Window("cdb", "china", Terms(0.045, 15, 3, "USD") with { FundingRatePerYear = 0.035, GuaranteeWaivable = true });

    /// <summary>China's soft window: 2 %, 20 years, 5 of grace.</summary>
    public static FinanceWindow Eximbank() => Window("eximbank", "china", Terms(0.02, 20, 5, "CNY") with { FundingRatePerYear = 0.03 });

    /// <summary>Japan's hard window: 4.5 %, 18 years, 5 of grace, guarantee waivable.</summary>
    public static FinanceWindow Jbic() => Window("jbic", "japan", Terms(0.045, 18, 5, "USD") with { FundingRatePerYear = 0.04, GuaranteeWaivable = true });

    /// <summary>Japan's soft window: 0.1 %, 40 years, 10 of grace.</summary>
    public static FinanceWindow Jica() => Window("jica", "japan", Terms(0.001, 40, 10, "JPY") with { FundingRatePerYear = 0.012 });

    /// <summary>A bank that lends with any sponsor where its own appraisal passes: 0.5 %, 40 years, 10 of grace, half a year later.</summary>
    public static FinanceWindow Bank(string id) => Window(id, "", Terms(0.005, 40, 10, "USD")) with
    {
        EnvelopeUsdBn = 4, YearlyCapUsdBn = 1.2, Multilateral = new Multilateral { HurdlePerYear = 0.09, AppraisalSd = 0.02, ProcessingDays = 180, OpacityCap = 0.2, Laxity = 0.1 },
    };

    /// <summary>A window of USD 20 bn, 5 a year, for rail in every state, with one set of terms in force from the start.</summary>
    public static FinanceWindow Window(string id, string sponsor, LendingTerms terms) => new()
    {
        Id = id, Name = id, Sponsor = sponsor, Systems = ["rail"], Hosts = ["AAA", "BBB", "CCC"], EnvelopeUsdBn = 20, YearlyCapUsdBn = 5, Terms = [terms],
    };

    /// <summary>Terms of a loan for 85 % of the price.</summary>
    public static LendingTerms Terms(double rate, int tenor, int grace, string currency) => new()
    {
        FromDay = 0, RatePerYear = rate, TenorYears = tenor, GraceYears = grace, ShareFinanced = 0.85, Currency = currency,
        FundingRatePerYear = rate, GuaranteeWaivable = false,
    };
}
