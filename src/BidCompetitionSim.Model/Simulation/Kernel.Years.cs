using System.Numerics;
using BidCompetitionSim.Model.Shocks;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Simulation;

/// <summary>Years that turn, governments that change, loans that are renegotiated, policies that respond.</summary>
public sealed partial class Kernel
{
    // Policy events: detail is the index of a dated change, or this for the response to losses.
    private const int Response = -1;

    // The year that ends is looked at in its middle.
    private const int HalfYear = 183;

    // Year by year, in the order in which they will happen: the queue takes those without a search for their place.
    private void ScheduleGovernments()
    {
        for (var year = 0; year < Compiled.Scenario.HorizonYears; year++)
        {
            var count = 0;
            nature.FillUniforms(DrawPurpose.Turnover, year, stateAddresses, turnovers);
            for (var state = 0; state < Compiled.States; state++)
            {
                var (u, rate) = (turnovers[state], turnoverRates[state]);
                // Given that it happens, u/rate is uniform: the same draw says on which day.
                if (u < rate) Insert((Compiled.DayOfYear(year) + (int)(u / rate * 365), state), changing.AsSpan(0, ++count));
            }
            foreach (var (day, state) in changing.AsSpan(0, count)) Enqueue(day, Event.Government, state, year);
        }
    }

    // The last place is free.
    private static void Insert((int Day, int State) change, Span<(int Day, int State)> sorted)
    {
        var place = sorted.Length - 1;
        for (; place > 0 && sorted[place - 1].Day > change.Day; place--) sorted[place] = sorted[place - 1];
        sorted[place] = change;
    }

    private void SchedulePolicies()
    {
        foreach (var k in Compiled.Active)
        {
            var changes = Compiled.Scenario.Sponsors[k].PolicyChanges;
            for (var c = 0; c < changes.Length; c++) Enqueue(Math.Max(0, changes[c].Day), Event.Policy, k, c);
        }
    }

    private void ScheduleShocks()
    {
        if (Compiled.Shocks is not { } shocks) return;
        for (var k = 0; k < shocks.Shocks.Length; k++)
        {
            if (shocks.Shocks[k].EnvelopeCut is null) continue;
            Enqueue(Math.Max(0, shocks.Shocks[k].FromDay), Event.Shock, k, 0);
            Enqueue(Math.Max(0, shocks.Shocks[k].EndDay()), Event.Shock, k, 1);
        }
    }

    // A sponsor takes a share of what is left in its windows away, and gives the same money back in the end.
    private void MoveMoney(int index, bool back, int day)
    {
        var shock = Compiled.Shocks!.Shocks[index];
        for (var k = 0; k < Compiled.Sponsors; k++)
        {
            if (!ShockCalendar.Befalls(shock.Sponsors, Compiled.Scenario.Sponsors[k].Id)) continue;
            var windows = Compiled.WindowsOfSponsor[k];
            for (var w = 0; w < windows.Length; w++)
            {
                ref var taken = ref withdrawn[index * Compiled.Windows.Length + windows[w]];
                if (!back) taken = shock.EnvelopeCut!.Value * Math.Max(0, ledgers[k].EnvelopesUsdBn[w]);
                if (taken != 0) Change(new PolicyNotice(k, day, windows[w], back ? taken : -taken, 0, false));
            }
        }
    }

    private void TakeEffect(int sponsor, int detail, int day)
    {
        var definition = Compiled.Scenario.Sponsors[sponsor];
        if (detail == Response)
        {
            var response = definition.Response!;
            Change(new PolicyNotice(sponsor, day, SoftestWindow(sponsor, policies[sponsor].Cause, day), response.EnvelopeUsdBn, response.FiscalWeightChange, response.OpensWaivers));
            return;
        }
        var change = definition.PolicyChanges[detail];
        Change(new PolicyNotice(sponsor, day, Compiled.WindowOf(change.Window), change.EnvelopeUsdBn, change.FiscalWeightChange, change.OpensWaivers));
    }

    private void Change(in PolicyNotice policy)
    {
        if (policy.Window >= 0) ledgers[policy.Sponsor].Add(policy.Window, policy.EnvelopeUsdBn);
        joint?.Adopt(policy);
        announcer.PolicyChanged(policy);
    }

    // Of those that lend where the sponsor lost, as money elsewhere would answer nothing; of all, if none does.
    private int SoftestWindow(int sponsor, int lost, int day)
    {
        var (softest, serves, most) = (-1, false, double.NegativeInfinity);
        foreach (var window in Compiled.WindowsOfSponsor[sponsor])
        {
            var grant = Compiled.Windows[window].GrantElementOn(day);
            var lends = Compiled.Windows[window].Serves(Compiled.Segments[lost], day);
            if (lends == serves ? grant > most : lends) (softest, serves, most) = (window, lends, grant);
        }
        return softest;
    }

    private void CountLosses(in TenderKey tender, ulong losers)
    {
        for (var left = losers; left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            joint?.LoseOn(k, tender.Day);
            if (!policies[k].LostOn(tender.Day, Compiled.Segments[tender.Segment])) continue;
            Enqueue(tender.Day + Compiled.Scenario.Sponsors[k].Response!.DelayDays, Event.Policy, k, Response);
        }
    }

    private void TurnYear(int year, int day)
    {
        debt.TurnYear(year);
        announcer.YearTurned(year, day);
        var stressed = debt.StressedHosts();
        for (var segment = 0; segment < hostMasks.Length && stressed != 0; segment++)
            if ((hostMasks[segment] & stressed) != 0 && Record.Status[segment] == Status.Commissioned) Renegotiate(segment, year, day);
        if (year < Compiled.Scenario.HorizonYears) return;
        // Works go on beyond the horizon until they open; ties are scored as they stand on it.
        DiplomaticAtHorizon = recordParts.Diplomatic(Record);
        DependenceAtHorizon = recordParts.Dependence(Record);
        TensionAtHorizon = Record.Diplomacy.Tension;
    }

    /// <summary>A year's cash that does not cover its service, in a stressed host, may end in a renegotiation: once a loan.</summary>
    private void Renegotiate(int segment, int year, int day)
    {
        // The draw is cheaper than the year's cash, and takes most away.
        var rules = Compiled.Scenario.Delivery;
        var u = nature.Uniform(DrawPurpose.Renegotiation, year, Compiled.Addresses.Segment(segment));
        if (u >= rules.RenegotiationHazard * (1 - rules.SafetyNetEffect) || operation.IsRenegotiated(segment)) return;
        var sinceClose = (int)((day - Record.ClosedDays[segment]) / 365.25);
        var service = operation.ServiceUsdBn(segment, sinceClose);
        if (service <= 0 || CashUsdBn(segment, day) >= service) return;
        var guaranteed = contracts[segment].Guarantee;
        if (guaranteed) operation.Ease(segment, sinceClose);
        else operation.Swap(segment, sinceClose);
        announcer.LoanRenegotiated(segment, day, !guaranteed);
    }

    private double CashUsdBn(int segment, int day)
    {
        var economics = Compiled.Economics[segment];
        var operating = (day - Record.CommissionedDays[segment]) / 365.25;
        var network = networks[Compiled.Segments[segment].System];
        var growth = Elementary.Pow(1 + economics.DemandGrowthPerYear, operating);
        var demand = works.DemandRatio(segment) * operation.NetworkFactor(segment, network.Count - 1) * growth * Compiled.Service.Ramp((int)operating);
        if (Compiled.Shocks is { } shocks)
            demand *= shocks.DemandOver(segment, day - 365.25, day) * operation.BorderFactor(segment, network.Count - 1, shocks.BordersOn(day - HalfYear));
        return economics.RevenueUsdBnPerYear * demand - Compiled.OperationUsdBn(segment, contracts[segment].Quality);
    }
}
