using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class NetworkPartsTests
{
    private static readonly Compiled compiled = new(Some.Scenario());
    private static readonly NetworkParts parts = new(compiled);

    [Fact]
    public void Every_snapshot_has_the_shares_of_its_network_alone() => AfterRuns((kernel, k) =>
    {
        var (system, history) = (compiled.Systems[k], kernel.Networks[k]);
        int[] all = [.. Enumerable.Range(0, system.PassengerBefore.Length)];
        var decay = new ContactDecay(system.PassengerAccessSeconds, compiled.Scenario.Scoring.PeopleDecayHours);
        double Potential(ReadOnlySpan<int> passenger) => PeoplePart.Potential(system.Pairs.PopulationProducts, passenger, all, decay);
        for (var snapshot = 0; snapshot < history.Count; snapshot++)
        {
            parts.Physical(k, snapshot).ShouldBe(PhysicalPart.Share(parts.CostsOf(k, history.ActualIn(snapshot), []), system.Scored));
            parts.People(k, snapshot).ShouldBe(
                PeoplePart.Share(Potential(history.PassengerIn(snapshot)), Potential(system.PassengerBefore), Potential(system.PassengerIdeal)));
        }
    });

    [Fact]
    public void Every_snapshot_lets_through_to_a_segment_what_its_network_alone_does() => AfterRuns((kernel, k) =>
    {
        var (system, history) = (compiled.Systems[k], kernel.Networks[k]);
        var factors = new double[Lanes.Padded(history.Count)];
        for (var local = 0; local < system.Segments.Length; local++)
        {
            var segment = system.Segments[local];
            if (kernel.Record.Status[segment] != Status.Commissioned) continue;
            var opened = history.EpochOn(kernel.Record.CommissionedDays[segment]);
            Array.Fill(factors, 1);
            parts.ReachOf(k, local)[opened..history.Count].CopyTo(factors.AsSpan(opened));
            kernel.Operation.FillNetworkFactors(segment, factors);
            for (var snapshot = opened; snapshot < history.Count; snapshot++)
            {
                parts.ReachOf(k, local)[snapshot].ShouldBe(system.Demand.Of(local, history.ActualIn(snapshot)));
                factors[snapshot].ShouldBe(kernel.Operation.NetworkFactor(segment, snapshot));
            }
        }
    });

    [Fact]
    public void What_a_state_has_gained_is_the_share_of_the_pairs_that_end_in_it() => AfterRuns((kernel, k) =>
    {
        var (system, history) = (compiled.Systems[k], kernel.Networks[k]);
        var costs = parts.CostsOf(k, history.ActualIn(history.EpochOn(compiled.HorizonDay)), []);
        var members = new List<double>();
        for (var state = 0; state < compiled.States; state++)
        {
            var share = PhysicalPart.Share(costs, system.Pairs.Touching(system.Scored, state));
            parts.GainOf(k, state).ShouldBe(share);
            if (share is { } gain && compiled.Scenario.States[state].Asean) members.Add(gain);
        }
        parts.Equity(k).ShouldBe(EquityPart.Of(members.ToArray()));
    });

    // Networks of runs that share the same parts, so that nothing of the one before may be left.
    private static void AfterRuns(Action<Kernel, int> holds)
    {
        var replication = new Replication(compiled, compiled.Scenario.Arms[0]);
        var openings = 0;
        for (uint k = 0; k < 40; k++)
        {
            replication.Run(3, k);
            parts.Follow(replication.Kernel, Array.ConvertAll(compiled.Segments, _ => -1));
            for (var system = 0; system < compiled.Systems.Length; system++) holds(replication.Kernel, system);
            openings += replication.Kernel.Networks.Sum(history => history.Count - 1);
        }
        openings.ShouldBeGreaterThan(40);
    }
}
