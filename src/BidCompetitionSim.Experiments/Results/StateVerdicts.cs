using BidCompetitionSim.Experiments.Measuring;

namespace BidCompetitionSim.Experiments.Results;

/// <summary>Who gains and who loses: every measure of a state that has a better side, judged over all states together.</summary>
internal static class StateVerdicts
{
    private const double Level = 0.05;

    public static IEnumerable<StateVerdict> Of(RowLayout layout, PairSummary pair)
    {
        var judged = layout.Measures.Select((measure, k) => (Measure: measure, Compared: pair.Measures[k]))
            .Where(static one => one.Measure is { Family: Family.State, Direction: not Direction.Neither });
        foreach (var family in judged.GroupBy(static one => NameOf(one.Measure)))
        {
            var members = family.ToArray();
            var adjusted = HolmFamily.Adjust(Array.ConvertAll(members, static one => one.Compared.PValue));
            for (var k = 0; k < members.Length; k++)
                yield return new StateVerdict(members[k].Measure.Subject!, pair.From, pair.To, family.Key, members[k].Compared.MeanDifference,
                    members[k].Compared.Ci95, adjusted[k], Verdict(members[k].Measure.Direction, members[k].Compared.MeanDifference, adjusted[k]));
        }
    }

    private static string NameOf(Measure measure) => measure.Id[..measure.Id.IndexOf('@')];

    private static string Verdict(Direction better, double? difference, double? p) =>
        difference == 0 && p is null or 1 ? "same" : p is not < Level || difference is not { } moved || moved == 0 ? "unclear" : moved > 0 == (better == Direction.Higher) ? "gains" : "loses";
}
