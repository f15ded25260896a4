using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Deriving;

/// <summary>Rules that compute a number a file leaves out.</summary>
internal static class Rules
{
    public const string UnitCost = "unit-cost", BuildTime = "build-time", Gravity = "gravity", FinancialGap = "financial-gap", TieProxies = "tie-proxies";

    /// <summary>The rules that can compute a field.</summary>
    public static string[] For(Field field) => (field.Owner.Name, field.Name) switch
    {
        (nameof(Segment), "costUsdBn") => [UnitCost],
        (nameof(Segment), "buildYears") => [BuildTime],
        (nameof(Segment), "forecastEirr") => [Gravity],
        (nameof(Segment), "forecastFirr") => [FinancialGap],
        (nameof(Tie), "strength") => [TieProxies],
        _ => [],
    };

    public static bool Computes(string rule, Field field) => Array.IndexOf(For(field), rule) >= 0;

    /// <summary>Computes every number left out; one that cannot be computed becomes a problem.</summary>
    public static void Apply(Scenario scenario, RuleInputs inputs, Context context)
    {
        var ties = new TieRule(scenario.States, inputs);
        foreach (var pending in context.Pending)
        {
            var rule = pending.Quantity.Derivation;
            if (rule is Gravity or FinancialGap) continue; // the model derives these itself, from null
            var (value, missing) = (rule, pending.Owner) switch
            {
                (UnitCost, Segment segment) => Cost(scenario, segment),
                (BuildTime, Segment segment) => Years(inputs.Rules?.BuildTime, segment),
                (TieProxies, Tie tie) => ties.Strength(pending.Path.ParentKey(2), tie.To),
                _ => (null, "a rule that is not known"),
            };
            Store(pending, value, missing, context.Problems);
        }
    }

    private static void Store(Pending pending, double? value, string missing, Problems problems)
    {
        var (field, at) = (pending.Field, pending.Quantity.Node.Position);
        if (value is not { } number) problems.Add(at, pending.Path.ToString(), missing, $"what the rule {pending.Quantity.Derivation} needs");
        else if (double.IsNaN(number)) return; // an input has its own problem
        else if (number < field.Min || number > field.Max)
            problems.Add(at, pending.Path.ToString(), $"{Shown.Number(number)} by the rule {pending.Quantity.Derivation}",
                $"a number from {Shown.Number(field.Min)} to {Shown.Number(field.Max)} {field.Unit}");
        else field.Set(pending.Owner, number);
    }

    // A class that is not known, or has no cost, has a problem of its own.
    private static (double?, string) Cost(Scenario scenario, Segment segment)
    {
        var system = Array.Find(scenario.Systems, system => system.Id == segment.System);
        var lineClass = system is null ? null : Array.Find(system.Classes, lineClass => lineClass.Id == segment.Class);
        return (segment.LengthKm * (lineClass?.CostUsdBnPerKm ?? double.NaN) + (segment.CapacityMw ?? 0) * (lineClass?.CapacityCostUsdBnPerMw ?? 0), "");
    }

    private static (double?, string) Years(BuildTime? rule, Segment segment) =>
        (rule is null ? null : rule.BaseYears + rule.PerRootKm * Math.Sqrt(segment.LengthKm), "no rules.buildTime");
}
