using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Sponsors;

public sealed class JointBidTests
{
    private const uint Replications = 200;

    private static Arm Consortium => Arrangements.Named("consortium", Some.Secretariat())!;

    [Fact]
    public void Partners_get_what_they_would_have_had_and_half_of_the_gain()
    {
        var shares = NashShares.Of(1, 0.3, 0.2);
        shares.First.ShouldBe(0.55, 1e-12);
        shares.Second.ShouldBe(0.45, 1e-12);
    }

    [Fact]
    public void Without_openness_it_is_the_same_as_without_joint_bids()
    {
        var compiled = new Compiled(WithOpenness(0));
        var (joint, apart) = (new Replication(compiled, Consortium), new Replication(compiled, Consortium with { JointBids = false }));
        for (var k = 0U; k < Replications; k++)
        {
            joint.Run(1, k);
            apart.Run(1, k);
            joint.Outcome.Fingerprint().ShouldBe(apart.Outcome.Fingerprint());
            joint.Kernel.Record.Fingerprint().ShouldBe(apart.Kernel.Record.Fingerprint());
        }
    }

    [Fact]
    public void A_joint_bid_forms_only_where_both_gain_and_they_share_the_gain()
    {
        var formed = 0;
        var compiled = new Compiled(WithOpenness(1));
        var run = new Replication(compiled, Consortium);
        for (var k = 0U; k < Replications; k++)
        {
            var apart = new Dictionary<string, double>();
            var shares = new List<BidJoined>();
            var told = new List<(string To, BidJoined Message)>();
            using var journal = new Journal(compiled, Consortium, new RunKey("", 1, k), entry =>
            {
                if (entry.Message is BidSubmitted m) apart[$"{m.Tender.Segment} {m.Tender.Attempt} {m.Offer.Sponsor}"] = m.Reckoning.WinProbability * m.Reckoning.PayoffUsdBn;
                if (entry.Message is not BidJoined j) return;
                shares.Add(j);
                told.Add((entry.To, j));
            });
            run.Run(1, k, journal);
            foreach (var (to, joined) in told) new[] { AgentName.Sponsor(joined.Offer.Sponsor), AgentName.Sponsor(joined.Offer.Partner) }.ShouldContain(to);
            foreach (var pair in shares.Chunk(2))
            {
                formed++;
                var (d1, d2) = (apart[NameOf(pair[0], pair[0].Offer.Sponsor)], apart[NameOf(pair[1], pair[1].Offer.Partner)]);
                var sum = pair[0].Reckoning.WinProbability * pair[0].Reckoning.PayoffUsdBn;
                sum.ShouldBeGreaterThan(d1 + d2);
                (pair[0].ShareUsdBn - d1).ShouldBe(pair[1].ShareUsdBn - d2, 1e-12);
                (pair[0].ShareUsdBn + pair[1].ShareUsdBn).ShouldBe(sum, 1e-12);
            }
        }
        formed.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Windows_of_both_partners_lend_and_both_hold_half_of_the_award()
    {
        var joint = 0;
        var run = new Replication(new Compiled(WithOpenness(1)), Consortium);
        for (var k = 0U; k < Replications; k++)
        {
            run.Run(1, k);
            var (kernel, stocks) = (run.Kernel, 0.0);
            for (var s = 0; s < kernel.Compiled.Segments.Length; s++)
            {
                if (kernel.Record.Winners[s] < 0 || kernel.Record.Status[s] == Status.Cancelled) continue;
                stocks += kernel.Compiled.ReferenceCostUsdBn(s, kernel.Record.OpenedDays[s]);
                if (kernel.Record.Partners[s] < 0) continue;
                joint++;
                kernel.Contracts[s].Partner.ShouldBe(kernel.Record.Partners[s]);
            }
            kernel.Record.AwardStockUsdBn.Sum().ShouldBe(stocks, 1e-9);
            for (var sponsor = 0; sponsor < kernel.Compiled.Sponsors; sponsor++)
            {
                var windows = kernel.Compiled.WindowsOfSponsor[sponsor];
                for (var w = 0; w < windows.Length; w++) kernel.Ledgers[sponsor].EnvelopesUsdBn[w].ShouldBe(Had(kernel, windows[w]) - Lent(kernel, windows[w]), 1e-9);
                run.MindOf(sponsor).RoomsOn(kernel.Record.Day).ToArray().ShouldBe(kernel.Ledgers[sponsor].RoomsOn(kernel.Record.Day).ToArray());
            }
        }
        joint.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Agents_that_exchange_messages_say_what_method_calls_say()
    {
        var compiled = new Compiled(WithOpenness(0.8));
        var direct = new Replication(compiled, Consortium);
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var run = new RunKey("some", seed, 0);
            var table = new Messages.Table(compiled, Consortium, run);
            var chair = table.Play();
            using var journal = new Journal(compiled, Consortium, run);
            direct.Run(seed, 0, journal);
            chair.EventsDigest.ShouldBe(journal.Close());
            table.Kernel.Record.Fingerprint().ShouldBe(direct.Kernel.Record.Fingerprint());
        }
    }

    [Fact]
    public void A_replication_allocates_nothing_once_warm() => Simulation.AllocationTests.OnceWarm(new Compiled(WithOpenness(1)), Consortium).ShouldBe(0);

    // No policy responds, so that an envelope holds what it had less what is lent.
    private static Scenario WithOpenness(double openness) => Some.Scenario() with
    {
        Bidding = Some.Bidding() with { JointOpenness = openness },
        Sponsors = Array.ConvertAll(Some.Scenario().Sponsors, sponsor => sponsor with { Response = null }),
    };

    private static string NameOf(BidJoined joined, string sponsor) => $"{joined.Tender.Segment} {joined.Tender.Attempt} {sponsor}";

    private static double Had(Kernel kernel, int window) => kernel.Compiled.Windows[window].EnvelopeUsdBn;

    private static double Lent(Kernel kernel, int window) => Enumerable.Range(0, kernel.Compiled.Segments.Length)
        .Where(s => kernel.Record.Winners[s] >= 0 && kernel.Record.Status[s] != Status.Cancelled)
        .Sum(s => (kernel.Contracts[s].FirstWindow == window ? kernel.Contracts[s].FirstFaceUsdBn : 0) + (kernel.Contracts[s].SecondWindow == window ? kernel.Contracts[s].SecondFaceUsdBn : 0));
}
