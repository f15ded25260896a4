using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>Puts the parts of a run's document together that tell of networks.</summary>
internal sealed class NetworkAssembly(Kernel kernel)
{
    private readonly Compiled compiled = kernel.Compiled;

    public IEnumerable<JunctionResult> Junctions()
    {
        for (var k = 0; k < compiled.Systems.Length; k++)
        {
            var standards = new int[compiled.Systems[k].Segments.Length];
            Scorer.FillStandards(kernel, k, compiled.HorizonDay, standards);
            for (var j = 0; j < compiled.Systems[k].Junctions.Junctions.Length; j++) yield return JunctionOf(compiled.Systems[k], j, standards);
        }
    }

    public IEnumerable<PairResult> Pairs()
    {
        for (var k = 0; k < compiled.Systems.Length; k++)
            for (var p = 0; p < compiled.Systems[k].Pairs.Count; p++) yield return PairOf(k, p);
    }

    public IEnumerable<NetworkEpoch> History()
    {
        for (var k = 0; k < compiled.Systems.Length; k++)
            for (var epoch = 0; epoch <= kernel.Networks[k].EpochOn(compiled.HorizonDay); epoch++) yield return EpochOf(k, epoch);
    }

    private JunctionResult JunctionOf(CompiledSystem system, int index, int[] standards)
    {
        var junction = system.Junctions.Junctions[index];
        var state = system.Junctions.StateOf(index, standards);
        var other = junction.IsPlanned ? SegmentId(system, junction.SegmentB) : $"inherited {system.StandardIds[system.Junctions.InheritedStandardOf(junction)]}";
        return new JunctionResult
        {
            System = system.System.Id, Place = system.Places[junction.Place].Id, CrossBorder = junction.CrossBorder, Planned = junction.Scored,
            Between = [SegmentId(system, junction.SegmentA), other], BothBuilt = state.BothBuilt, Clashes = [.. Clashes(system, state.Clashes)],
            Hours = system.System.CostUnit.Length == 0 ? state.Hours : null, Loss = system.System.CostUnit.Length == 0 ? null : state.Hours,
        };
    }

    private string SegmentId(CompiledSystem system, int local) => compiled.Scenario.Segments[system.Segments[local]].Id;

    private static string[] Clashes(CompiledSystem system, uint bits)
    {
        var names = system.Interfaces.Attributes.ToArray();
        return [.. names.Where((_, n) => (bits >> n & 1) != 0)];
    }

    private PairResult PairOf(int k, int p)
    {
        var (system, network) = (compiled.Systems[k], kernel.Networks[k]);
        var pair = system.Pairs.Pairs[p];
        var epoch = network.EpochOn(compiled.HorizonDay);
        return new PairResult
        {
            System = system.System.Id, From = system.Places[pair.First].Id, To = system.Places[pair.Second].Id, CrossBorder = system.Pairs.IsCrossBorder(p),
            Weight = system.Pairs.Weights[p], Scored = Array.BinarySearch(system.Scored, p) >= 0, Before = system.Before[p],
            Actual = network.ActualIn(epoch)[p], Seamless = network.SeamlessIn(epoch)[p], Ideal = system.Ideal.Costs[p],
            PopulationProduct = system.Pairs.PopulationProducts[p], PassengerBefore = system.CarriesPassengers ? DoorToDoor(system, system.PassengerBefore[p]) : null,
            PassengerIdeal = system.CarriesPassengers ? DoorToDoor(system, system.PassengerIdeal[p]) : null,
        };
    }

    private NetworkEpoch EpochOf(int k, int epoch)
    {
        var (system, network) = (compiled.Systems[k], kernel.Networks[k]);
        var day = network.DayOf(epoch);
        return new NetworkEpoch
        {
            System = system.System.Id, Day = day, Tendered = [.. system.Segments.Where(s => IsLetBy(s, day)).Select(s => compiled.Scenario.Segments[s].Id)],
            Actual = network.ActualIn(epoch).ToArray(),
            Passenger = system.CarriesPassengers ? Array.ConvertAll(network.PassengerIn(epoch).ToArray(), t => DoorToDoor(system, t)) : null,
        };
    }

    private bool IsLetBy(int segment, int day) =>
        kernel.Record.AwardedDays[segment] is >= 0 and var awarded && awarded <= day && kernel.Record.Status[segment] != Status.Cancelled;

    private static double DoorToDoor(CompiledSystem system, int seconds) => ((double)system.PassengerAccessSeconds + seconds) / LinkCost.PartsPerUnit;
}
