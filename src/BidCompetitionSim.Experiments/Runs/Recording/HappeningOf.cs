using BidCompetitionSim.Model.Messages;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>What a message tells that is no part of a tender.</summary>
internal static class HappeningOf
{
    public static Happening? Message(IPublicMessage message) => message switch
    {
        GovernmentChanged m => New(m.Day, "government-changed", m.State, null),
        AwardUpheld m => New(m.Day, "award-upheld", m.Segment, null),
        ProjectCancelled m => New(m.Day, "project-cancelled", m.Segment, null),
        LoanRenegotiated m => New(m.Day, "loan-renegotiated", m.Segment, m.EquitySwap ? "equity swap" : "terms eased"),
        PolicyChanged m => New(m.Day, "policy-changed", m.Sponsor, DetailOf(m)),
        _ => null,
    };

    private static Happening New(int day, string kind, string subject, string? detail) => new() { Day = day, Kind = kind, Subject = subject, Detail = detail };

    private static string DetailOf(PolicyChanged policy)
    {
        var parts = new List<string>();
        if (policy.EnvelopeUsdBn != 0) parts.Add($"{policy.Window} {policy.EnvelopeUsdBn:+0.##;-0.##} bn");
        if (policy.FiscalWeightChange != 0) parts.Add($"weight of fiscal cost {policy.FiscalWeightChange:+0.##;-0.##}");
        if (policy.OpensWaivers) parts.Add("guarantees may be waived");
        return string.Join(", ", parts);
    }
}
