using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// What came of a run by state, by year and by place: the same facts as the outcome's, told apart, so that no digest has to hold them again.
/// Preallocated and overwritten run after run.
/// </summary>
public sealed class Breakdown
{
    private readonly Compiled compiled;
    private readonly double[][] physicalByEpoch;
    private readonly double[][] peopleByEpoch;

    internal Breakdown(Compiled compiled)
    {
        this.compiled = compiled;
        States = Array.ConvertAll(compiled.Scenario.States, _ => new StateOutcome());
        PhysicalShares = new double[compiled.Scenario.HorizonYears + 1];
        PeopleShares = new double[compiled.Scenario.HorizonYears + 1];
        physicalByEpoch = Array.ConvertAll(compiled.Systems, NoShares);
        peopleByEpoch = Array.ConvertAll(compiled.Systems, NoShares);
        InterfaceLosses = new double[compiled.Systems.Length];
        Crossings = Crossing.AllOf(compiled);
        Clashes = new bool[Crossings.Length];
    }

    /// <summary>By state.</summary>
    public StateOutcome[] States { get; }

    /// <summary>Physical share of cohesion as it stood at the start and at the end of each year; not a number where nothing can be gained.</summary>
    public double[] PhysicalShares { get; }

    /// <summary>People-to-people share, likewise.</summary>
    public double[] PeopleShares { get; }

    /// <summary>By system: mean cost lost to interfaces at the horizon, hours or the system's own cost unit; not a number where no pair counts.</summary>
    public double[] InterfaceLosses { get; }

    /// <summary>Places where planned lines meet, in the order of <see cref="Clashes"/>.</summary>
    public Crossing[] Crossings { get; }

    /// <summary>Whether lines that both operate at the horizon clash there.</summary>
    public bool[] Clashes { get; }

    internal void Clear()
    {
        foreach (var state in States) state.Clear();
    }

    /// <summary>Keeps a system's share in one snapshot of its network, which the average over time needs as well.</summary>
    internal void Note(int system, int epoch, double share, bool people) => (people ? peopleByEpoch : physicalByEpoch)[system][epoch] = share;

    /// <summary>Fills what the networks, the debts and the standards at the horizon tell, once all shares are noted.</summary>
    internal void Close(Kernel kernel, NetworkParts parts, int[][] standards)
    {
        for (var state = 0; state < States.Length; state++) States[state].Close(kernel.Debt.RatioOf(state), RealisedGain(parts, state));
        for (var year = 0; year < PhysicalShares.Length; year++) FillShares(kernel, parts, year);
        for (var k = 0; k < Clashes.Length; k++) Clashes[k] = Crossings[k].Clashes(compiled, standards);
    }

    private double? RealisedGain(NetworkParts parts, int state)
    {
        WeightedPart gain = default;
        for (var k = 0; k < compiled.Systems.Length; k++) gain.Add(parts.GainOf(k, state), parts.WeightOf(k));
        return gain.Mean;
    }

    private void FillShares(Kernel kernel, NetworkParts parts, int year)
    {
        WeightedPart physical = default, people = default;
        // What opens on the last day counts from the next on, as in the average over time.
        var day = year == 0 ? 0 : Compiled.DayOfYear(year) - 1;
        for (var k = 0; k < physicalByEpoch.Length; k++)
        {
            var epoch = kernel.Networks[k].EpochOn(day);
            physical.Add(Known(physicalByEpoch[k][epoch]), parts.WeightOf(k));
            people.Add(Known(peopleByEpoch[k][epoch]), parts.WeightOf(k));
        }
        (PhysicalShares[year], PeopleShares[year]) = (physical.Mean ?? double.NaN, people.Mean ?? double.NaN);
    }

    private static double? Known(double share) => double.IsNaN(share) ? null : share;

    private static double[] NoShares(CompiledSystem system)
    {
        var shares = new double[system.Segments.Length + 1];
        Array.Fill(shares, double.NaN);
        return shares;
    }
}
