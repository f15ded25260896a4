using System.Numerics;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>The life of a project after its award: reopened or not, closed, built, commissioned.</summary>
public sealed partial class Kernel
{
    // Reconsideration: detail is the state and, in the lower bits, the year of its new government.
    private const int YearBits = 16;

    private void ChangeGovernment(int state, int year, int day)
    {
        announcer.GovernmentChanged(state, day);
        foreach (var segment in segmentsOf[state])
        {
            if (Record.Status[segment] != Status.Awarded) continue;
            var u = nature.Uniform(DrawPurpose.Reopening, year, Compiled.Addresses.State(segment, state));
            if (u < Compiled.Scenario.Delivery.ReopeningProbability) Enqueue(day, Event.Reconsider, segment, state << YearBits | year);
        }
    }

    // A new government speaks for its own state alone; whoever else lets the line still wants it.
    private Question Reconsider(int segment, int detail, int day)
    {
        var (state, year) = (detail >> YearBits, detail & (1 << YearBits) - 1);
        if (Record.Status[segment] != Status.Awarded) return default;
        var tender = new TenderKey(segment, Record.Attempts[segment], day);
        var overriding = files.Standing(segment, tender.Attempt) == 0;
        return new Question(Asking.Reconsideration, tender, 1UL << state, overriding, year);
    }

    private void AfterReconsideration(in TenderKey tender)
    {
        if (choice >= 0)
        {
            announcer.AwardUpheld(tender.Segment, tender.Day);
            return;
        }
        ledgers[Record.Winners[tender.Segment]].Release(contracts[tender.Segment]);
        if (Record.Partners[tender.Segment] >= 0) ledgers[Record.Partners[tender.Segment]].Release(contracts[tender.Segment]);
        leavers[tender.Segment] = BitOperations.TrailingZeroCount(pending.Addressees);
        announcer.ProjectCancelled(tender.Segment, tender.Day, leavers[tender.Segment]);
    }

    private void Close(int segment, int day)
    {
        if (Record.Status[segment] != Status.Awarded) return;
        ref readonly var contract = ref contracts[segment];
        works.Build(segment, new Delivery.Works.Period(Record.OpenedDays[segment], day), contract);
        operation.Close(segment, Lent(segment, contract.FirstWindow, contract.FirstFaceUsdBn), Lent(segment, contract.SecondWindow, contract.SecondFaceUsdBn));
        var weight = contract.Guarantee ? 1 : Compiled.Scenario.Scoring.ContingentWeight;
        debt.Close(segment, day, weight * (contract.FaceUsdBn - GrantUsdBn(segment)), works.BuildYears[segment]);
        announcer.ProjectClosed(segment, day);
        Enqueue(day + Math.Max(1, Elementary.RoundHalfEven(works.BuildYears[segment] * 365.25)), Event.Commission, segment, 0);
    }

    private LentTranche Lent(int segment, int window, double faceUsdBn) =>
        window < 0 || faceUsdBn <= 0 || !Compiled.Lends(window, segment, Record.OpenedDays[segment], out var figures) ? default
            : new LentTranche(faceUsdBn, figures.Terms, figures.InflationPerYear);

    private void Commission(int segment, int day)
    {
        announcer.SegmentCommissioned(segment, day);
        networks[Compiled.Segments[segment].System].Commission(Record, Compiled.Segments[segment].Local, day);
    }
}
