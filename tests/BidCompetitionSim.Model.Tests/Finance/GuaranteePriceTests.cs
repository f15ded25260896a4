using System.Numerics;
using BidCompetitionSim.Model.Delivery;
using BidCompetitionSim.Model.Finance;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class GuaranteePriceTests
{
    private static readonly ReferenceClass RailDemand = ReferenceClass.FromMoments(0.486, 0.281);

    [Fact]
    public void A_project_that_needs_the_median_demand_defaults_half_the_time() =>
        GuaranteePrice.DefaultProbability(0.3, 0.1, 0.4 / RailDemand.Median, RailDemand).ShouldBe(0.5, 1e-12);

    // Φ(1) = 0.8413447460685 (any table of the normal distribution).
    [Fact]
    public void One_standard_deviation_more_makes_it_84_percent() =>
        GuaranteePrice.DefaultProbability(0.3, 0.1, 0.4 / RailDemand.At(1), RailDemand).ShouldBe(0.8413447460685, 1e-10);

    [Fact]
    public void Without_revenue_default_is_certain_and_with_nothing_due_it_is_impossible()
    {
        GuaranteePrice.DefaultProbability(0.3, 0.1, 0, RailDemand).ShouldBe(1);
        GuaranteePrice.DefaultProbability(0, 0, 0, RailDemand).ShouldBe(0);
    }

    [Fact]
    public void The_price_is_the_expected_loss() => GuaranteePrice.UsdBn(0.2, 0.35, 4).ShouldBe(0.28, 1e-12);

    [Fact]
    public void A_least_price_is_never_more_than_the_price_and_hardly_less()
    {
        for (var service = 0.0; service < 8; service += 0.001)
        {
            var price = GuaranteePrice.UsdBn(GuaranteePrice.DefaultProbability(service, 0.05, 1, RailDemand), 0.35, 4);

            var least = (double)GuaranteePrice.LeastUsdBn(new Vector<float>((float)service), 0.05, 1, RailDemand, new Vector<float>(0.35f * 4))[0];

            least.ShouldBeInRange(price - 4e-4 * 0.35 * 4, price);
        }
    }
}
