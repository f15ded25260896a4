using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>What no run may break, on every scenario and under every arrangement: money, tenders, days, ties and scores.</summary>
public class V6_conservation
{
    private const double Rounding = 1e-9; // USD bn, on sums of tens of them

    public static TheoryData<string, string, int> Runs
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var name in Worlds.All)
                foreach (var arm in Worlds.Named(name).Scenario.Arms) data.Add(name, arm.Id, name == "some" ? 40 : 8);
            return data;
        }
    }

    [Theory, MemberData(nameof(Runs))]
    public void Money_is_lent_once_and_tenders_end_once(string name, string armId, int replications)
    {
        var compiled = Worlds.Named(name);
        var run = new Replication(compiled, Worlds.ArmOf(compiled, armId));
        for (var replication = 0U; replication < replications; replication++)
        {
            var said = new List<IMessage>();
            using var journal = new Journal(compiled, run.Kernel.Arm, new RunKey(name, 11, replication), entry =>
            {
                said.Add(entry.Message);
                NothingIsOverdrawn(run.Kernel);
            });
            run.Run(11, replication, journal);

            EverySegmentHasEnded(run.Kernel, said);
            WindowsHoldWhatContractsLeave(run.Kernel, said);
            CapsAreKept(run.Kernel);
            HostAndSponsorsAgree(run);
            StatesShareAllOfIt(run);
            RentsComeOutOfLoansSigned(run.Kernel);
            NobodyBidsAtALoss(run.Kernel);
            DaysAreInOrder(run.Kernel);
            DebtIsWhatWasDrawn(run.Kernel);
            ScoresAreInRange(run);
        }
    }

    private static void NothingIsOverdrawn(Kernel kernel)
    {
        foreach (var left in kernel.Record.Shared.EnvelopesUsdBn) left.ShouldBeGreaterThanOrEqualTo(-Rounding);
        foreach (var ledger in kernel.Ledgers)
            foreach (var left in ledger.EnvelopesUsdBn) left.ShouldBeGreaterThanOrEqualTo(-Rounding);
        foreach (var tie in kernel.Record.Diplomacy.ToSponsors) tie.ShouldBeInRange(-1, 1);
        for (var i = 0; i < kernel.Compiled.States; i++)
            for (var j = 0; j < kernel.Compiled.States; j++) kernel.Record.Diplomacy.ToState(i, j).ShouldBeInRange(-1, 1);
        foreach (var stock in kernel.Record.AwardStockUsdBn) stock.ShouldBeGreaterThanOrEqualTo(-Rounding);
    }

    private static void EverySegmentHasEnded(Kernel kernel, List<IMessage> said)
    {
        var record = kernel.Record;
        foreach (var segment in kernel.Compiled.Segments)
        {
            var s = segment.Index;
            var opened = said.OfType<TenderOpened>().Count(m => m.Tender.Segment == segment.Id);
            var failed = said.OfType<AttemptFailed>().Count(m => m.Tender.Segment == segment.Id);
            var awarded = said.OfType<TenderAwarded>().Count(m => m.Tender.Segment == segment.Id);
            var commissioned = said.OfType<SegmentCommissioned>().Count(m => m.Segment == segment.Id);
            var cancelled = said.OfType<ProjectCancelled>().Count(m => m.Segment == segment.Id);
            var ends = $"{segment.Id}, replication {kernel.Replication}";
            opened.ShouldBe(record.Attempts[s], ends);
            (failed + awarded).ShouldBe(opened, ends);
            (commissioned + cancelled).ShouldBe(awarded, ends);
            record.Status[s].ShouldBe(commissioned == 1 ? Status.Commissioned : cancelled == 1 ? Status.Cancelled : Status.Failed, ends);
            if (record.Status[s] == Status.Failed) failed.ShouldBe(2, ends);
            else (kernel.Files.Received(s, record.Attempts[s]) >> record.Winners[s] & 1).ShouldBe(1UL, ends);
        }
    }

    // A window ends with what it had, and got, less the live contracts: money of cancelled ones has come back.
    private static void WindowsHoldWhatContractsLeave(Kernel kernel, List<IMessage> said)
    {
        var compiled = kernel.Compiled;
        for (var w = 0; w < compiled.SharedWindows.Length; w++)
        {
            var window = compiled.SharedWindows[w];
            var lent = Signed(kernel).Where(s => kernel.Record.Status[s] != Status.Cancelled).Sum(s => FaceIn(kernel.Contracts[s], window));
            kernel.Record.Shared.EnvelopesUsdBn[w].ShouldBe(compiled.Windows[window].EnvelopeUsdBn - lent, Rounding, compiled.Scenario.Windows[window].Id);
        }
        for (var k = 0; k < compiled.Sponsors; k++)
            for (var w = 0; w < compiled.WindowsOfSponsor[k].Length; w++)
            {
                var window = compiled.WindowsOfSponsor[k][w];
                var id = compiled.Scenario.Windows[window].Id;
                var had = compiled.Windows[window].EnvelopeUsdBn + said.OfType<PolicyChanged>().Where(m => m.Window == id).Sum(m => m.EnvelopeUsdBn);
                var lent = Signed(kernel).Where(s => kernel.Record.Status[s] != Status.Cancelled).Sum(s => FaceIn(kernel.Contracts[s], window));
                kernel.Ledgers[k].EnvelopesUsdBn[w].ShouldBe(had - lent, Rounding, id);
            }
    }

    private static void CapsAreKept(Kernel kernel)
    {
        for (var window = 0; window < kernel.Compiled.Windows.Length; window++)
            foreach (var year in Signed(kernel).GroupBy(s => (int)(kernel.Record.AwardedDays[s] / 365.25)))
                year.Sum(s => FaceIn(kernel.Contracts[s], window)).ShouldBeLessThanOrEqualTo(
                    kernel.Compiled.Windows[window].YearlyCapUsdBn + Rounding, $"{kernel.Compiled.Scenario.Windows[window].Id}, year {year.Key}, replication {kernel.Replication}");
    }

    private static void HostAndSponsorsAgree(Replication run)
    {
        for (var k = 0; k < run.Kernel.Compiled.Sponsors; k++)
            run.MindOf(k).RoomsOn(run.Kernel.Record.Day).ToArray().ShouldBe(run.Kernel.Ledgers[k].RoomsOn(run.Kernel.Record.Day).ToArray());
    }

    private static void RentsComeOutOfLoansSigned(Kernel kernel)
    {
        foreach (var s in Signed(kernel))
        {
            var (contract, hosts) = (kernel.Contracts[s], kernel.Compiled.Segments[s].Hosts);
            var others = System.Numerics.BitOperations.PopCount(kernel.Files.Received(s, kernel.Record.Attempts[s])) - 1;
            var lenders = LendersOf(kernel, s);
            var opacity = lenders.Select(lender => lender.OpacityCap).Append(kernel.Arm.Opacity).Min();
            var laxity = lenders.Select(lender => lender.Laxity).Append(kernel.Compiled.Scenario.Sponsors[contract.Sponsor].Laxity).Min();
            if (contract.Partner >= 0) laxity = (laxity + kernel.Compiled.Scenario.Sponsors[contract.Partner].Laxity) / 2;
            kernel.RentsUsdBn[s].ShouldBe(
                kernel.Compiled.Scenario.Bidding.BribeShare * (1 - hosts.Governance) * opacity * laxity * contract.FaceUsdBn * (1 + others / 2.0), Rounding);
        }
    }

    private static void NobodyBidsAtALoss(Kernel kernel)
    {
        foreach (var segment in kernel.Compiled.Segments)
            for (var attempt = 1; attempt <= kernel.Record.Attempts[segment.Index]; attempt++)
                for (var k = 0; k < kernel.Compiled.Sponsors; k++)
                    if ((kernel.Files.Received(segment.Index, attempt) >> k & 1) != 0)
                        kernel.Files.Bids(segment.Index, attempt)[k].PayoffUsdBn.ShouldBeGreaterThan(0);
    }

    private static void DaysAreInOrder(Kernel kernel)
    {
        var record = kernel.Record;
        foreach (var s in Signed(kernel))
        {
            record.OpenedDays[s].ShouldBeGreaterThanOrEqualTo(kernel.Compiled.Segments[s].TenderDay);
            record.AwardedDays[s].ShouldBeGreaterThanOrEqualTo(record.OpenedDays[s]);
            if (record.Status[s] == Status.Cancelled) continue;
            record.ClosedDays[s].ShouldBe(record.AwardedDays[s] + kernel.Compiled.Scenario.Delivery.CloseDays
                + LendersOf(kernel, s).Select(lender => lender.ProcessingDays).DefaultIfEmpty().Max());
            record.CommissionedDays[s].ShouldBeGreaterThan(record.ClosedDays[s]);
        }
    }

    // Over a project's life all of its loan is drawn, none of it twice: what it adds to debt is its present value over that year's GDP.
    private static void DebtIsWhatWasDrawn(Kernel kernel)
    {
        foreach (var s in Signed(kernel).Where(s => kernel.Record.Status[s] == Status.Commissioned))
        {
            var peaks = kernel.Debt.Peaks(s);
            var value = kernel.Contracts[s].FaceUsdBn - kernel.GrantUsdBn(s);
            peaks.With.ShouldBeGreaterThanOrEqualTo(peaks.Without - 1e-12);
            (peaks.With - peaks.Without).ShouldBeLessThanOrEqualTo(MostDebt(kernel, s, value) * 1.3 + 1e-12);
        }
    }

    private static double MostDebt(Kernel kernel, int segment, double valueUsdBn)
    {
        double most = 0;
        foreach (var host in kernel.Compiled.Segments[segment].Hosts.Shares)
        {
            var state = kernel.Compiled.Scenario.States[host.State];
            most = Math.Max(most, host.Share * valueUsdBn / (state.GdpUsdBn * Math.Min(1, Math.Pow(1 + state.GrowthPerYear, 60))));
        }
        return most;
    }

    private static void StatesShareAllOfIt(Replication run)
    {
        var (outcome, kernel) = (run.Outcome, run.Kernel);
        var states = outcome.Breakdown.States;
        states.Sum(state => state.HostSurplusUsdBn).ShouldBe(outcome.HostSurplusUsdBn, Rounding);
        states.Sum(state => state.HostWelfareUsdBn).ShouldBe(outcome.HostWelfareUsdBn, Rounding);
        states.Sum(state => state.RentsUsdBn).ShouldBe(outcome.RentsUsdBn, Rounding);
        var held = Signed(kernel).Where(s => kernel.Record.Status[s] != Status.Cancelled).Sum(s => kernel.Compiled.ReferenceCostUsdBn(s, kernel.Record.OpenedDays[s]));
        kernel.Record.AwardStockUsdBn.Sum().ShouldBe(held, Rounding);
    }

    private static void ScoresAreInRange(Replication run)
    {
        foreach (var (name, value) in Facts.Of(run)) double.IsFinite(value ?? 0).ShouldBeTrue($"{name} is {value}, replication {run.Kernel.Replication}");
        var outcome = run.Outcome;
        outcome.Viability.ShouldBeInRange(0, 100);
        (outcome.ViabilityBuilt ?? 0).ShouldBeInRange(0, 100);
        (outcome.Compatibility ?? 0).ShouldBeInRange(0, 100);
        (outcome.Cohesion ?? 1).ShouldBeInRange(1, 100);
        outcome.BuiltCoverage.ShouldBeInRange(0, 1 + 1e-12);
        (outcome.HoursLost ?? 0).ShouldBeGreaterThanOrEqualTo(0);
        (outcome.Dependence ?? 0).ShouldBeInRange(0, 2);
        (outcome.Parts.PeopleToPeople ?? 0).ShouldBeInRange(-1, 1 + 1e-12);
        (outcome.Parts.Equity ?? 0).ShouldBeInRange(0, 1);
        (outcome.Parts.Diplomatic ?? 0).ShouldBeInRange(0, 1);
        outcome.MeanOffers.ShouldBeInRange(0, run.Kernel.Compiled.Sponsors);
        outcome.RentsUsdBn.ShouldBeGreaterThanOrEqualTo(0);
        // Who chooses alone cannot lose by having the choice; whose choice others weigh in on can.
        if (run.Kernel.Arm.RegionalWeight == 0) outcome.HostWelfareUsdBn.ShouldBeGreaterThanOrEqualTo(0);
        outcome.Projects.ShouldAllBe(project => project.Viability >= 0 && project.Viability <= 100);
        (outcome.Built + outcome.Cancelled).ShouldBe(outcome.Awards);
        (outcome.Awards + outcome.NeverLet).ShouldBe(run.Kernel.Compiled.Segments.Length);
        JunctionsAreCounted(run);
    }

    private static void JunctionsAreCounted(Replication run)
    {
        int scored = 0, working = 0;
        for (var system = 0; system < run.Kernel.Compiled.Systems.Length; system++)
        {
            var junctions = run.Kernel.Compiled.Systems[system].Junctions;
            var standards = new int[run.Kernel.Compiled.Systems[system].Segments.Length];
            Model.Scoring.Scorer.FillStandards(run.Kernel, system, run.Kernel.Compiled.HorizonDay, standards);
            for (var j = 0; j < junctions.Junctions.Length; j++)
            {
                if (!junctions.Junctions[j].Scored) continue;
                scored++;
                if (junctions.StateOf(j, standards).Works) working++;
            }
        }
        run.Outcome.JunctionShare.ShouldBe(scored == 0 ? null : (double)working / scored);
    }

    private static Multilateral[] LendersOf(Kernel kernel, int segment) =>
    [
        .. kernel.Compiled.SharedWindows.Where(window => FaceIn(kernel.Contracts[segment], window) > 0)
            .Select(window => kernel.Compiled.Windows[window].Multilateral!),
    ];

    private static IEnumerable<int> Signed(Kernel kernel) =>
        Enumerable.Range(0, kernel.Compiled.Segments.Length).Where(s => kernel.Record.Winners[s] >= 0);

    private static double FaceIn(in Bid contract, int window) =>
        (contract.FirstWindow == window ? contract.FirstFaceUsdBn : 0) + (contract.SecondWindow == window ? contract.SecondFaceUsdBn : 0);
}
