using System.Collections;
using System.Globalization;
using System.Reflection;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>Everything that a run came to, as named numbers: what "bit for bit the same" is asked of.</summary>
internal static class Facts
{
    /// <summary>Every field of the outcome, then for each segment how it ended, who won it, in which standard, at what price, and when.</summary>
    public static IEnumerable<(string Name, double? Value)> Of(Replication run)
    {
        foreach (var fact in Of(run.Outcome, "")) yield return fact;
        foreach (var fact in Course(run.Kernel)) yield return fact;
    }

    /// <summary>One line a fact, doubles so that they come back bit for bit.</summary>
    public static string[] Lines(Replication run) => [.. Of(run).Select(fact => $"{fact.Name}: {Text(fact.Value)}")];

    public static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "none";

    /// <summary>Every number in an outcome, by reflection: a field added later is compared as well.</summary>
    public static IEnumerable<(string Name, double? Value)> Of(object record, string path)
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
        {
            if (property.Name is nameof(CohesionMeasure.Counted) or nameof(CohesionMeasure.Presence) or nameof(Breakdown.Crossings)) continue;
            var name = path + property.Name;
            var value = property.GetValue(record);
            if (value is double[] flows)
            {
                foreach (var (flow, year) in flows.Take(YearsOf(record, property.Name)).Select((flow, year) => (flow, year))) yield return ($"{name}[{year}]", record is Breakdown && double.IsNaN(flow) ? null : flow);
            }
            else if (value is bool[] flags)
            {
                foreach (var (flag, index) in flags.Select((flag, index) => (flag, index))) yield return ($"{name}[{index}]", flag ? 1 : 0);
            }
            else if (value is IEnumerable items)
            {
                foreach (var (item, index) in items.Cast<object>().Select((item, index) => (item, index)))
                    foreach (var fact in Of(item, $"{name}[{index}].")) yield return fact;
            }
            else if (value is CohesionMeasure or Breakdown or TradeOutcome)
            {
                foreach (var fact in Of(value, name + ".")) yield return fact;
            }
            else
            {
                yield return (name, value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture));
            }
        }
    }

    // A project's flows are scratch beyond the years that it has; a breakdown's shares cover the horizon, and are missing where nothing can be gained.
    private static int YearsOf(object record, string name)
    {
        if (record is not ProjectOutcome project) return int.MaxValue;
        return name is nameof(ProjectOutcome.Cash) or nameof(ProjectOutcome.Service) ? project.CashYears : project.Years;
    }

    private static IEnumerable<(string Name, double? Value)> Course(Kernel kernel)
    {
        var record = kernel.Record;
        foreach (var segment in kernel.Compiled.Segments)
        {
            var s = segment.Index;
            yield return ($"{segment.Id} status", (int)record.Status[s]);
            yield return ($"{segment.Id} attempts", record.Attempts[s]);
            yield return ($"{segment.Id} opened", record.OpenedDays[s]);
            yield return ($"{segment.Id} awarded", record.AwardedDays[s]);
            yield return ($"{segment.Id} closed", record.ClosedDays[s]);
            yield return ($"{segment.Id} commissioned", record.CommissionedDays[s]);
            yield return ($"{segment.Id} standard", record.Standards[s]);
            yield return ($"{segment.Id} welfare", kernel.WelfareUsdBn[s]);
            if (record.Winners[s] < 0) continue;
            var contract = kernel.Contracts[s];
            yield return ($"{segment.Id} won by {kernel.Compiled.Scenario.Sponsors[contract.Sponsor].Id} for", contract.PriceUsdBn);
            yield return ($"{segment.Id} loan", contract.FaceUsdBn);
            yield return ($"{segment.Id} concession", contract.Concession);
            yield return ($"{segment.Id} guarantee", contract.Guarantee ? 1 : 0);
            yield return ($"{segment.Id} bid cost", contract.BidCostUsdBn);
            yield return ($"{segment.Id} believed probability", contract.WinProbability);
            yield return ($"{segment.Id} rent", kernel.RentsUsdBn[s]);
            yield return ($"{segment.Id} delivered", kernel.Works.DeliveredUsdBn[s]);
        }
    }
}
