using System.Text;
using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Tests.Hindcasting;

/// <summary>Choices to test with.</summary>
internal static class SomeCases
{
    private static readonly Lazy<HindcastFrame> Kept = new(HindcastFrame.Shipped);

    public static HindcastFrame Frame => Kept.Value;

    public static HistoricalCase[] All => [.. CaseFile.Shipped().Cases!];

    public static HindcastWeights Weights => new(HindcastWeights.ShippedName, Frame, 0, null, SectorTilt.None);

    public static LoadedCases Table(params IReadOnlyList<HistoricalCase> cases) => new("some.csv", [.. cases.OrderBy(static one => one.Id, StringComparer.Ordinal)], []);

    public static LoadedCases Read(string text) => CaseFile.Parse("some.csv", Encoding.UTF8.GetBytes(text));

    public static ReplayedChoice[] Choices(IReadOnlyList<HistoricalCase> cases) => [.. cases.Select(new ChoiceReplay(Frame, new AwardHistory(cases)).Of)];

    public static double[] Start => ChoiceWeights.Of(Frame.Scenario.States[0].Weights, 0, Math.Log(0.08));
}
