using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Model.Tests.Network;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Tendering;

public class WinnerDeterminationTests
{
    [Fact]
    public void No_choice_that_the_windows_allow_is_better_than_the_one_found() => Property.Holds(LettingCase.Any, static letting =>
    {
        var chosen = new int[letting.Lots];
        var found = letting.Filled().Solve(chosen);
        return Math.Abs(found - letting.BestByTrying()) < 1e-9 && Math.Abs(letting.Worth(chosen) - found) < 1e-9;
    });

    [Fact]
    public void Lots_that_nothing_ties_together_are_chosen_each_for_itself()
    {
        var random = new Random(7);
        var letting = new WinnerDetermination(new EliminationPlan(9, 4, [new(0, 1), new(1, 2), new(2, 0), new(4, 8)]), [], 2);
        letting.Clear();
        letting.RoomsUsdBn.Fill(9);
        var own = new int[9];
        for (var lot = 0; lot < 9; lot++)
        {
            var worths = Enumerable.Range(0, 4).Select(_ => random.NextDouble()).ToArray();
            own[lot] = Array.IndexOf(worths, worths.Max());
            for (var a = 0; a < 4; a++)
            {
                letting.Offer(lot, a, worths[a]);
                if (a < 3) letting.Lend(lot, a, 0, a % 2, 1);
            }
        }
        var chosen = new int[9];
        letting.Solve(chosen);
        chosen.ShouldBe(own);
    }

    [Fact]
    public void A_clash_is_avoided_where_it_costs_more_than_the_better_offer_brings()
    {
        var letting = new WinnerDetermination(new EliminationPlan(2, 2, [new(0, 1)]), [], 0);
        letting.Clear();
        (double[] First, double[] Second) worths = ([1, 0], [0, 0.6]);
        for (var a = 0; a < 2; a++)
        {
            letting.Offer(0, a, worths.First[a]);
            letting.Offer(1, a, worths.Second[a]);
        }
        Chosen(letting, 2).ShouldBe([0, 1]);
        letting.Together(0)[0 * 2 + 1] = -0.7;
        Chosen(letting, 2).ShouldBe([0, 0]);
    }

    [Fact]
    public void Of_packages_one_counts()
    {
        PackageOffer[] packages = [new([0, 1], [1, 0]), new([2, 3], [0, 1.5]), new([0, 1, 2], [0, 1.4])];
        var letting = new WinnerDetermination(new EliminationPlan(4, 2, []), packages, 0);
        letting.Clear();
        for (var lot = 0; lot < 4; lot++)
        {
            letting.Offer(lot, 0, 0.1);
            letting.Offer(lot, 1, 0);
        }
        var chosen = new int[4];
        letting.Solve(chosen).ShouldBe(1.5 + 0.2, 1e-12);
        chosen.ShouldBe([0, 0, 1, 1]);
    }

    [Fact]
    public void Of_equal_choices_the_first_alternative_is_taken()
    {
        var letting = new WinnerDetermination(new EliminationPlan(3, 3, [new(0, 1), new(1, 2)]), [], 0);
        letting.Clear();
        for (var lot = 0; lot < 3; lot++)
            for (var a = 0; a < 3; a++) letting.Offer(lot, a, 0.5);
        Chosen(letting, 3).ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void A_window_lends_no_more_than_it_has()
    {
        var letting = new WinnerDetermination(new EliminationPlan(3, 2, []), [], 1);
        letting.Clear();
        letting.RoomsUsdBn[0] = 2;
        double[] worths = [1, 1.2, 1.1];
        for (var lot = 0; lot < 3; lot++)
        {
            letting.Offer(lot, 0, worths[lot]);
            letting.Offer(lot, 1, 0);
            letting.Lend(lot, 0, 0, 0, 1);
        }
        Chosen(letting, 3).ShouldBe([1, 0, 0]);
    }

    [Fact]
    public void Too_many_lots_that_all_meet_each_other_are_refused()
    {
        LotPair[] all = [.. from a in Enumerable.Range(0, 12) from b in Enumerable.Range(0, 12) where a < b select new LotPair(a, b)];
        Should.Throw<ArgumentException>(() => new EliminationPlan(12, 4, all)).Message.ShouldContain("entries; at most 1000000");
    }

    [Fact]
    public void Sixty_lots_along_a_corridor_take_small_tables_and_few_eliminations()
    {
        var letting = LongCorridor.Filled(60, out var entries);
        entries.ShouldBeLessThan(60 * 4 * 4 * 4 + 1);
        var chosen = new int[60];
        letting.Solve(chosen);
        letting.Nodes.ShouldBeLessThan(500);
        letting.Eliminations.ShouldBeLessThan(5000);
        var again = new int[60];
        letting.Solve(again);
        again.ShouldBe(chosen);
    }

    [Fact]
    public void A_solution_allocates_nothing()
    {
        var (letting, chosen) = (LongCorridor.Filled(60, out _), new int[60]);
        Allocated.By(() => letting.Solve(chosen)).ShouldBe(0);
    }

    private static int[] Chosen(WinnerDetermination letting, int lots)
    {
        var chosen = new int[lots];
        letting.Solve(chosen);
        return chosen;
    }
}
