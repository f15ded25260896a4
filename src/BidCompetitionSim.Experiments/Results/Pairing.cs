using BidCompetitionSim.Experiments.Designs;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>Two arms held against each other, by position.</summary>
internal readonly record struct Pairing(int From, int To)
{
    /// <summary>Every arm against the first; where an arrangement is taken apart, also against the step before.</summary>
    public static Pairing[] Of(ExperimentPlan plan)
    {
        var pairs = new List<Pairing>();
        for (var arm = 1; arm < plan.Arms.Count; arm++) pairs.Add(new Pairing(0, arm));
        for (var arm = 2; plan.Steps is not null && arm < plan.Arms.Count; arm++) pairs.Add(new Pairing(arm - 1, arm));
        return [.. pairs];
    }
}
