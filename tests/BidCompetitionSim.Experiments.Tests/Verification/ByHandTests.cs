using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>
/// One whole run reckoned again with pencil and paper: the two sponsors make given offers for alpha–amber and for nothing else, and nothing is
/// left to chance. China offers 0.9·K at its hard terms (4.5 %, 15 years, 3 of grace) without guarantee; Japan K at its soft terms with one.
/// No formula of the model is called to find what is expected.
/// </summary>
public class ByHandTests
{
    private const double K = 2;
    private const double Price = 1.8;
    private const double Face = 0.85 * Price;
    private const double GrantElement = 0.0361965832599; // of 4.5 %, 15 years, 3 of grace
    private const double SoftGrantElement = 0.6717131867896; // of 0.1 %, 40 years, 10 of grace
    private const double RentOfChina = 0.6 * 1 * 1 * (Face / K) * 1.5; // (1 − g)·o·laxity·(φP/K)·(1 + p̂)
    private const double UtilityOfChina =
        2.2 * 0.105360515657826 + 2.2 * 0.85 * GrantElement - 1.6 * (0.85 - 1) + 0.7 + 0.3 * 0.3 + 0.4 - 0.6 * 0.4 + 0.6 * RentOfChina;
    private const double UtilityOfJapan =
        2.2 * 0.85 * SoftGrantElement - 1.1 * (0.5 / 0.65) + 0.92 + 0.3 * 0.3 - 0.6 * 0.6 + 0.6 * (0.6 * 0.35 * 0.85 * 1.5);
    private const double Rent = 0.109 * RentOfChina * K;
    private const double BuildYears = 4 * 0.85 * 1.34;
    private const double Delivered = 0.9 * K * 1.447;
    private const double ConversionFactor = 1 + 0.1 * (0.8 - 1);
    private const int Award = 365, Close = Award + 545, Opening = Close + 1664, Horizon = 10958; // 4.556 years are 1664.1 days

    private static readonly Compiled World = new(WithoutChance());
    private static readonly Replication Run = Worlds.Run(World, Worlds.Bilateral(World.Scenario), seed: 1, replication: 0);
    private static readonly Outcome Outcome = Run.Outcome;

    [Fact]
    public void China_wins_by_the_utilities_of_the_offers()
    {
        Run.Kernel.Files.Utilities(0, 1)[0].ShouldBe(UtilityOfChina, 1e-9);
        Run.Kernel.Files.Utilities(0, 1)[1].ShouldBe(UtilityOfJapan, 1e-9);
        Run.Kernel.Record.Winners.ShouldBe([0, -1, -1, -1]);
        (Outcome.Awards, Outcome.Built, Outcome.Cancelled, Outcome.NeverLet).ShouldBe((1, 1, 0, 3));
        Outcome.MeanOffers.ShouldBe(2 / 7.0, 1e-12); // three segments without an offer were opened twice
    }

    [Fact]
    public void The_contract_is_the_offer()
    {
        Outcome.MeanPriceOverReference!.Value.ShouldBe(0.9, 1e-12);
        Outcome.FundedUsdBn.ShouldBe(Face, 1e-12);
        Outcome.MeanGrantElement!.Value.ShouldBe(GrantElement, 1e-9);
        Outcome.GuaranteedShare.ShouldBe(0);
        Outcome.RentsUsdBn.ShouldBe(Rent, 1e-12);
        Outcome.HostSurplusUsdBn.ShouldBe(K - Price + Face * GrantElement - Rent, 1e-9);
        Outcome.HostWelfareUsdBn.ShouldBe(K / 2.2 * (UtilityOfChina - 0.5), 1e-6); // the best of the offers over nobody, for there is no taste
    }

    [Fact]
    public void Days_follow_from_the_award()
    {
        var record = Run.Kernel.Record;

        (record.AwardedDays[0], record.ClosedDays[0], record.CommissionedDays[0]).ShouldBe((Award, Close, Opening));
        Outcome.MeanYearsToCommissioning!.Value.ShouldBe((Opening - Award) / 365.25, 1e-12);
    }

    [Fact]
    public void Debt_rises_by_what_is_drawn_of_a_contingent_loan()
    {
        var drawn = 0.25 * Face * (1 - GrantElement);
        double with = 0, most = 0, from = Close / 365.25, gdp = 100;
        for (var year = 1; year <= 2 + 10; year++)
        {
            gdp *= 1.05;
            var share = Math.Max(0, Math.Min(from + BuildYears, year) - Math.Max(from, year - 1)) / BuildYears;
            with = with * 1.02 / 1.05 + drawn * share / gdp;
            most = Math.Max(most, with);
        }

        Outcome.Projects[0].DebtBurden.ShouldBe(0.5 + most, 1e-9);
        Outcome.Projects[0].DebtThreshold.ShouldBe(0.65, 1e-12);
    }

    [Fact]
    public void Viability_is_half_return_a_quarter_cover_and_a_quarter_debt()
    {
        var eirr = Root(rate => EconomicValue(rate, Benefit(), Delivered + 0.3 * Rent / ConversionFactor, Delivered, BuildYears, 0.486, 1.3));
        var cover = LeastCover();
        var project = Outcome.Projects[0];

        project.Eirr!.Value.ShouldBe(eirr, 1e-7);
        project.DscrMin.ShouldBe(cover, 1e-7);
        var viability = 100 * (0.5 * Logistic((eirr - 0.09) / 0.03) + 0.25 * Logistic((cover - 1.2) / 0.4) + 0.25 * Logistic((0.65 - project.DebtBurden) / 0.1));
        project.Viability.ShouldBe(viability, 1e-5);
        Outcome.Viability.ShouldBe(viability / 4, 1e-5); // four segments of equal cost, one built
        Outcome.ViabilityBuilt!.Value.ShouldBe(viability, 1e-5);
    }

    // A new line of 2 h stands beside the road of 13; through traffic that would have to change gauge for 12 h takes the road.
    [Fact]
    public void Compatibility_counts_what_interfaces_keep_from_the_line()
    {
        double alphaBravo = 4 * 2 / 200.0, alphaBasin = 4 * 3 / 300.0, alphaCoral = 4 * 5 / 400.0;
        double others = 1 * 2 / 100.0 + 1 * 3 / 200.0 + 1 * 5 / 300.0 + 2 * 5 / 200.0 + 3 * 5 / 100.0;
        var all = alphaBravo + alphaBasin + alphaCoral + others;

        Outcome.Compatibility!.Value.ShouldBe(100 * (alphaBravo * 23 / 34 + alphaBasin * 27 / 38 + alphaCoral * 48 / 59 + others) / all, 1e-9);
        Outcome.HoursLost!.Value.ShouldBe(11 * (alphaBravo + alphaBasin + alphaCoral) / all, 1e-9);
        Outcome.InheritedCompatibility.ShouldBe(100);
        Outcome.BuiltCompatibility.ShouldBeNull(); // no pair across a border has come closer
        Outcome.JunctionShare.ShouldBe(0);
    }

    [Fact]
    public void Cohesion_is_the_product_of_its_parts()
    {
        // Hours on the train: from alpha over amber, bravo and basin to coral, 2, 3.5, 2, 3.5 by road, 1, 2.5, 1, 2.5 by new lines.
        double Contacts(double[] hours)
        {
            double[] people = [4, 1, 2, 3, 5];
            double sum = 0;
            for (var i = 0; i < 5; i++)
                for (var j = i + 1; j < 5; j++) sum += people[i] * people[j] * Math.Exp(-(2 + hours[i..j].Sum()) / 6);
            return sum;
        }

        var before = Contacts([2, 3.5, 2, 3.5]);
        var gained = 4 * 1 * (Math.Exp(-3 / 6.0) - Math.Exp(-4 / 6.0)); // beyond amber, changing trains costs the hour that the line saves
        var people = gained / (Contacts([1, 2.5, 1, 2.5]) - before) * (Horizon - Opening) / Horizon;
        var institutional = 0.5 * 0 + 0.5 * 0.1;
        var diplomatic = Diplomatic();

        Outcome.Parts.Physical!.Value.ShouldBe(0, 1e-12);
        Outcome.Parts.PeopleToPeople!.Value.ShouldBe(people, 1e-9);
        Outcome.Parts.Institutional!.Value.ShouldBe(institutional, 1e-12);
        Outcome.Parts.Equity!.Value.ShouldBe(0.01, 1e-12);
        Outcome.Parts.Diplomatic!.Value.ShouldBe(diplomatic, 1e-9);
        Outcome.Cohesion!.Value.ShouldBe(
            100 * Math.Pow(0.01, 0.35) * Math.Pow(institutional, 0.2) * Math.Pow(people, 0.15) * Math.Pow(0.01, 0.15) * Math.Pow(diplomatic, 0.15), 1e-7);
    }

    // Ties to China and Japan, (0.4, 0), (0.1, 0.1), (0, 0.4), revert by a twentieth a year; the award, the lost bid and the opening move those of AAA.
    private static double Diplomatic()
    {
        double china = 0.4, japan = 0, tension = 0, losses = 0, ab = 0, ac = 0, bc = 0;
        for (var year = 1; year <= 30; year++)
        {
            if (year == 8) china += 0.05; // the line opens in the eighth year
            china += 0.05 * (0.4 - china);
            japan -= 0.05 * japan;
            var lean = (china - japan) / 2;
            var drift = 0.02 * (1 + 0.1 * tension);
            ab += -drift * Math.Abs(lean - 0) - 0.1 * ab;
            ac += -drift * Math.Abs(lean + 0.2) - 0.1 * ac;
            bc += -drift * 0.2 - 0.1 * bc;
            tension = 0.8 * tension + losses;
            losses = 0;
            if (year == 1) (china, japan, losses) = (china + 0.15, japan - 0.05, 1); // the award comes on the day on which the first year ends
        }
        double[] leans = [china - japan, 0, -0.4];
        var mean = leans.Average();
        var deviation = Math.Sqrt(leans.Average(lean => (lean - mean) * (lean - mean)));
        return (1 - deviation / 2) * (1 + (ab + ac + bc) / 3) / 2;
    }

    // Benefit and revenue a year that give the stated 10 % and 4.5 % at cost K, four years of works and forecast demand.
    private static double Benefit() => -EconomicValue(0.1, 0, K, K, 4, 1, 1) / Years(0.1, 4, 1);

    private static double Revenue() => -(-K * Works(0.045, 4) - 0.02 * K * Years(0.045, 4, demand: false)) / Years(0.045, 4, 1);

    private static double EconomicValue(double rate, double benefit, double cost, double worth, double works, double demand, double upkeep)
    {
        var last = (int)works + 30;
        return -ConversionFactor * cost * Works(rate, works) + benefit * Years(rate, works, demand)
            - ConversionFactor * 0.02 * K * upkeep * Years(rate, works, demand: false) + ConversionFactor * worth * 0.4 * Math.Pow(1 + rate, -last);
    }

    // Present value of 1 spread over the works.
    private static double Works(double rate, double works)
    {
        double sum = 0;
        for (var year = 0; year < works; year++) sum += Math.Min(1, works - year) / works * Math.Pow(1 + rate, -year);
        return sum;
    }

    // Present value of 1 a year over 30 years of operation, moved by demand or not; a year of operation lies in two of the calendar.
    private static double Years(double rate, double works, double demand) => Years(rate, works, year => demand * Ramp(year) * Math.Pow(1.02, year));

    private static double Years(double rate, double works, bool demand) => demand ? throw new NotSupportedException() : Years(rate, works, _ => 1.0);

    private static double Years(double rate, double works, Func<int, double> amount)
    {
        var first = (int)works;
        var late = works - first;
        double sum = 0;
        for (var year = 0; year < 30; year++)
            sum += amount(year) * ((1 - late) * Math.Pow(1 + rate, -(first + year)) + late * Math.Pow(1 + rate, -(first + year + 1)));
        return sum;
    }

    private static double Ramp(int year) => year == 0 ? 0.7 : year == 1 ? 0.85 : 1;

    // From year 4, the first full one after the contracted 3.4, to year 15; principal in twelve parts after year 3, worn down by 2 % a year.
    private static double LeastCover()
    {
        var revenue = Revenue();
        var least = double.PositiveInfinity;
        for (var year = 4; year <= 15; year++)
        {
            var service = Face * (1 / 12.0 + 0.045 * (16 - year) / 12.0) / Math.Pow(1.02, year);
            double cash = 0;
            for (var operating = 0; operating < 30; operating++)
            {
                var starts = BuildYears + operating;
                var overlap = Math.Max(0, Math.Min(starts + 1, year + 1) - Math.Max(starts, year));
                cash += overlap * (revenue * 0.486 * Ramp(operating) * Math.Pow(1.02, operating) - 0.02 * K * 1.3);
            }
            least = Math.Min(least, cash / service);
        }
        return Math.Clamp(least, -5, 10);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Root(Func<double, double> value)
    {
        double low = -0.5, high = 1;
        for (var round = 0; round < 200; round++)
        {
            var middle = (low + high) / 2;
            if (value(middle) > 0) low = middle;
            else high = middle;
        }
        return low;
    }

    private static Scenario WithoutChance()
    {
        const double none = 1e-12;
        var some = Some.Scenario();
        return some with
        {
            States = [.. some.States.Select(state => state with { TurnoverPerYear = 0, Weights = state.Weights with { TasteScale = none } })],
            Systems = [some.Systems[0] with { Classes = [some.Systems[0].Classes[0] with { OverrunSd = none, DemandSd = none }] }],
            Sponsors =
            [
                Certain(some.Sponsors[0], new FixedOffer { Segment = "alpha-amber", Attempt = 1, PriceOverReference = 0.9, Concession = 0, Guarantee = false, Complies = false }),
                Certain(some.Sponsors[1], new FixedOffer { Segment = "alpha-amber", Attempt = 1, PriceOverReference = 1, Concession = 1, Guarantee = true, Complies = false }),
            ],
            Bidding = some.Bidding with { CostLevelSd = 0 },
            Delivery = some.Delivery with { DelaySd = none, GovernanceEffect = 0, QualityEffect = 0, LowballEffect = 0, RenegotiationHazard = 0 },
        };
    }

    private static Sponsor Certain(Sponsor sponsor, FixedOffer offer) => sponsor with
    {
        Behaviour = SponsorBehaviourKind.Fixed, ParticipationBase = 1, ParticipationHome = 1, FixedOffers = [offer],
        Capabilities = [sponsor.Capabilities[0] with { SignalSd = 0 }],
    };
}
