using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>Puts the part of a run's document together that tells of one segment.</summary>
internal static class SegmentAssembly
{
    public static SegmentResult Of(Kernel kernel, Outcome outcome, RunRecorder recorder, int s)
    {
        var (record, compiled) = (kernel.Record, kernel.Compiled);
        var segment = compiled.Scenario.Segments[s];
        var attempts = recorder.AttemptsOf(s);
        var project = outcome.Projects[s];
        var (winner, partner) = (record.Winners[s], record.Partners[s]);
        return new SegmentResult
        {
            Id = segment.Id, Name = segment.Name, Route = segment.Route, System = segment.System, Host = segment.Host,
            Hosts = HostsOf(kernel, s), LeftBy = LeaverOf(kernel, s), From = segment.From,
            To = segment.To, LengthKm = segment.LengthKm, ReferenceCost = compiled.Segments[s].CostUsdBn, Status = Words.Kebab(record.Status[s]),
            Attempts = record.Attempts[s], TenderOpened = Words.Day(record.OpenedDays[s]), Awarded = Words.Day(record.AwardedDays[s]),
            Closed = Words.Day(record.ClosedDays[s]), Commissioned = Words.Day(record.CommissionedDays[s]),
            Winner = winner < 0 ? null : compiled.Scenario.Sponsors[winner].Id,
            Partner = partner < 0 ? null : compiled.Scenario.Sponsors[partner].Id,
            Standard = winner < 0 ? null : compiled.SystemOf(s).StandardIds[record.Standards[s]],
            Offers = attempts.Count == 0 ? [] : attempts[^1].Offers,
            Tenders = [.. attempts.Select((attempt, n) => n == attempts.Count - 1 ? attempt with { Offers = [] } : attempt)],
            Contract = winner < 0 ? null : ContractOf(kernel, recorder, s),
            Delivered = record.ClosedDays[s] < 0 ? null : DeliveredOf(kernel, s),
            CashFlow = project.Built ? FlowsOf(project) : null, Appraisal = project.Built ? AppraisalOf(project) : null,
        };
    }

    private static HostResult[]? HostsOf(Kernel kernel, int s)
    {
        var hosts = kernel.Compiled.Segments[s].Hosts;
        if (!hosts.AreSeveral) return null;
        var states = kernel.Compiled.Scenario.States;
        return Array.ConvertAll(hosts.Shares.ToArray(), host => new HostResult { State = states[host.State].Id, Share = host.Share });
    }

    private static string? LeaverOf(Kernel kernel, int s) =>
        kernel.Compiled.Segments[s].Hosts.AreSeveral && kernel.Record.Status[s] == Status.Cancelled
            ? kernel.Compiled.Scenario.States[kernel.Leavers[s]].Id : null;

    private static ContractResult ContractOf(Kernel kernel, RunRecorder recorder, int s)
    {
        var contract = kernel.Contracts[s];
        return new ContractResult
        {
            Price = contract.PriceUsdBn, Discount = recorder.DiscountOf(s) is > 0 and var discount ? discount : null, Grant = kernel.GrantUsdBn(s), Rent = kernel.RentsUsdBn[s],
            Tranches = LoanSheet.Of(kernel.Compiled, s, kernel.Record.OpenedDays[s], contract),
        };
    }

    private static DeliveredResult DeliveredOf(Kernel kernel, int s) => new()
    {
        Cost = kernel.Works.DeliveredUsdBn[s], Overrun = kernel.Works.CostRatios[s], Years = kernel.Works.BuildYears[s],
        DelayYears = kernel.Works.BuildYears[s] - kernel.Record.ContractYears[s],
    };

    private static CashFlowResult FlowsOf(ProjectOutcome project) => new()
    {
        Economic = project.Economic[..project.Years], Financial = project.Financial[..project.Years],
        Cash = project.Cash[..project.CashYears], DebtService = project.Service[..project.CashYears],
    };

    private static AppraisalResult AppraisalOf(ProjectOutcome project) => new()
    {
        Eirr = project.Eirr, Firr = project.Firr, Enpv = project.EnpvUsdBn, EnpvBase = project.EnpvBaseUsdBn, Fnpv = project.FnpvUsdBn,
        DscrMin = project.DscrMin, HasService = project.HasService, DebtBurden = project.DebtBurden, DebtThreshold = project.DebtThreshold,
        Viability = project.Viability,
    };
}
