using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>
/// Sets up the choices of the past from what was known when they were made (docs/hindcast.md). Which side's terms are known tells who won, so stated terms
/// count only where both sides' are stated alike; else both are integrated over their standard windows of that date.
/// </summary>
internal sealed class ChoiceReplay(HindcastFrame frame, AwardHistory history)
{
    /// <summary>Year of a choice that has none: about the middle of the counted cases.</summary>
    public const int UsualYear = 2015;

    // Prices a standard deviation either way, at the thirds of concession: every pair of concessions twice, with signs such that prices are uncorrelated with
    // concessions, and with each other as nearly as nine pairs allow: five times together and four times apart, 1/9.
    private const int Thirds = 3, Nodes = 2 * Thirds * Thirds;

    // Utility of a guarantee counts half where the window may waive it and nobody says whether it did.
    private const double WaivedByChance = 0.5;

    // Tied aid is closed to projects that could live on commercial terms, power stations first of all (OECD Arrangement, since 1992).
    private const string TiedAid = "jica-step", CommerciallyViable = "power_generation";

    public ReplayedChoice Of(HistoricalCase one)
    {
        var sheet = new ChoiceSheet(Nodes);
        var year = one.Year ?? UsualYear;
        var state = frame.StateOf(one.Host);
        var (china, japan) = (SideOf(frame.China, one, year), SideOf(frame.Japan, one, year));
        for (var node = 0; node < Nodes; node++)
        {
            var (first, second, sign) = (node / 2 / Thirds, node / 2 % Thirds, node % 2 == 0 ? 1 : -1);
            Fill(sheet.At(node, Winner.China), china, first, sign);
            Fill(sheet.At(node, Winner.Japan), japan, second, (first + second) % 2 == 0 ? sign : -sign);
            sheet.At(node, Winner.China).Set(Weight.China, 1);
            sheet.At(node, Winner.Other).Fix(QualityOfOthers * state.Weights.Quality / state.Weights.TasteScale);
            sheet.At(node, Winner.Other).Set(Weight.Other, 1);
            sheet.At(node, Winner.None).Set(Weight.Nobody, 1);
        }
        return sheet.Choice(one, InMarket(frame.China), InMarket(frame.Japan));
    }

    private double QualityOfOthers => (HindcastFrame.CapabilityOf(frame.China).Quality + HindcastFrame.CapabilityOf(frame.Japan).Quality) / 2;

    /// <summary>Chance that a sponsor is in the market where the link matters to it neither much nor little.</summary>
    private static double InMarket(Sponsor sponsor) => (sponsor.ParticipationBase + sponsor.ParticipationHome) / 2;

    private static void Fill(ChoiceSheet.Cell cell, Side side, int third, int sign)
    {
        var offer = side.Offers[third];
        cell.Fix(side.Fixed);
        cell.Set(Weight.Price, side.LogPrice is { } stated ? -stated : side.IsPriced ? -(offer.LogPrice + sign * side.LogPriceSd) : 0);
        cell.Set(Weight.Concession, offer.Gift);
        cell.Set(Weight.Guarantee, -offer.Guarantee * side.Stress);
        cell.Set(Weight.Tie, side.Tie);
        cell.Set(Weight.Concentration, -side.Concentration);
        cell.Set(Weight.Rent, side.RentPerShare * offer.ShareFinanced);
    }

    private Side SideOf(Sponsor sponsor, HistoricalCase one, int year)
    {
        var (state, capability) = (frame.StateOf(one.Host), HindcastFrame.CapabilityOf(sponsor));
        var (mine, theirs) = sponsor == frame.China ? (one.China, one.Japan) : (one.Japan, one.China);
        var rival = sponsor == frame.China ? frame.Japan : frame.China;
        var governance = frame.Panel.GovernanceBefore(one.Host, year) ?? state.Governance;
        return new Side
        {
            Offers = Offers(sponsor, one, year),
            // A host that chose whom to ask had no prices to compare.
            IsPriced = one.Rivalry != Rivalry.OneSided,
            LogPrice = one.BothStated && one.Rivalry != Rivalry.OneSided && mine.PriceUsdBn is { } price && theirs.PriceUsdBn is { } other ? Elementary.Log(price / other) / 2 : null,
            LogPriceSd = capability.SignalSd,
            Fixed = (state.Weights.Quality * capability.Quality - state.Weights.Time * (capability.BuildTimeFactor - 1)) / state.Weights.TasteScale,
            Stress = state.DebtToGdp == 0 ? 0 : Math.Clamp((frame.Panel.DebtBefore(one.Host, year) ?? state.DebtToGdp) / state.DebtThreshold, 0, 2),
            Tie = Array.Find(state.TiesToSponsors, tie => tie.To == sponsor.Id)?.Strength ?? 0,
            Concentration = Concentration(sponsor, one.Host, year),
            RentPerShare = (1 - governance) * sponsor.Laxity * (1 + InMarket(rival) / 2),
        };
    }

    private double Concentration(Sponsor sponsor, string host, int year)
    {
        var (china, japan) = (history.UsdBn(Winner.China, host, year), history.UsdBn(Winner.Japan, host, year));
        var prior = frame.Scenario.Bidding.ConcentrationPriorUsdBn;
        return ((sponsor == frame.China ? china : japan) + prior * sponsor.RegionalShare) / (china + japan + prior);
    }

    private Offer[] Offers(Sponsor sponsor, HistoricalCase one, int year)
    {
        if (one.BothStated && IsWhole(one.China) && IsWhole(one.Japan)) return Stated(sponsor == frame.China ? one.China : one.Japan, sponsor);
        var open = frame.WindowsOf(sponsor, one.Host, year).FindAll(pair => pair.Window.Id != TiedAid || one.Sector != CommerciallyViable);
        var figures = open.ConvertAll(static pair => WindowFigures.Of(
            new LoanTerms(pair.Terms.RatePerYear, pair.Terms.TenorYears, pair.Terms.GraceYears), pair.Terms.ShareFinanced, pair.Terms.FundingRatePerYear, 0, pair.Terms.GuaranteeWaivable)).ToArray();
        var rooms = open.ConvertAll(static pair => new WindowRoom(pair.Window.EnvelopeUsdBn, pair.Window.YearlyCapUsdBn)).ToArray();
        var ladder = ConcessionLadder.Build(figures, rooms, new int[figures.Length]);
        var offers = new Offer[Thirds];
        for (var third = 0; third < Thirds; third++) offers[third] = Lent(sponsor, ladder, figures, rooms, (third + 0.5) / Thirds, one.PlannedCostUsdBn ?? AwardHistory.UsualCostUsdBn);
        return offers;
    }

    private static Offer Lent(Sponsor sponsor, in ConcessionLadder ladder, WindowFigures[] figures, WindowRoom[] rooms, double concession, double costUsdBn)
    {
        var loan = ConcessionLadder.Offer(ladder.At(concession), costUsdBn, rooms);
        var (gift, waivable) = (0.0, true);
        foreach (var tranche in (ReadOnlySpan<Tranche>)[loan.Harder, loan.Softer])
        {
            if (tranche.FaceUsdBn <= 0) continue;
            gift += tranche.FaceUsdBn * figures[tranche.Window].GrantElement;
            waivable &= figures[tranche.Window].GuaranteeWaivable;
        }
        var guarantee = loan.FaceUsdBn <= 0 ? 0 : waivable ? WaivedByChance : 1;
        return new Offer(LogPrice(sponsor, concession), gift / costUsdBn, loan.FaceUsdBn / costUsdBn, guarantee);
    }

    private static double LogPrice(Sponsor sponsor, double concession) =>
        Elementary.Log(HindcastFrame.CapabilityOf(sponsor).CostMultiplier * (1 + sponsor.MarginHard + (sponsor.MarginSoft - sponsor.MarginHard) * concession));

    private static bool IsWhole(StatedOffer offer) =>
        offer is { RatePerYear: not null, TenorYears: not null, GraceYears: not null, ShareFinanced: not null, Sovereign: not null } && offer.GraceYears < offer.TenorYears;

    private static Offer[] Stated(StatedOffer offer, Sponsor sponsor)
    {
        var terms = new LoanTerms(offer.RatePerYear!.Value, (int)offer.TenorYears!.Value, (int)offer.GraceYears!.Value);
        var share = offer.ShareFinanced!.Value;
        var offers = new Offer[Thirds];
        for (var third = 0; third < Thirds; third++) offers[third] = new Offer(LogPrice(sponsor, (third + 0.5) / Thirds), share * terms.GrantElement(), share, offer.Sovereign!.Value ? 1 : 0);
        return offers;
    }

    /// <summary>An offer as far as it is not known: price in logs over reference, gift and loan as shares of cost, how far a guarantee is asked.</summary>
    private readonly record struct Offer(double LogPrice, double Gift, double ShareFinanced, double Guarantee);

    /// <summary>What one sponsor's offers of a case have in common.</summary>
    private sealed record Side
    {
        public required Offer[] Offers { get; init; }

        public required bool IsPriced { get; init; }

        public required double? LogPrice { get; init; }

        public required double LogPriceSd { get; init; }

        public required double Fixed { get; init; }

        public required double Stress { get; init; }

        public required double Tie { get; init; }

        public required double Concentration { get; init; }

        public required double RentPerShare { get; init; }
    }
}
