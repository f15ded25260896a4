using System.Numerics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tests.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Sponsors;

public class WinProbabilityTests
{
    private const double Nobody = double.NegativeInfinity;
    private const double Mu = 0.55;

    [Fact]
    public void Doubt_about_a_rival_widens_the_spread_of_taste() =>
        WinProbability.SpreadOfTaste(Mu, 0.9).ShouldBe(0.7407499417826, 1e-9);

    [Theory]
    [InlineData(0.5, 0.6626199628125, 0.6499684673858)]
    [InlineData(1.0, 0.7941268867099, 0.7784381001073)]
    [InlineData(2.0, 0.9370246649499, 0.9338966422849)]
    public void One_certain_rival_is_beaten_as_the_logit_normal_says(double lead, double expected, double exact)
    {
        RivalBelief[] rivals = [new(0.0, WinProbability.SpreadOfTaste(Mu, 0.9), 1.0)];
        var probability = WinProbability.Of(lead, Nobody, Mu, rivals);
        probability.ShouldBe(expected, 1e-9);
        probability.ShouldBe(exact, 0.016);
        LogitNormal(lead, 0.9).ShouldBe(exact, 1e-9);
    }

    [Theory]
    [InlineData(0.0, 0.529)]
    [InlineData(0.45, 0.501)]
    [InlineData(0.9, 0.423)]
    [InlineData(1.8, 0.180)]
    public void A_wider_belief_makes_a_sponsor_concede_less(double tau, double bestConcession)
    {
        Span<RivalBelief> memory = stackalloc RivalBelief[1];
        var odds = new WinOdds(Nobody, Mu, [new(2.0, WinProbability.SpreadOfTaste(Mu, tau), 1.0)], memory);
        double best = 0.0, most = 0.0;
        for (var i = 0; i <= 10_000; i++)
        {
            var x = i / 10_000.0;
            var expected = odds.At(1.0 + 1.9 * x) * (1.0 - 0.9 * x);
            (best, most) = expected > most ? (x, expected) : (best, most);
        }

        best.ShouldBe(bestConcession, 6e-4); // three digits, found on a grid of 1e-4
    }

    [Fact]
    public void Without_rivals_only_nobody_stands_in_the_way()
    {
        WinProbability.Of(1.0, Nobody, Mu, []).ShouldBe(1.0);
        WinProbability.Of(0.5, 0.5, Mu, []).ShouldBe(0.5);
        WinProbability.Of(2.0, 0.5, Mu, []).ShouldBe(Elementary.Logistic(1.5 / Mu), 1e-15);
    }

    [Fact]
    public void Certain_rivals_without_doubt_give_the_logit()
    {
        RivalBelief[] rivals = [new(1.5, Mu, 1.0), new(0.5, Mu, 1.0)];
        WinProbability.Of(2.0, Nobody, Mu, rivals).ShouldBe(0.6810654227625, 1e-9);
        WinProbability.Of(1.5, 2.0, Mu, [new(0.5, Mu, 1.0)]).ShouldBe(0.2743946671592, 1e-9);
    }

    [Fact]
    public void Any_rivals_are_summed_over_all_sets_of_bidders() =>
        Replayable.ForAll<(int Seed, byte Count)>(c =>
        {
            var random = new Random(c.Seed);
            var rivals = new RivalBelief[c.Count % 9];
            for (var k = 0; k < rivals.Length; k++)
            {
                double[] chances = [0.0, 1.0, random.NextDouble(), random.NextDouble()];
                rivals[k] = new(3 * random.NextDouble(), 0.5 + random.NextDouble(), chances[random.Next(4)]);
            }

            var u = 3 * random.NextDouble();
            return Math.Abs(WinProbability.Of(u, 0.5, Mu, rivals) - BruteForce(u, 0.5, rivals)) < 1e-14;
        });

    [Fact]
    public void A_better_offer_wins_more_often_and_never_beyond_certainty()
    {
        Span<RivalBelief> memory = stackalloc RivalBelief[3];
        var odds = new WinOdds(0.5, Mu, [new(1, 0.7, 1), new(2, 0.9, 0.4), new(0, 0.6, 0.8)], memory);
        var last = 0.0;
        for (var u = -30.0; u <= 30.0; u += 0.25)
        {
            var now = odds.At(u);
            now.ShouldBeInRange(last, 1.0);
            last = now;
        }

        odds.At(-1e5).ShouldBe(0.0);
        odds.At(1e5).ShouldBe(1.0);
    }

    [Fact]
    public void Rough_odds_are_right_to_a_few_parts_in_a_million_and_bound_the_hopeless_from_above()
    {
        Span<RivalBelief> memory = stackalloc RivalBelief[3];
        var rough = new RoughOdds(3);
        foreach (var nobody in (double[])[0.5, double.NegativeInfinity])
        {
            var odds = new WinOdds(nobody, Mu, [new(1, 0.7, 1), new(2, 0.9, 0.4), new(0, 0.6, 0.8)], memory);
            for (var u = -15.0; u <= 15.0; u += 0.125)
                for (var more = -2f; more <= 2f; more += 0.0625f)
                {
                    rough.Load(odds, u);
                    ((double)rough.At(new Vector<float>(more))[0]).ShouldBe(odds.At(u + more), OfferSlopes.Precision * (1 + rough.Reach) * odds.At(u + more));
                }
            foreach (var hopeless in (double[])[-1e3, -1e5, -1e300])
            {
                rough.Load(odds, hopeless);
                ((double)rough.At(Vector<float>.One)[0]).ShouldBeInRange(odds.At(hopeless + 1), 1e-16);
            }
        }
    }

    [Fact]
    public void Sixteen_uncertain_rivals_are_the_limit()
    {
        var rivals = Enumerable.Repeat(new RivalBelief(0.0, 1.0, 0.5), 17).ToArray();
        WinProbability.Of(50.0, Nobody, Mu, rivals.AsSpan(0, 16)).ShouldBe(1.0, 1e-12);
        Should.Throw<ArgumentOutOfRangeException>(() => WinProbability.Of(0.0, Nobody, Mu, rivals));
    }

    [Theory]
    [InlineData(0.55, 0.0, 0.5)]
    [InlineData(0.55, 0.7, 1.5)]
    [InlineData(0.55, 0.7, double.NaN)]
    [InlineData(0.0, 0.7, 0.5)]
    public void Scales_and_probabilities_out_of_range_are_refused(double mu, double spread, double p) =>
        Should.Throw<ArgumentOutOfRangeException>(() => WinProbability.Of(0.0, 0.0, mu, [new(0.0, spread, p)]));

    [Fact]
    public void Trying_many_offers_allocates_nothing()
    {
        RivalBelief[] rivals = [new(1, 0.7, 0.3), new(2, 0.9, 0.4), new(0, 0.6, 1.0)];
        var memory = new RivalBelief[3];
        Allocated.By(() => { TryMany(rivals, memory); }).ShouldBe(0);
    }

    private static double TryMany(RivalBelief[] rivals, RivalBelief[] memory)
    {
        var odds = new WinOdds(0.5, Mu, rivals, memory);
        var total = 0.0;
        for (var u = 0.0; u < 3.0; u += 0.1)
        {
            total += odds.At(u);
        }

        return total;
    }

    private static double BruteForce(double u, double nobody, RivalBelief[] rivals)
    {
        var total = 0.0;
        for (var set = 0; set < 1 << rivals.Length; set++)
        {
            double chance = 1.0, odds = 1.0 + Math.Exp((nobody - u) / Mu);
            for (var k = 0; k < rivals.Length; k++)
            {
                var bids = (set >> k & 1) == 1;
                chance *= bids ? rivals[k].Participation : 1.0 - rivals[k].Participation;
                odds += bids ? Math.Exp((rivals[k].Utility - u) / rivals[k].TasteSpread) : 0.0;
            }

            total += chance / odds;
        }

        return total;
    }

    // ∫ Λ((lead + τz)/μ) φ(z) dz by the trapezoidal rule, which converges geometrically here.
    private static double LogitNormal(double lead, double tau)
    {
        const double Step = 0.02;
        var total = 0.0;
        for (var z = -9.0; z <= 9.0; z += Step)
        {
            total += Step / (1.0 + Math.Exp(-(lead + tau * z) / Mu)) * Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
        }

        return total;
    }
}
