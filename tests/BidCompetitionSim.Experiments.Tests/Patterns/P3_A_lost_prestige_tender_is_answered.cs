using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// Whoever loses Jakarta–Bandung answers with better terms and more money: runs with the sponsors' policy response against the same runs without it.
/// History's dated changes are off in this scenario, so nothing else can bring the answer.
/// </summary>
public class P3_A_lost_prestige_tender_is_answered
{
    private static readonly int Replications = Corridor.Replications(200);

    /// <summary>What one sponsor had and offered after the first tender of one run.</summary>
    private sealed record After(bool LostFirst, bool WonFirst, double MoneyUsdBn, double FiscalWeight, Bids Bids, double[] Later, int Next);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_loser_comes_back_with_more_money_and_softer_offers(ulong seed)
    {
        var (with, without) = (Play(static response => response, seed), Play(static _ => null, seed));

        Judge(new Statements("P3", seed), with, without, static after => after.LostFirst).ShouldHold();
        var japan = new Statements("P3 Japan alone", seed);
        Report(japan, Only(with, 1), Only(without, 1), static after => after.LostFirst);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_response_of_nothing_changes_nothing(ulong seed)
    {
        var (empty, without) = (Play(static response => response! with { EnvelopeUsdBn = 0, FiscalWeightChange = 0 }, seed), Play(static _ => null, seed));

        new Statements("P3 off: empty response", seed)
            .IsNothing("concession", Offers(empty, without, a => a.Bids.Concession, static after => after.LostFirst))
            .IsNothing("grant over price", Offers(empty, without, a => a.Bids.Grant, static after => after.LostFirst));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Who_won_does_not_answer_in_its_next_offer(ulong seed)
    {
        var (with, without) = (Play(static response => response, seed), Play(static _ => null, seed));

        new Statements("P3 off: the winner", seed)
            .IsNothing("concession of the next offer", Estimate.OfDifference(Next(with, static a => a.WonFirst), Next(without, static a => a.WonFirst)));
    }

    private static Statements Judge(Statements statements, After[] with, After[] without, Func<After, bool> who) => statements
        .Rises("money for the region, USD bn", Difference(with, without, a => a.MoneyUsdBn, who))
        .Falls("weight of fiscal cost", Difference(with, without, a => a.FiscalWeight, who))
        .Rises("concession of later offers", Offers(with, without, a => a.Bids.Concession, who))
        .Rises("grant over price of later offers", Offers(with, without, a => a.Bids.Grant, who));

    private static void Report(Statements statements, After[] with, After[] without, Func<After, bool> who) => statements
        .Reports("money for the region, USD bn", Difference(with, without, a => a.MoneyUsdBn, who))
        .Reports("concession of later offers", Offers(with, without, a => a.Bids.Concession, who))
        .Reports("grant over price of later offers", Offers(with, without, a => a.Bids.Grant, who));

    /// <summary>Both sponsors of every run, one after the other.</summary>
    private static After[] Play(Func<PolicyResponse?, PolicyResponse?> response, ulong seed) =>
        [.. Corridor.JakartaBandung.WithSponsors(sponsor => sponsor with { Response = response(sponsor.Response) })
            .Play("bilateral", seed, Replications, static run => new[] { Measure(run, 0), Measure(run, 1) }).SelectMany(static both => both)];

    private static After[] Only(After[] both, int sponsor) => [.. both.Where((_, k) => k % 2 == sponsor)];

    private static After Measure(Replication run, int sponsor)
    {
        var kernel = run.Kernel;
        var first = kernel.Compiled.SegmentOf("jakarta-bandung");
        var contested = kernel.Record.Winners[first] >= 0 && Both(kernel, first);
        var won = kernel.Record.Winners[first] == sponsor;
        var money = 0.0;
        foreach (var left in kernel.Ledgers[sponsor].EnvelopesUsdBn) money += left;
        for (var s = 0; s < kernel.Compiled.Segments.Length; s++)
            if (kernel.Record.Winners[s] == sponsor && kernel.Record.Status[s] != Status.Cancelled) money += kernel.Contracts[s].FaceUsdBn;
        var later = Array.ConvertAll(kernel.Compiled.Segments, s => kernel.Record.AwardedDays[first] is var day && day >= 0 && s.TenderDay > day + 365 ? 1.0 : double.NaN);
        return new After(contested && !won, contested && won, money, run.MindOf(sponsor).FiscalWeight,
            new Bids(kernel, sponsor), later, kernel.Compiled.SegmentOf("jakarta-semarang"));
    }

    private static bool Both(Kernel kernel, int segment) => kernel.Files.Received(segment, kernel.Record.Attempts[segment]) == 3;

    private static Estimate Difference(After[] with, After[] without, Func<After, double> of, Func<After, bool> who) =>
        Estimate.OfMean([.. with.Zip(without, (a, b) => who(a) && who(b) ? of(a) - of(b) : double.NaN)]);

    private static Estimate Offers(After[] with, After[] without, Func<After, double[]> of, Func<After, bool> who) =>
        Estimate.OfMean([.. with.Zip(without, (a, b) => who(a) && who(b) ? Bids.Mean(of(a).Zip(of(b), static (x, y) => x - y).Zip(a.Later, static (d, l) => d * l)) : double.NaN)]);

    private static double[] Next(After[] runs, Func<After, bool> who) => Array.ConvertAll(runs, a => who(a) ? a.Bids.Concession[a.Next] : double.NaN);
}
