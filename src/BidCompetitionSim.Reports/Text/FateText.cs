using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>What became of an award.</summary>
internal static class FateText
{
    public static string Of(SegmentResult segment, Cast cast)
    {
        var calendar = cast.Calendar;
        if (segment.Status == "cancelled") return segment.LeftBy is { } leaver ? $"Later left by {cast.Name(leaver)}, never built." : "Later cancelled, never built.";
        if (segment.Closed is not { } closed) return "Not yet financed when the run ends.";
        var delivered = segment.Delivered!;
        var opens = segment.Commissioned is { } day ? $"opens {calendar.Month(day)}" : "not open when the run ends";
        var late = delivered.DelayYears >= 0 ? $"{delivered.DelayYears:0.0} years late" : $"{-delivered.DelayYears:0.0} years early";
        return $"Closed {calendar.Month(closed)}, {opens}, {late}; costs {delivered.Cost:0.00} bn, {delivered.Overrun:0.00} times its builder's cost.{Worth(segment.Appraisal)}";
    }

    private static string Worth(AppraisalResult? appraisal) => appraisal is null ? ""
        : $" EIRR {(appraisal.Eirr is { } rate ? Figure.Of(rate, "0.0%") : "none")}, ENPV at the start {Figure.WithSign(appraisal.EnpvBase)} bn, viability {Figure.Of(appraisal.Viability, "0")}.";
}
