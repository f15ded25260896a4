using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>
/// V8 for lines that several states let: who of them is called the host changes nothing, a partner without a share or a veto changes no award, and a partner
/// pays, owes and gains by its share.
/// </summary>
public class SharedLineTests
{
    private const string Line = "kuala-lumpur-singapore";

    private static readonly Scenario Shared = Worlds.Read("kl-singapore-hsr");

    [Theory, InlineData("bilateral"), InlineData("asean-led")]
    public void Which_of_two_states_is_called_the_host_changes_nothing(string arm)
    {
        var one = LetBy(Shared, "MYS", ("SGP", 0.25)).Play(arm, 1, 40, Facts.Lines);
        var other = LetBy(Shared, "SGP", ("MYS", 0.75)).Play(arm, 1, 40, Facts.Lines);

        for (var r = 0; r < one.Length; r++) other[r].ShouldBe(one[r], $"replication {r}");
    }

    [Fact]
    public void A_partner_without_a_share_that_would_take_anything_changes_no_award()
    {
        var easy = Shared.WithNobody("SGP", -20);
        var alone = LetBy(easy, "MYS").Play("bilateral", 1, 40, AwardOf);
        var partnered = LetBy(easy, "MYS", ("SGP", 0)).Play("bilateral", 1, 40, AwardOf);

        partnered.ShouldBe(alone);
    }

    [Fact]
    public void A_partner_that_takes_nothing_lets_nothing_be_built()
    {
        var winners = LetBy(Shared.WithNobody("SGP", 20), "MYS", ("SGP", 0.25)).Play("bilateral", 1, 40, run => run.Kernel.Record.Winners[LineOf(run)]);

        winners.ShouldAllBe(winner => winner == -1);
    }

    [Fact]
    public void Each_state_holds_awards_by_its_share()
    {
        var holdings = LetBy(Shared, "MYS", ("SGP", 0.25)).Play("bilateral", 1, 40, run =>
            new InBoth(StockOf(run, "MYS"), StockOf(run, "SGP")));

        holdings.ShouldContain(held => held.Malaysia > 0);
        holdings.ShouldAllBe(held => Math.Abs(held.Malaysia - 3 * held.Singapore) < 1e-9);
    }

    [Fact]
    public void Who_leaves_pays_for_both()
    {
        var left = LetBy(Shared, "MYS", ("SGP", 0.25)).Play("bilateral", 1, 150, static run => run.Kernel.Record.Status[LineOf(run)] == Status.Cancelled
            ? new InBoth(SurplusOf(run, "MYS") + SunkUsdBn(run), SurplusOf(run, "SGP")) : (InBoth?)null);

        left.ShouldContain(after => after != null);
        left.ShouldAllBe(after => after == null || (Math.Abs(after.Value.Malaysia) < 1e-12 && after.Value.Singapore == 0));
    }

    private readonly record struct InBoth(double Malaysia, double Singapore);

    private static double StockOf(Replication run, string state)
    {
        var (compiled, record) = (run.Kernel.Compiled, run.Kernel.Record);
        return record.IsCommitted(LineOf(run)) ? record.AwardStockUsdBn[compiled.StateOf(state) * compiled.Sponsors + record.Winners[LineOf(run)]] : 0;
    }

    private static double SurplusOf(Replication run, string state) => run.Outcome.Breakdown.States[run.Kernel.Compiled.StateOf(state)].HostSurplusUsdBn;

    private static double SunkUsdBn(Replication run) => run.Kernel.Compiled.Scenario.Delivery.SunkShare * run.Kernel.Contracts[LineOf(run)].PriceUsdBn;

    private static int LineOf(Replication run) => run.Kernel.Compiled.SegmentOf(Line);

    private static (int Winner, double Price, double Face, int Awarded, int Commissioned) AwardOf(Replication run)
    {
        var (record, s) = (run.Kernel.Record, LineOf(run));
        return record.Winners[s] < 0 ? (-1, 0, 0, -1, -1)
            : (record.Winners[s], run.Kernel.Contracts[s].PriceUsdBn, run.Kernel.Contracts[s].FaceUsdBn, record.AwardedDays[s], record.CommissionedDays[s]);
    }

    // The line alone: what another one leaves behind would be a second difference.
    private static Scenario LetBy(Scenario scenario, string host, params (string State, double Share)[] partners) => scenario with
    {
        Segments = [.. scenario.Segments.Where(s => s.Id == Line).Select(s => s with
        {
            Host = host, CoHosts = [.. partners.Select(partner => new CoHost { State = partner.State, Share = partner.Share })],
        })],
    };
}

internal static class SharedLine
{
    /// <summary>Sets what one state thinks of having none.</summary>
    public static Scenario WithNobody(this Scenario scenario, string state, double utility) =>
        scenario.WithState(state, s => s with { Weights = s.Weights with { Nobody = utility } });

    /// <summary>Edits one state.</summary>
    public static Scenario WithState(this Scenario scenario, string id, Func<State, State> edit) =>
        scenario with { States = Array.ConvertAll(scenario.States, state => state.Id == id ? edit(state) : state) };
}
