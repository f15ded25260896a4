using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Tests.Network;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class V3_Compatibility
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void A_clash_in_the_middle_costs_the_pair_that_crosses_it()
    {
        WorkedNetwork built = Built(new WorkedNetwork());
        Compatibility.Score(built.Costs, built.Q)!.Value.ShouldBe(95.65217391304, Tolerance);
        Compatibility.Score(built.Costs, [1])!.Value.ShouldBe(2000.0 / 23.0, Tolerance);
        Compatibility.HoursLost(built.Costs, built.Q)!.Value.ShouldBe(1.0, Tolerance);
    }

    [Fact]
    public void Time_at_borders_dilutes_the_clash()
    {
        WorkedNetwork built = Built(new WorkedNetwork(borderHours: 5));
        Compatibility.Score(built.Costs, built.Q)!.Value.ShouldBe(96.96969696970, Tolerance);
    }

    [Fact]
    public void What_was_built_is_scored_with_its_coverage()
    {
        WorkedNetwork untouched = new();
        Compatibility.OfBuilt(untouched.Costs, untouched.Q).ShouldBe(new BuiltCompatibility(null, 0.0));

        // BC in the other standard leaves AB as it was: BC 1, AC 30/33 (20 + 10 h and the transfer).
        WorkedNetwork half = new WorkedNetwork().With(new WorkedNetwork().BC);
        BuiltCompatibility result = Compatibility.OfBuilt(half.Costs, half.Q);
        result.Score!.Value.ShouldBe(100.0 * (1.0 + 30.0 / 33.0) / 2.0, Tolerance);
        result.Coverage.ShouldBe(2.0 / 3.0, Tolerance);
    }

    [Fact]
    public void Without_a_pair_there_is_no_score()
    {
        WorkedNetwork network = new();
        Compatibility.Score(network.Costs, []).ShouldBeNull();
        Compatibility.HoursLost(network.Costs, []).ShouldBeNull();
    }

    [Fact]
    public void One_standard_alone_is_fully_compatible() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            PairSet pairs = EqualPairs(network.Places);
            var system = new SystemNetwork(pairs, network.Places, network.Interfaces);
            system.Rebuild([.. network.Edges.Select(edge => edge with { Standard = 2, Cost = Math.Max(1, edge.Cost) })]);
            return Compatibility.Score(CostsOf(system, pairs), pairs.CrossBorder()) == 100.0;
        });

    [Fact]
    public void Compatibility_lies_between_nought_and_a_hundred_and_agrees_with_hours_lost() =>
        Property.Holds(NetworkCase.Any, network =>
        {
            PairSet pairs = EqualPairs(network.Places);
            var system = new SystemNetwork(pairs, network.Places, network.Interfaces);
            system.Rebuild([.. network.Edges.Select(edge => edge with { Cost = Math.Max(1, edge.Cost) })]);
            PairCosts costs = CostsOf(system, pairs);
            double score = Compatibility.Score(costs, pairs.CrossBorder())!.Value;
            double lost = Compatibility.HoursLost(costs, pairs.CrossBorder())!.Value;
            return score is > 0.0 and <= 100.0 && lost >= 0.0 && score == 100.0 == (lost == 0.0);
        });

    private static WorkedNetwork Built(WorkedNetwork network) => network.With(network.AB, network.BC);

    private static PairSet EqualPairs(int places) =>
        new([.. Enumerable.Range(0, places).Select(state => new PlaceMass(state, 1, 1))], [.. Enumerable.Repeat(1.0, places * places)]);

    private static PairCosts CostsOf(SystemNetwork system, PairSet pairs) => new()
    {
        Weights = pairs.Weights,
        Before = system.Actual,
        Actual = system.Actual,
        Seamless = system.Seamless,
        Ideal = system.Seamless,
    };
}
