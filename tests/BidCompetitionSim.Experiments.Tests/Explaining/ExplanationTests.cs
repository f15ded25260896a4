using BidCompetitionSim.Experiments.Explaining;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Experiments.Tests.Runs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Tests.Explaining;

public class ExplanationTests
{
    [Fact]
    public void The_first_is_who_won_and_the_odds_sum_to_one()
    {
        var runs = Enumerable.Range(1, 5).Select(seed => Played.Run("skrl", "asean-led", (ulong)seed, "vientiane-nong-khai").Result).ToArray();

        runs.SelectMany(run => run.Explanations).ShouldNotBeEmpty();
        foreach (var run in runs)
            foreach (var explanation in run.Explanations) Check(run, explanation);
    }

    private static void Check(RunResult run, Explanation explanation)
    {
        explanation.Probabilities.Values.Sum().ShouldBe(1, 1e-12);
        explanation.First.ShouldBe(run.Segments.Single(segment => segment.Id == "vientiane-nong-khai").Tenders[explanation.Attempt - 1].Winner ?? "");
        explanation.Margin.ShouldBe(DecisionOf(run, explanation, explanation.First) - DecisionOf(run, explanation, explanation.Second));
        explanation.Margin.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void Every_attempt_in_which_its_host_chose_is_explained()
    {
        var both = 0;
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var run = Played.Run("skrl", "bilateral", seed, "bangkok-hua-hin").Result;
            var segment = run.Segments.Single(segment => segment.Id == "bangkok-hua-hin");
            run.Explanations.Select(explanation => explanation.Attempt).ShouldBe(segment.Tenders.Where(tender => tender.NobodyTaste is not null).Select(tender => tender.Attempt));
            if (run.Explanations.Length == 2) both++;
        }
        both.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_tie_closer_by_the_margin_over_its_weight_would_have_turned_the_award()
    {
        var compared = 0;
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var explanation = Played.Run("skrl", "asean-led", seed, "vientiane-nong-khai").Result.Explanations.LastOrDefault();
            if (explanation?.Flips.FirstOrDefault(flip => flip is { What: "tie", To: not null }) is not { } tie) continue;
            var change = double.Parse(tie.To!) - double.Parse(tie.From);
            Math.Abs(change).ShouldBe(explanation.Margin / ((1 - explanation.RegionalWeight) * explanation.Weights["tie"]), 0.0101);
            compared++;
        }
        compared.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("johor-bahru-singapore")]
    [InlineData("kuala-lumpur-singapore")]
    public void Of_several_states_the_first_is_who_won_and_whoever_is_below_nobody_to_one_of_them_refused(string segment)
    {
        var refused = 0;
        for (ulong seed = 1; seed <= 15; seed++)
            foreach (var (explanation, tender, offers) in Explained(Shared, seed, segment))
            {
                explanation.First.ShouldBe(tender.Winner ?? "");
                explanation.Margin.ShouldBeGreaterThanOrEqualTo(0);
                explanation.Hosts!.Length.ShouldBe(2);
                foreach (var offer in offers)
                {
                    var refusers = explanation.Hosts.Where(host => host.Offers.Single(one => one.Sponsor == offer.Sponsor).Utility.Decision <= host.NobodyUtility + host.NobodyTaste);
                    refusers.Select(static host => host.State).ShouldBe(offer.Refusals ?? []);
                    refused += offer.Refusals?.Length ?? 0;
                    explanation.Hosts.Sum(host => host.Weight * host.Offers.Single(one => one.Sponsor == offer.Sponsor).Utility.Decision!.Value).ShouldBe(offer.Utility.Decision!.Value, 1e-9);
                }
            }
        refused.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_price_at_which_a_state_would_rather_have_nobody_is_the_one_at_which_it_does()
    {
        var checkedOnes = 0;
        for (ulong seed = 1; seed <= 24; seed++)
            foreach (var (explanation, tender, offers) in Explained(Shared, seed, "johor-bahru-singapore"))
            {
                if (tender is not { Attempt: 1, Winner: { } winner } || explanation.Flips.FirstOrDefault(flip => flip is { What: "price", Refuser: not null } && flip.Sponsor == winner) is not { } flip) continue;
                var offer = offers.Single(one => one.Sponsor == winner);
                // With other bids gone it is another history, in which the offer may be worth something else.
                var again = OffersOf(At(offer.PriceOverReference), 1).SingleOrDefault(one => one.Sponsor == winner);
                if (again is null || Math.Abs(again.Utility.Decision!.Value - offer.Utility.Decision!.Value) > 1e-9 || WinnerAt(offer.PriceOverReference) != winner) continue;

                WinnerAt(flip.Turns!.Value * (1 - 1e-9)).ShouldBe(winner);
                WinnerAt(flip.Turns.Value * (1 + 1e-9)).ShouldBe(flip.Then == "" ? null : flip.Then);
                flip.Refuser.ShouldBe(RefuserAt(flip.Turns.Value * (1 + 1e-9)));
                checkedOnes++;

                string? WinnerAt(double price) => At(price).Tenders[0].Winner;
                string RefuserAt(double price) => OffersOf(At(price), 1).Single(one => one.Sponsor == winner).Refusals.ShouldHaveSingleItem();
                SegmentResult At(double price) => Played.Run(Fixed(winner, offer, price), "bilateral", seed).Result.Segments.Single(one => one.Id == explanation.Segment);
            }
        checkedOnes.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Odds_of_several_states_count_the_veto_of_each()
    {
        var compared = 0;
        for (ulong seed = 1; seed <= 15; seed++)
            foreach (var (explanation, _, offers) in Explained(Shared, seed, "johor-bahru-singapore").Where(static one => one.Offers.Length == 1))
            {
                // Two tastes of one scale differ by a logistic: each state accepts by itself.
                var scale = Shared.States.Single(state => state.Id == explanation.Hosts![0].State).Weights.TasteScale;
                var accepted = explanation.Hosts!.Aggregate(1.0, (p, host) => p / (1 + Math.Exp((host.NobodyUtility - host.Offers[0].Utility.Total) / scale)));
                explanation.Probabilities[offers[0].Sponsor].ShouldBe(accepted, 0.006);
                explanation.Probabilities.Values.Sum().ShouldBe(1, 1e-12);
                compared++;
            }
        compared.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_tie_to_one_of_two_partners_counts_by_half_and_each_half_of_the_money_has_a_lender()
    {
        var (scenario, compared) = (ScenarioFile.Load("third-country-2018").Scenario!, 0);
        for (ulong seed = 1; seed <= 12; seed++)
            foreach (var (explanation, _, offers) in Explained(scenario, seed, "vientiane-nong-khai", "consortium"))
            {
                if (offers is not [{ Partner: not null } joint]) continue;
                joint.Tranches.Select(static tranche => tranche.Sponsor).ShouldBeSubsetOf([joint.Sponsor, joint.Partner]);
                explanation.Flips.ShouldContain(static flip => flip.What == "standard");
                if (explanation.Flips.Single(static flip => flip.What == "tie") is not { Turns: { } turns } tie) continue;
                Math.Abs(turns - double.Parse(tie.From)).ShouldBe(2 * explanation.Margin / explanation.Weights["tie"], 0.0101);
                compared++;
            }
        compared.ShouldBeGreaterThan(0);
    }

    private static readonly Scenario Shared = ScenarioFile.Load("kl-singapore-hsr").Scenario!;

    private static IEnumerable<(Explanation Explanation, AttemptResult Tender, OfferResult[] Offers)> Explained(Scenario scenario, ulong seed, string segment, string arm = "bilateral")
    {
        var run = Played.Run(scenario, arm, seed, segment).Result;
        var result = run.Segments.Single(one => one.Id == segment);
        return run.Explanations.Select(one => (one, result.Tenders[one.Attempt - 1], OffersOf(result, one.Attempt)));
    }

    private static OfferResult[] OffersOf(SegmentResult segment, int attempt) => attempt == segment.Attempts ? segment.Offers : segment.Tenders[attempt - 1].Offers;

    private static Scenario Fixed(string sponsor, OfferResult offer, double price) => Shared with
    {
        Sponsors = Array.ConvertAll(Shared.Sponsors, one => one.Id != sponsor ? one : one with
        {
            Behaviour = SponsorBehaviourKind.Fixed,
            FixedOffers = [new FixedOffer { Segment = "johor-bahru-singapore", Attempt = 1, PriceOverReference = price, Concession = offer.Concession, Guarantee = offer.Guarantee, Complies = offer.Compliant }],
        }),
    };

    private static double DecisionOf(RunResult run, Explanation explanation, string who)
    {
        var segment = run.Segments.Single(segment => segment.Id == explanation.Segment);
        var tender = segment.Tenders[explanation.Attempt - 1];
        if (who.Length == 0) return tender.NobodyUtility!.Value + tender.NobodyTaste!.Value;
        return OffersOf(segment, explanation.Attempt).Single(offer => offer.Sponsor == who).Utility.Decision!.Value;
    }

    [Fact]
    public void No_explanation_is_made_unless_asked_for() => Played.Run("jakarta-bandung", "bilateral", 1).Result.Explanations.ShouldBeEmpty();
}
