using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Shocks;

/// <summary>A centre for public-private partnerships sees the same projects with less error, and changes nothing else (docs/model.md §4.6).</summary>
public class PppCentreTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Opinions_err_by_the_share_that_it_leaves(ulong seed)
    {
        var (sharp, usual, helped) = (Scores(Exact(), seed), Scores(Some.Scenario(), seed), Scores(With(fromDay: 0), seed));
        for (var k = 0; k < usual.Length; k++) (helped[k] - sharp[k]).ShouldBe(0.25 * (usual[k] - sharp[k]), 1e-12);
        usual.ShouldNotBe(sharp);
    }

    [Fact]
    public void Before_it_works_nothing_changes() => Fingerprint(With(fromDay: 100_000), "asean-led").ShouldBe(Fingerprint(Some.Scenario(), "asean-led"));

    [Fact]
    public void Where_nobody_asks_for_an_opinion_it_changes_nothing() => Fingerprint(With(fromDay: 0), "bilateral").ShouldBe(Fingerprint(Some.Scenario(), "bilateral"));

    [Fact]
    public void Where_opinions_count_it_changes_what_comes() => Enumerable.Range(1, 20)
        .ShouldContain(seed => Fingerprint(With(0), "asean-led", (ulong)seed) != Fingerprint(Some.Scenario(), "asean-led", (ulong)seed));

    private static Scenario With(int fromDay) => Some.Scenario() with
    {
        States = Array.ConvertAll(Some.Scenario().States, state => state with { PppCentre = new PppCentre { FromDay = fromDay, ErrorCut = 0.75 } }),
    };

    private static Scenario Exact() => Some.Scenario() with { Secretariat = Some.Secretariat() with { OpinionError = 0 } };

    // Of the first tender, in which all worlds are still alike; without a floor nobody improves a bid.
    private static double[] Scores(Scenario scenario, ulong seed)
    {
        var arm = Arrangements.Named("advisory", scenario.Secretariat)! with { Floor = false, BestAndFinal = false };
        var run = new Replication(new Compiled(scenario), arm);
        run.Run(seed, 0);
        return run.Kernel.Files.Scores(0, 1).ToArray();
    }

    private static ulong Fingerprint(Scenario scenario, string arm, ulong seed = 2)
    {
        var run = new Replication(new Compiled(scenario), Arrangements.Named(arm, scenario.Secretariat)!);
        run.Run(seed, 0);
        return run.Outcome.Fingerprint();
    }
}
