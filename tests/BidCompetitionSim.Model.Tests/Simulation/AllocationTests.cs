using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Simulation;

public sealed class AllocationTests
{
    private const int WarmUp = 30;
    private const int Measured = 30;

    public static TheoryData<string> Arms => [.. Some.Scenario().Arms.Select(arm => arm.Id)];

    [Theory]
    [MemberData(nameof(Arms))]
    public void A_replication_allocates_nothing_once_warm(string arm) => AllocatesNothing(Some.Scenario(), arm);

    [Theory]
    [MemberData(nameof(Arms))]
    public void Nor_does_one_with_multilateral_windows(string arm) => AllocatesNothing(Some.Cofinanced(), arm);

    [Theory]
    [MemberData(nameof(Arms))]
    public void Nor_does_one_of_four_rivals(string arm) => AllocatesNothing(Some.Rivals(4), arm);

    [Theory]
    [MemberData(nameof(Arms))]
    public void Nor_does_one_of_sponsors_that_learnt(string arm) => AllocatesNothing(Some.Learnt(), arm);

    /// <summary>Bytes that replications allocate after the first ones of a carrier.</summary>
    internal static long OnceWarm(Compiled compiled, Arm arm) => Allocated.By(() =>
    {
        var replication = new Replication(compiled, arm);
        for (uint k = 0; k < WarmUp; k++) replication.Run(1, k);
        return () =>
        {
            for (uint k = WarmUp; k < WarmUp + Measured; k++) replication.Run(1, k);
        };
    });

    private static void AllocatesNothing(Scenario scenario, string arm) =>
        OnceWarm(new Compiled(scenario), scenario.Arms.Single(a => a.Id == arm)).ShouldBe(0);
}
