using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>
/// What is special about the line from Kuala Lumpur to Singapore: it needs two states to be let, either of which can refuse, and a new government of either
/// can leave. Each is switched off by itself.
/// </summary>
public class KlSingaporeHsrTests
{
    private const string Line = "kuala-lumpur-singapore";

    private static readonly int Replications = Corridor.Replications(150);

    private static readonly Scenario Shared = Worlds.Read("kl-singapore-hsr");

    // A new government every year, which asks itself about everything it finds: what happened between 2018 and 2022, and enough of it to be seen in few runs.
    private static readonly Scenario Restless = Shared.WithState("MYS", static state => state with { TurnoverPerYear = 1 }) with
    {
        Delivery = Shared.Delivery with { ReopeningProbability = 1 },
    };

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_second_states_veto_leaves_the_line_without_an_award_more_often(ulong seed)
    {
        new Statements("kl-singapore-hsr", seed)
            .Falls("share of runs with an award, of two states against Malaysia alone", Awards(Shared, LetBy(Shared, "MYS"), seed))
            .Falls("share of runs with an award, where Singapore can refuse", Awards(Shared, Shared.WithNobody("SGP", -20), seed))
            .ShouldHold();
        new Statements("kl-singapore-hsr, Malaysia alone", seed).IsNothing(
            "share of runs with an award, where Singapore could refuse", Awards(LetBy(Shared, "MYS"), LetBy(Shared.WithNobody("SGP", -20), "MYS"), seed));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_second_state_whose_governments_change_cancels_awards_that_one_would_keep(ulong seed)
    {
        new Statements("kl-singapore-hsr", seed)
            .Rises("share of runs cancelled, with Malaysia against Singapore alone", Cancellations(Restless, LetBy(Restless, "SGP"), seed)).ShouldHold();
        var steady = Restless.WithState("MYS", static state => state with { TurnoverPerYear = 0 });
        new Statements("kl-singapore-hsr, no turnover", seed).IsNothing("share of runs cancelled", Cancellations(steady, LetBy(steady, "SGP"), seed));
    }

    private static Estimate Awards(Scenario one, Scenario other, ulong seed) => Estimate.OfDifference(Play(one, seed, IsAwarded), Play(other, seed, IsAwarded));

    private static Estimate Cancellations(Scenario one, Scenario other, ulong seed) => Estimate.OfDifference(Play(one, seed, IsCancelled), Play(other, seed, IsCancelled));

    private static double[] Play(Scenario scenario, ulong seed, Func<Kernel, int, bool> holds) =>
        scenario.Play("bilateral", seed, Replications, run => holds(run.Kernel, run.Kernel.Compiled.SegmentOf(Line)) ? 1.0 : 0);

    private static bool IsAwarded(Kernel kernel, int segment) => kernel.Record.Winners[segment] >= 0;

    private static bool IsCancelled(Kernel kernel, int segment) => kernel.Record.Status[segment] == Status.Cancelled;

    private static Scenario LetBy(Scenario scenario, string host) => scenario with
    {
        Segments = Array.ConvertAll(scenario.Segments, segment => segment.Id == Line ? segment with { Host = host, CoHosts = [] } : segment),
    };
}
