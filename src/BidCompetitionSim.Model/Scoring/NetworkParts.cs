using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// The parts of cohesion that the networks make, at one moment: physical, people-to-people, equity. Systems are combined by reference cost
/// planned; a system in which nothing can be gained is left out. Scratch of its owner; nothing allocates after construction.
/// </summary>
public sealed class NetworkParts
{
    private readonly Compiled compiled;
    private readonly StateShares[] states;
    private readonly double[] systemWeights;
    private readonly ContactSum[] contacts;
    private readonly double[] achievable;
    private readonly double[] shares;

    /// <summary>Prepares the parts of a scenario.</summary>
    public NetworkParts(Compiled compiled)
    {
        this.compiled = compiled;
        var members = Array.ConvertAll(compiled.Scenario.States, s => s.Asean);
        states = Array.ConvertAll(compiled.Systems, system => new StateShares(system.Pairs, system.Scored, members));
        systemWeights = new double[compiled.Systems.Length];
        foreach (var segment in compiled.Segments) systemWeights[segment.System] += segment.CostUsdBn;
        contacts = Array.ConvertAll(compiled.Systems, system => new ContactSum(system, compiled.Scenario.Scoring.PeopleDecayHours));
        achievable = new double[compiled.Systems.Length];
        for (var k = 0; k < achievable.Length; k++) achievable[k] = PhysicalPart.Achievable(CostsOf(k, [], []), compiled.Systems[k].Scored);
        shares = new double[states.Length == 0 ? 0 : states.Max(s => s.Count)];
    }

    /// <summary>Physical share of one system on a network; null where nothing can be gained.</summary>
    public double? Physical(int system, ReadOnlySpan<int> actual) => achievable[system] > 0
        ? PhysicalPart.Realised(CostsOf(system, actual, actual), compiled.Systems[system].Scored) / achievable[system] : null;

    /// <summary>People-to-people share of one system; null where nothing can be gained.</summary>
    public double? People(int system, ReadOnlySpan<int> passenger) =>
        PeoplePart.Share(contacts[system].Of(passenger), contacts[system].Before, contacts[system].Ideal);

    /// <summary>Equity over the states of one system; null for fewer than two.</summary>
    public double? Equity(int system, ReadOnlySpan<int> actual)
    {
        var own = shares.AsSpan(0, states[system].Count);
        states[system].Of(CostsOf(system, actual, actual), own);
        return EquityPart.Of(own);
    }

    /// <summary>Weight of a system among those that have the part: reference cost planned.</summary>
    public double WeightOf(int system) => systemWeights[system];

    /// <summary>The costs the scores read.</summary>
    public PairCosts CostsOf(int system, ReadOnlySpan<int> actual, ReadOnlySpan<int> seamless) => new()
    {
        Weights = compiled.Systems[system].Pairs.Weights, Before = compiled.Systems[system].Before, Actual = actual,
        Seamless = seamless, Ideal = compiled.Systems[system].Ideal.Costs,
    };
}
