using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>Segments let bilaterally to different sponsors meet in incompatible junctions, and through traffic pays for it.</summary>
public class P1_Two_sponsors_make_incompatible_junctions
{
    private static readonly int Replications = Corridor.Replications(40);

    /// <summary>Of one run: shares of the junctions between two segments that clash, and hours lost.</summary>
    private readonly record struct Facts(double ClashesOfTwo, double ClashesOfOne, int Mixed, double HoursLost, double HoursToMixing);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void They_clash_where_one_sponsor_does_not_and_traffic_loses_hours(ulong seed)
    {
        var runs = Corridor.Skrl.Play("bilateral", seed, Replications, Measure);
        var alike = Corridor.Skrl.WithOneStandard("china").Play("bilateral", seed, Replications, Measure);

        new Statements("P1", seed)
            .Rises("clashing share of junctions, two sponsors less one", Estimate.OfDifference(Of(runs, f => f.ClashesOfTwo), Of(runs, f => f.ClashesOfOne)))
            .Rises("hours lost for want of one standard, same awards", Estimate.OfMean(Of(runs, f => f.HoursToMixing)))
            .Rises("the same per junction of two sponsors", Estimate.OfSlope(Of(runs, f => f.Mixed), Of(runs, f => f.HoursToMixing)))
            .Rises("hours lost, two standards less one", Estimate.OfDifference(Of(runs, f => f.HoursLost), Of(alike, f => f.HoursLost)))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void With_one_standard_nothing_clashes(ulong seed)
    {
        var alike = Corridor.Skrl.WithOneStandard("china").Play("bilateral", seed, Replications, Measure);

        Of(alike, f => f.Mixed).Sum().ShouldBeGreaterThan(0);
        new Statements("P1 off: one standard", seed)
            .IsNothing("clashing share of junctions, two sponsors less one", Estimate.OfDifference(Of(alike, f => f.ClashesOfTwo), Of(alike, f => f.ClashesOfOne)))
            .IsNothing("hours lost for want of one standard", Estimate.OfMean(Of(alike, f => f.HoursToMixing)));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Where_interfaces_are_free_nothing_is_lost(ulong seed)
    {
        var free = Corridor.Skrl.WithFreeInterfaces().Play("bilateral", seed, Replications, Measure);

        new Statements("P1 off: free interfaces", seed)
            .IsNothing("hours lost", Estimate.OfMean(Of(free, f => f.HoursLost)))
            .IsNothing("hours lost for want of one standard", Estimate.OfMean(Of(free, f => f.HoursToMixing)));
    }

    private static Facts Measure(Replication run)
    {
        var kernel = run.Kernel;
        var compiled = kernel.Compiled;
        var system = compiled.Systems[0];
        var standards = Corridor.StandardsAtHorizon(kernel);
        int two = 0, twoClash = 0, one = 0, oneClash = 0;
        for (var k = 0; k < system.Junctions.Junctions.Length; k++)
        {
            var junction = system.Junctions.Junctions[k];
            if (!junction.IsPlanned) continue;
            var state = system.Junctions.StateOf(k, standards);
            if (!state.BothBuilt) continue;
            var mixed = kernel.Record.Winners[system.Segments[junction.SegmentA]] != kernel.Record.Winners[system.Segments[junction.SegmentB]];
            var clashes = state.Works ? 0 : 1;
            (two, twoClash) = mixed ? (two + 1, twoClash + clashes) : (two, twoClash);
            (one, oneClash) = mixed ? (one, oneClash) : (one + 1, oneClash + clashes);
        }
        var hours = HoursLost(compiled, standards);
        var china = compiled.StandardOf("china");
        var alike = HoursLost(compiled, Array.ConvertAll(standards, standard => standard == JunctionMap.NotBuilt ? standard : china));
        return new Facts(two == 0 ? double.NaN : (double)twoClash / two, one == 0 ? double.NaN : (double)oneClash / one, two, hours, hours - alike);
    }

    private static double HoursLost(Compiled compiled, int[] standards)
    {
        var system = compiled.Systems[0];
        var network = new SystemNetwork(system.Pairs, system.Places.Length, system.Interfaces);
        var built = Enumerable.Range(0, standards.Length).Where(s => standards[s] != JunctionMap.NotBuilt);
        network.Rebuild([.. system.LinkEdges, .. built.Select(s => system.SegmentEdges[s][standards[s]])]);
        return Compatibility.HoursLost(new NetworkParts(compiled).CostsOf(0, network.Actual, network.Seamless), system.Scored)!.Value;
    }

    private static double[] Of(Facts[] runs, Func<Facts, double> fact) => Array.ConvertAll(runs, run => fact(run));
}
