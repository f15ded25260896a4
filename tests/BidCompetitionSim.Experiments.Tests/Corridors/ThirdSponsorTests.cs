using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Experiments.Tests.Patterns;
using BidCompetitionSim.Experiments.Tests.Verification;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Tests.Corridors;

/// <summary>
/// What is special about the corridor with a third sponsor: one more offer at half of the tenders, against which the other two soften theirs; and multilateral
/// banks, whose money is asked for where officials have little to say, and not for its rules' sake.
/// </summary>
public class ThirdSponsorTests
{
    private static readonly Scenario Three = Worlds.Read("third-sponsor");

    private sealed record Facts(double Offers, double Welfare, double Cofinanced, Bids China, Bids Japan);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_third_sponsor_brings_more_offers_and_softer_ones_from_the_other_two(ulong seed)
    {
        // Money without limit, as for P2: what a sponsor does not win, its windows keep for later offers.
        var three = Play(Three.WithUnlimitedMoney(), "bilateral", seed);
        var two = Play(Three.WithUnlimitedMoney().WithRemoved("korea"), "bilateral", seed);

        new Statements("third-sponsor", seed)
            .Rises("offers per tender", Of(three, two, f => f.Offers))
            .Rises("host welfare, USD bn", Of(three, two, f => f.Welfare))
            .Rises("China: concession", Softer(three, two, f => f.China))
            .Rises("Japan: concession", Softer(three, two, f => f.Japan))
            .ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_third_sponsor_named_absent_brings_nothing(ulong seed)
    {
        var absent = Play(Three.WithPlanBlindHosts().WithAbsent("korea"), "bilateral-open", seed);
        var nobody = Play(Three.WithPlanBlindHosts().WithRemoved("korea"), "bilateral-open", seed);

        new Statements("third-sponsor off", seed)
            .IsNothing("offers per tender", Of(absent, nobody, f => f.Offers))
            .IsNothing("China: concession", Softer(absent, nobody, f => f.China))
            .IsNothing("Japan: concession", Softer(absent, nobody, f => f.Japan));
    }

    [Fact]
    public void Without_Korea_and_the_banks_it_is_the_corridor_of_two()
    {
        var two = new Compiled(Three.WithRemoved("korea") with { Windows = Array.FindAll(Three.Windows, static window => window.Multilateral is null) });
        var skrl = Worlds.Named("skrl");
        foreach (var arm in Three.Arms)
            Verification.Facts.Lines(Worlds.Run(two, arm, 5, 0)).ShouldBe(Verification.Facts.Lines(Worlds.Run(skrl, arm, 5, 0)));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Banks_are_asked_where_the_region_decides_and_would_be_more_often_if_they_were_quicker(ulong seed)
    {
        var led = Play(Three, "asean-led", seed, 20);
        var bilateral = Play(Three, "bilateral", seed, 20);
        var hurried = Play(WithBanks(static bank => bank with { ProcessingDays = 0 }), "asean-led", seed, 20);
        var strict = Play(WithBanks(static bank => bank with { HurdlePerYear = 0.5 }), "asean-led", seed, 4);

        new Statements("third-sponsor, banks", seed)
            .Rises("co-financed awards, asean-led less bilateral", Of(led, bilateral, f => f.Cofinanced))
            .Rises("co-financed awards without their processing", Of(hurried, led, f => f.Cofinanced))
            .ShouldHold();
        strict.ShouldAllBe(facts => facts.Cofinanced == 0);
    }

    private static Scenario WithBanks(Func<Multilateral, Multilateral> edit) => Three with
    {
        Windows = Array.ConvertAll(Three.Windows, window => window.Multilateral is { } bank ? window with { Multilateral = edit(bank) } : window),
    };

    private static Facts[] Play(Scenario scenario, string arm, ulong seed, int usual = 30) => scenario.Play(arm, seed, Corridor.Replications(usual), static run =>
    {
        var (compiled, kernel) = (run.Kernel.Compiled, run.Kernel);
        return new Facts(
            run.Outcome.MeanOffers, run.Outcome.HostWelfareUsdBn, Cofinanced(kernel), new Bids(kernel, compiled.SponsorOf("china")), new Bids(kernel, compiled.SponsorOf("japan")));
    });

    private static int Cofinanced(Kernel kernel) => kernel.Compiled.Segments.Count(segment =>
        kernel.Record.Winners[segment.Index] >= 0 && (IsShared(kernel.Contracts[segment.Index].FirstWindow, kernel.Contracts[segment.Index].FirstFaceUsdBn)
            || IsShared(kernel.Contracts[segment.Index].SecondWindow, kernel.Contracts[segment.Index].SecondFaceUsdBn)));

    private static bool IsShared(int window, double faceUsdBn) => faceUsdBn > 0 && Windows[window].Multilateral is not null;

    private static FinanceWindow[] Windows => Three.Windows;

    private static Estimate Of(Facts[] first, Facts[] second, Func<Facts, double> fact) =>
        Estimate.OfDifference(Array.ConvertAll(first, run => fact(run)), Array.ConvertAll(second, run => fact(run)));

    private static Estimate Softer(Facts[] first, Facts[] second, Func<Facts, Bids> of) =>
        Estimate.OfMean(Bids.Differences(Array.ConvertAll(first, run => of(run)), Array.ConvertAll(second, run => of(run)), static bids => bids.Concession));
}
