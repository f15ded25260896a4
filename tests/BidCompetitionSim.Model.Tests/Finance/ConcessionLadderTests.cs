using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Testing;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

public sealed class ConcessionLadderTests
{
    private static readonly WindowFigures Soft = WindowFigures.Of(new LoanTerms(0.001, 40, 10), 1.0, 0.012, 0.0065, false);
    private static readonly WindowFigures Middle = WindowFigures.Of(new LoanTerms(0.02, 20, 5), 0.85, 0.03, 0.0225, false);
    private static readonly WindowFigures Hard = WindowFigures.Of(new LoanTerms(0.045, 15, 3), 0.75, 0.03, 0.02, true);
    private static readonly WindowRoom Ample = new(100, 100);

    // In the sponsor's own order, not the ladder's.
    private static readonly WindowFigures[] Windows = [Soft, Hard, Middle];

    [Fact]
    public void Windows_stand_from_the_hardest_to_the_softest()
    {
        var ladder = Ladder([Ample, Ample, Ample]);

        new[] { ladder.At(0).HarderWindow, ladder.At(0.5).HarderWindow, ladder.At(1).SofterWindow }.ShouldBe([1, 2, 0]);
        ladder.At(0).ShouldBe(new Blend(1, 2, 0, 0.75));
        ladder.At(0.5).ShouldBe(new Blend(2, 0, 0, 0.85));
        ladder.At(1).ShouldBe(new Blend(2, 0, 1, 1.0));
    }

    [Fact]
    public void Between_two_windows_share_financed_and_faces_are_mixed_by_weight()
    {
        WindowRoom[] rooms = [Ample, Ample, Ample];
        var ladder = Ladder(rooms);

        var blend = ladder.At(0.2);
        var loan = ConcessionLadder.Offer(blend, 10, rooms);

        blend.SofterWeight.ShouldBe(0.4, 1e-15);
        blend.ShareFinanced.ShouldBe(0.6 * 0.75 + 0.4 * 0.85, 1e-15);
        loan.Harder.FaceUsdBn.ShouldBe(0.6 * 7.9, 1e-12);
        loan.Softer.FaceUsdBn.ShouldBe(0.4 * 7.9, 1e-12);
        (ladder.GrantUsdBn(loan) / loan.FaceUsdBn).ShouldBe(0.6 * 0.0361965832599 + 0.4 * 0.2746906531236, 1e-9);
        ladder.SubsidyUsdBn(loan).ShouldBe(loan.Harder.FaceUsdBn * Hard.SubsidyPerFace + loan.Softer.FaceUsdBn * 0.1044940517053, 1e-9);
    }

    [Fact]
    public void A_single_window_is_used_at_every_concession()
    {
        WindowRoom[] rooms = [default, Ample, default];
        var ladder = Ladder(rooms);

        ladder.At(0).ShouldBe(ladder.At(1));
        ConcessionLadder.Offer(ladder.At(0.7), 10, rooms).ShouldBe(new OfferedLoan(new Tranche(1, 7.5), Tranche.None));
    }

    [Fact]
    public void Without_a_window_the_offer_is_cash()
    {
        WindowRoom[] rooms = [default, new WindowRoom(0.05, 9), new WindowRoom(9, 0.05)];
        var ladder = Ladder(rooms);

        var loan = ConcessionLadder.Offer(ladder.At(0.5), 10, rooms);

        ladder.Count.ShouldBe(0);
        loan.FaceUsdBn.ShouldBe(0);
        ladder.GrantUsdBn(loan).ShouldBe(0);
        ladder.CanWaiveGuarantee(ladder.At(0.5)).ShouldBeFalse();
        ladder.AsLent(loan.Harder).ShouldBe(default);
    }

    [Fact]
    public void A_tranche_is_cut_to_its_windows_room_and_the_gift_with_it()
    {
        WindowRoom[] rooms = [new WindowRoom(1, 3), Ample, new WindowRoom(100, 2)];
        var ladder = Ladder(rooms);

        var loan = ConcessionLadder.Offer(ladder.At(0.75), 10, rooms);

        loan.ShouldBe(new OfferedLoan(new Tranche(2, 2), new Tranche(0, 1)));
        ladder.GrantUsdBn(loan).ShouldBe(2 * 0.2746906531236 + 0.6717131867896, 1e-9);
    }

    [Fact]
    public void The_guarantee_is_waived_only_where_every_used_window_allows_it()
    {
        var ladder = Ladder([Ample, Ample, Ample]);

        ladder.CanWaiveGuarantee(ladder.At(0)).ShouldBeTrue();
        ladder.CanWaiveGuarantee(ladder.At(1 / 32.0)).ShouldBeFalse();
        ladder.CanWaiveGuarantee(ladder.At(1)).ShouldBeFalse();
    }

    [Fact]
    public void Cutting_never_exceeds_the_room_or_the_face_wanted() => Holds.ForAll(
        from face in Holds.Between(0, 20)
        from envelope in Holds.Between(-1, 20)
        from cap in Holds.Between(-1, 20)
        select (face, envelope, cap),
        given =>
        {
            var cut = WindowRoom.CutToRoom(given.face, given.envelope, given.cap);
            return cut >= 0 && cut <= given.face && cut <= Math.Max(0, given.envelope) && cut <= Math.Max(0, given.cap);
        });

    [Fact]
    public void Conceding_more_never_lowers_the_grant_element() => Holds.ForAll(
        from terms in AnyLoan.Terms().ArrayOf(5) from price in Holds.Between(0.1, 20) select (terms, price),
        given =>
        {
            var windows = given.terms.Select(terms => WindowFigures.Of(terms, 0.8, 0.03, 0.02, true)).ToArray();
            var rooms = Enumerable.Repeat(Ample, windows.Length).ToArray();
            var ladder = ConcessionLadder.Build(windows, rooms, new int[windows.Length]);
            var before = double.NegativeInfinity;
            for (var level = 0; level <= 32; level++)
            {
                var grant = ladder.GrantUsdBn(ConcessionLadder.Offer(ladder.At(level / 32.0), given.price, rooms));
                if (grant < before - 1e-12)
                {
                    return false;
                }

                before = grant;
            }

            return true;
        });

    [Fact]
    public void Reading_all_levels_allocates_nothing()
    {
        WindowRoom[] rooms = [Ample, Ample, Ample];
        var rungs = new int[3];
        Allocated.By(() => { Total(rooms, rungs); }).ShouldBe(0);
    }

    private static ConcessionLadder Ladder(WindowRoom[] rooms) => ConcessionLadder.Build(Windows, rooms, new int[Windows.Length]);

    private static double Total(WindowRoom[] rooms, int[] rungs)
    {
        var ladder = ConcessionLadder.Build(Windows, rooms, rungs);
        var total = 0.0;
        for (var level = 0; level <= 32; level++)
        {
            var loan = ConcessionLadder.Offer(ladder.At(level / 32.0), 10, rooms);
            total += ladder.GrantUsdBn(loan) + DebtService.LargestRealUsdBn(ladder.AsLent(loan.Harder), ladder.AsLent(loan.Softer));
        }

        return total;
    }
}
