using System.Numerics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Model.Shocks;

/// <summary>What the shocks of a scenario do, by day, segment and state. They are facts of the scenario: the same in every run and every arm.</summary>
public sealed class ShockCalendar
{
    private readonly Compiled compiled;
    private readonly ulong[] hit; // by segment: the shocks that befall it
    private readonly ulong bordering;

    /// <summary>Prepares the shocks of a scenario that has some, at most 64.</summary>
    public ShockCalendar(Compiled compiled)
    {
        this.compiled = compiled;
        Shocks = compiled.Scenario.Shocks;
        hit = Array.ConvertAll(compiled.Segments, segment => MaskOf(shock => BefallsOne(shock.States, segment.Hosts)
            && Befalls(shock.Systems, compiled.Scenario.Systems[segment.System].Id)));
        bordering = MaskOf(shock => shock.BorderHours > 0);
    }

    /// <summary>The shocks, sorted by id.</summary>
    public Shock[] Shocks { get; }

    /// <summary>Whether any shock closes borders.</summary>
    public bool ClosesBorders => bordering != 0;

    /// <summary>Whether a list of ids, none for all, names one.</summary>
    public static bool Befalls(string[] named, string id) => named.Length == 0 || Array.IndexOf(named, id) >= 0;

    // A line stands still where any of the states that share it does.
    private bool BefallsOne(string[] named, ContractingStates hosts)
    {
        foreach (var host in hosts.Shares)
            if (Befalls(named, compiled.Scenario.States[host.State].Id)) return true;
        return false;
    }

    /// <summary>Mean factor on a segment's demand over a span of days, the way back included.</summary>
    public double DemandOver(int segment, double fromDay, double toDay)
    {
        var factor = 1.0;
        for (var left = hit[segment]; left != 0; left &= left - 1)
        {
            var shock = Shocks[BitOperations.TrailingZeroCount(left)];
            if (shock.Demand is { } demand) factor *= 1 - (1 - demand) * MeanForce(shock, fromDay, toDay);
        }
        return factor;
    }

    /// <summary>What becomes of works under way: they slow down, and cost more for as long as it lasts.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="closedDay">Day on which works begin.</param>
    /// <param name="costUsdBn">What they would cost undisturbed, USD bn.</param>
    /// <param name="years">How long they would take.</param>
    public (double CostUsdBn, double Years) Disturb(int segment, int closedDay, double costUsdBn, double years)
    {
        if (!Meets(segment, closedDay, closedDay + years * 365.25)) return (costUsdBn, years);
        double day = closedDay, left = years * 365.25, dearer = 0;
        while (left > 0)
        {
            var (pace, cost) = WorksOn(segment, day);
            var until = NextChange(segment, day);
            var done = Math.Min(left, pace * (until - day));
            if (pace > 0 && done == left) until = day + left / pace;
            dearer += (cost - 1) * done;
            left -= done;
            day = until;
        }
        return (costUsdBn * (1 + dearer / (years * 365.25)), (day - closedDay) / 365.25);
    }

    /// <summary>The day on which a host opens tenders again; the day itself if they are not suspended.</summary>
    public int OpeningOn(int segment, int day)
    {
        for (var left = hit[segment]; left != 0; left &= left - 1)
            if (Shocks[BitOperations.TrailingZeroCount(left)] is { TendersSuspended: true } shock && In(shock, day)) return OpeningOn(segment, shock.EndDay());
        return day;
    }

    /// <summary>Change of a state's growth over a year of the run, the share of the year counted.</summary>
    public double GrowthIn(int state, int year)
    {
        double change = 0;
        foreach (var shock in Shocks)
        {
            if (shock.GrowthPerYear is not { } growth || !Befalls(shock.States, compiled.Scenario.States[state].Id)) continue;
            var (from, to) = (Math.Max(shock.FromDay, year * 365.25), Math.Min(shock.EndDay(), (year + 1) * 365.25));
            if (to > from) change += growth * ((to - from) / 365.25);
        }
        return change;
    }

    /// <summary>The shocks that close borders on a day, as a mask of their indices; 0: all are open.</summary>
    public ulong BordersOn(int day)
    {
        var closed = 0UL;
        for (var left = bordering; left != 0; left &= left - 1)
            if (In(Shocks[BitOperations.TrailingZeroCount(left)], day)) closed |= left & ~(left - 1);
        return closed;
    }

    /// <summary>The next day after a day on which borders close or open; the largest number if there is none.</summary>
    public int NextBorderChange(int day)
    {
        var next = int.MaxValue;
        for (var left = bordering; left != 0; left &= left - 1)
        {
            var shock = Shocks[BitOperations.TrailingZeroCount(left)];
            if (shock.FromDay > day) next = Math.Min(next, shock.FromDay);
            if (shock.EndDay() > day) next = Math.Min(next, shock.EndDay());
        }
        return next;
    }

    /// <summary>Time that a border between two states costs besides the usual under some shocks.</summary>
    /// <param name="closed">The shocks, as <see cref="BordersOn"/> gives them.</param>
    /// <param name="system">Index of the system.</param>
    /// <param name="a">One state.</param>
    /// <param name="b">The other.</param>
    /// <returns>Hours; 0 within a state.</returns>
    public double BorderHours(ulong closed, int system, int a, int b)
    {
        if (a == b) return 0;
        double hours = 0;
        for (var left = closed; left != 0; left &= left - 1)
        {
            var shock = Shocks[BitOperations.TrailingZeroCount(left)];
            var (first, second) = (compiled.Scenario.States[a].Id, compiled.Scenario.States[b].Id);
            if (Befalls(shock.Systems, compiled.Scenario.Systems[system].Id) && (Befalls(shock.States, first) || Befalls(shock.States, second))) hours += shock.BorderHours!.Value;
        }
        return hours;
    }

    /// <summary>Whether a shock is in full force on a day.</summary>
    public static bool In(Shock shock, double day) => day >= shock.FromDay && day < shock.EndDay();

    // Full force for its duration, then down to nothing in a straight line; the mean over a span is exact.
    private static double MeanForce(Shock shock, double from, double to)
    {
        if (shock.DurationYears == 0) return 0;
        double end = shock.EndDay(), recovery = shock.RecoveryYears * 365.25;
        var force = Math.Max(0, Math.Min(to, end) - Math.Max(from, shock.FromDay));
        var (a, b) = (Math.Max(from, end), Math.Min(to, end + recovery));
        if (b > a) force += (b - a) * (1 - ((a + b) / 2 - end) / recovery);
        return force / (to - from);
    }

    private bool Meets(int segment, double from, double to)
    {
        for (var left = hit[segment]; left != 0; left &= left - 1)
            if (Shocks[BitOperations.TrailingZeroCount(left)] is var shock && (shock.Pace ?? shock.WorksCost) is not null && shock.EndDay() > shock.FromDay && shock.FromDay < to && shock.EndDay() > from) return true;
        return false;
    }

    private (double Pace, double Cost) WorksOn(int segment, double day)
    {
        var (pace, cost) = (1.0, 1.0);
        for (var left = hit[segment]; left != 0; left &= left - 1)
        {
            var shock = Shocks[BitOperations.TrailingZeroCount(left)];
            if (!In(shock, day)) continue;
            pace *= shock.Pace ?? 1;
            cost *= shock.WorksCost ?? 1;
        }
        return (pace, cost);
    }

    private double NextChange(int segment, double day)
    {
        var next = double.PositiveInfinity;
        for (var left = hit[segment]; left != 0; left &= left - 1)
        {
            var shock = Shocks[BitOperations.TrailingZeroCount(left)];
            if (shock.FromDay > day) next = Math.Min(next, shock.FromDay);
            if (shock.EndDay() > day) next = Math.Min(next, shock.EndDay());
        }
        return next;
    }

    private ulong MaskOf(Predicate<Shock> wanted)
    {
        var mask = 0UL;
        for (var k = 0; k < Shocks.Length; k++)
            if (wanted(Shocks[k])) mask |= 1UL << k;
        return mask;
    }
}
