using BidCompetitionSim.Model.Finance;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class DebtPathTests
{
    private static readonly HostFinances Host = new HostFinances(0.6, 100, 0.02, 0.05, 0).Stabilised();

    [Fact]
    public void The_stabilising_balance_holds_the_debt_where_it_is() => Holds.ForAll(
        from debt in Holds.Between(0, 1.5)
        from interest in Holds.Between(-0.02, 0.08)
        from growth in Holds.Between(-0.03, 0.09)
        select new HostFinances(debt, 100, interest, growth, 0).Stabilised(),
        host =>
        {
            var path = new double[11];
            DebtPath.Fill(host, [], path);
            return path.All(debt => Math.Abs(debt - host.DebtOverGdp) < 1e-12);
        });

    [Fact]
    public void A_loan_counts_as_it_is_drawn_over_the_GDP_of_that_year()
    {
        var drawn = new double[10];
        DebtPath.AddDrawings(presentValueUsdBn: 6, weight: 1, buildYears: 1.5, drawn);
        var path = new double[3];

        DebtPath.Fill(Host, drawn, path);

        drawn[..3].ShouldBe([4, 2, 0]);
        path[1].ShouldBe(0.6 + 4 / 105.0, 1e-12);
        path[2].ShouldBe(0.6 + 4 / 105.0 * 1.02 / 1.05 + 2 / 110.25, 1e-12);
    }

    [Fact]
    public void A_loan_without_guarantee_weighs_a_quarter_of_one_with()
    {
        var sovereign = new double[10];
        var contingent = new double[10];
        DebtPath.AddDrawings(6, 1, 4.4, sovereign);
        DebtPath.AddDrawings(6, 0.25, 4.4, contingent);

        (DebtPath.Peak(Host, contingent) - 0.6).ShouldBe(0.25 * (DebtPath.Peak(Host, sovereign) - 0.6), 1e-12);
    }

    [Fact]
    public void A_host_within_its_limit_is_held_against_the_limit() =>
        DebtPath.Burden(Host, [], [10], hostThreshold: 0.7).ShouldBe(new DebtBurden(DebtPath.Peak(Host, [10]), 0.7));

    [Fact]
    public void A_host_above_its_limit_is_held_against_where_it_would_be_anyway()
    {
        var burden = DebtPath.Burden(Host, [], [10], hostThreshold: 0.5);

        burden.Threshold.ShouldBe(0.6, 1e-12);
        burden.Burden.ShouldBeGreaterThan(burden.Threshold);
    }
}
