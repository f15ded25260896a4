using BidCompetitionSim.Experiments.Results;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>What figures of an experiment cannot say: always the same things first, then what the document adds.</summary>
internal static class Limits
{
    private static readonly string[] Always =
    [
        "A stylised what-if instrument, not a forecast: it shows what follows from the scenario's assumptions, not what will happen.",
        "Preferences of states and sponsors are not observed; benefits are appraisal figures.",
        "An interval speaks of chance within the model alone. More replications make it narrower; they make the model no truer.",
    ];

    public static IEnumerable<string> Of(ExperimentResult result) => Always.Concat(result.Limits.Where(static limit => !Array.Exists(Always, known => known == limit)));
}
