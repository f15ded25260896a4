using BidCompetitionSim.Experiments.Learning;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>How many choices each sponsor learnt from, situation by situation, and which it never met.</summary>
internal static class TrainingText
{
    private const int Label = 38;
    private const int Column = 10;

    public static void Write(IReadOnlyList<SituationLearnt> situations, TextWriter output)
    {
        var sponsors = situations.Select(static one => one.Sponsor).Distinct().ToArray();
        output.WriteLine();
        output.WriteLine($"{"Choices learnt from, by situation",-Label}{string.Concat(sponsors.Select(static id => $"  {id,Column - 2}"))}");
        foreach (var alike in situations.GroupBy(static one => one.ToString()))
            output.WriteLine($"{alike.Key,-Label}{string.Concat(alike.Select(one => $"  {(one.Choices == 0 ? "never" : $"{one.Choices}").PadLeft(Math.Max(one.Sponsor.Length, Column - 2))}"))}");
        if (situations.Any(static one => one.Choices == 0)) output.WriteLine("Never met: nothing was learnt there, and all kinds of offer are left alike.");
        foreach (var idle in situations.GroupBy(static one => one.Sponsor).Where(static own => own.All(static one => one.Choices == 0)))
            output.WriteLine($"{idle.Key} met no choice at all and is not in the file: it bids as it did.");
    }
}
