using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>What a document's figures cannot say, in sentences that stand beside them.</summary>
internal static class Caveats
{
    private const int FewReplications = 100;

    public static IEnumerable<string> Of(ExperimentPlan plan, IReadOnlyList<PointResult> points, bool whole, long failed)
    {
        yield return "A stylised what-if instrument, not a forecast: it shows what follows from the scenario's assumptions, not what will happen.";
        yield return "Preferences of states and sponsors are not observed; benefits are appraisal figures.";
        yield return "An interval speaks of chance within the model alone. More replications make it narrower; they make the model no truer.";
        yield return Assumed(plan);
        if (Fewest(points) is var fewest and < FewReplications)
            yield return $"Only {Figure.Count(fewest, "replication")} {(fewest == 1 ? "stands" : "stand")} behind some figures: intervals are wide, and rare things may not have happened at all.";
        if (!whole) yield return "The experiment was stopped before its end: the figures are of the replications before that.";
        if (failed > 0) yield return $"{Figure.Count(failed, "row")} failed and {(failed == 1 ? "is left out, with its" : "are left out, with their")} pairs: if what fails is not like the rest, the figures are skewed.";
        if (plan.Arms.Count > 1)
        {
            yield return "p values are adjusted over what is judged together for one pair of arms at one point, not over pairs and points.";
            var lost = plan.Outcomes.Any(static outcome => outcome.StartsWith("interfaceLoss@", StringComparison.Ordinal)) ? "what is lost to interfaces" : "the hours lost";
            yield return $"An arm is more compatible only where the score, the score of what was built and {lost} agree; more viable only where the score, the viability of what was built and the net present value at the start agree.";
            yield return "Where net present values are negative, building less raises their sum: see them per segment built as well.";
        }
        if (plan.Arms.Any(arm => arm.In(plan.Scenario.Scenario!).JointBids))
            yield return "Joint bids remove a competitor: what the partners and the network gain by them may be paid by the host. A joint award is counted under the partner that leads.";
        if (plan.Steps is not null) yield return "What a step of the decomposition does depends on the steps before it: another order of switches shares the whole out differently.";
        if (points.Any(static point => point.Arms.Any(static arm => arm.Measures.Any(static measure => measure.Missing > 0))))
            yield return "Some measures are missing in some rows, such as the viability of what was built where nothing was: their means and pairs are over the rows that have them.";
    }

    private static string Assumed(ExperimentPlan plan)
    {
        var (drawn, all) = (plan.Scenario.Provenance.Parameters.Count(UncertainDraws.IsDrawn), plan.Scenario.Provenance.Parameters.Count(static p => p.Assumed is not null));
        return plan.Uncertain
            ? $"{Figure.Count(drawn, "assumed number")} {(drawn == 1 ? "was drawn from its range, uniformly" : "were drawn from their ranges, uniformly and each by itself")}: the ranges are judgement, and real uncertainties hang together."
            : $"{Figure.Count(all, "number")} of the scenario {(all == 1 ? "is assumed and stands" : "are assumed and stand")} at one value: what is not known about {(all == 1 ? "it" : "them")} is not in the intervals (--uncertain draws from the ranges).";
    }

    private static long Fewest(IReadOnlyList<PointResult> points) => points.Count == 0 ? 0 : points.Min(static point => point.Arms.Min(static arm => arm.Done));
}
