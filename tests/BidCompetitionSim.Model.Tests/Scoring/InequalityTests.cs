using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Tests.Simulation;

namespace BidCompetitionSim.Model.Tests.Scoring;

public class InequalityTests
{
    [Fact]
    public void Gini_of_shares_worked_out_by_hand()
    {
        Inequality.Gini([0.2, 0.4, 0.6, 0.8]).ShouldBe(0.25, 1e-9);
        Inequality.Gini([0, 0, 0, 1]).ShouldBe(0.75, 1e-9);
        Inequality.Gini([0.1, 0.3, 0.3, 0.5, 0.9, 1]).ShouldBe(0.3494623655914, 1e-9);
        Inequality.Gini([0.4, 0.4, 0.4]).ShouldBe(0.0);
        Inequality.Gini([0.0, 0.0]).ShouldBe(0.0);
        Inequality.Gini([5.0]).ShouldBe(0.0);
    }

    // Documentation of the R package phylotools 0.1.2, gini(), whose algorithm is that of ineq (Zeileis).
    [Fact]
    public void Gini_of_the_example_in_phylotools() =>
        Inequality.Gini([1, 3, 2, 1, 1, 1, 4]).ShouldBe(0.3076923, 5e-8);

    // Documentation of the Julia package Inequality, gini().
    [Fact]
    public void Gini_of_the_example_in_Julias_Inequality() =>
        Inequality.Gini([8, 5, 1, 3, 5, 6, 7, 6, 3]).ShouldBe(0.2373737373737374, 1e-15);

    // Sutton (2024), Statistics Slam Dunk, Manning, chapter 12, by R's ineq: nine incomes of 10 and one of 100.
    [Fact]
    public void Gini_of_nine_poor_and_one_rich() =>
        Inequality.Gini([10, 10, 10, 10, 10, 10, 10, 10, 10, 100]).ShouldBe(0.4263158, 5e-8);

    [Fact]
    public void Scale_does_not_matter_and_order_hardly() => Replayable.ForAll<uint[]>(raw =>
    {
        var values = raw.Select(v => v / 1000.0).Append(1.0).ToArray();
        var gini = Inequality.Gini(values);
        return gini >= 0 && gini <= 1 - 1.0 / values.Length + 1e-15
            && Math.Abs(gini - Inequality.Gini([.. values.Select(v => 8 * v)])) < 1e-15
            && Math.Abs(gini - Inequality.Gini([.. values.Order()])) < 1e-12;
    });

    [Fact]
    public void Nothing_and_negative_shares_are_refused()
    {
        Should.Throw<ArgumentException>(() => Inequality.Gini([]));
        Should.Throw<ArgumentException>(() => Inequality.Gini([1.0, -0.1]));
        Should.Throw<ArgumentException>(() => Inequality.Gini([1.0, double.NaN]));
    }

    [Fact]
    public void Equity_of_three_states_on_a_half_built_line() =>
        EquityPart.Of([2.0 / 3, 0.5, 1.0 / 6])!.Value.ShouldBe(0.75, 1e-9);

    [Fact]
    public void Equity_counts_a_loss_as_no_gain()
    {
        double[] shares = [-0.5, 0.0, 0.0, 1.0];
        EquityPart.Of(shares)!.Value.ShouldBe(0.25, 1e-15);
        EquityPart.Of([-0.1, -0.2]).ShouldBe(0.01);
    }

    [Fact]
    public void Equity_needs_two_states_and_some_gain()
    {
        EquityPart.Of([0.7]).ShouldBeNull();
        EquityPart.Of([]).ShouldBeNull();
        EquityPart.Of([0.0, 0.0, 0.0]).ShouldBe(0.01);
    }
}
