using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Internal rates of return of several projects, found side by side: a step of Newton's method over the years of one project waits for every
/// addition, and eight projects wait together. Each comes out with the bits of <see cref="InternalRate"/>, to which those that
/// have to be scanned are left. Scratch of its owner; nothing allocates after construction.
/// </summary>
internal sealed class RatesOfReturn
{
    // The number of lanes is the same on every machine; so are the bits, as no lane knows of another.
    private static readonly int lanes = Vector512<double>.Count;

    private readonly int mostYears;
    private readonly double[] flows; // [eight projects, year, which of them]
    private readonly double[] hurdles;
    private readonly double[] atHurdle;
    private readonly double?[] rates;
    private readonly bool[] isAstray;
    private readonly int[] years;
    private readonly int[] slots;
    private readonly double[] alone;
    private int count;

    /// <summary>Room for some projects.</summary>
    /// <param name="most">Most projects.</param>
    /// <param name="mostYears">Most years of flows of each.</param>
    public RatesOfReturn(int most, int mostYears)
    {
        this.mostYears = mostYears;
        // Each may be looked for twice.
        var room = 2 * Padded(most);
        flows = new double[room * mostYears];
        (hurdles, atHurdle, rates, years) = (new double[room], new double[room], new double?[room], new int[room]);
        (isAstray, slots) = (new bool[room], new int[room]);
        alone = new double[mostYears];
    }

    /// <summary>The rate of a project, by the order in which they were added; null if it has none.</summary>
    public double? Rate(int project) => rates[project];

    /// <summary>Its present value at its hurdle.</summary>
    public double PresentValue(int project) => atHurdle[project];

    /// <summary>Takes all projects away.</summary>
    public void Clear() => count = 0;

    /// <summary>Adds a project.</summary>
    /// <param name="yearly">Flow t at index t.</param>
    /// <param name="hurdlePerYear">Hurdle rate per year.</param>
    public void Add(ReadOnlySpan<double> yearly, double hurdlePerYear)
    {
        (hurdles[count], years[count]) = (hurdlePerYear, yearly.Length);
        var first = FirstFlowOf(count);
        for (var year = 0; year < yearly.Length; year++) flows[first + year * lanes] = yearly[year];
        count++;
    }

    /// <summary>Finds the rates of all. Most need a few steps; those that would take many, and hold up their neighbours, are looked for again together.</summary>
    public void Find()
    {
        Find(0, count, isPatient: false);
        var (first, end) = (Padded(count), Padded(count));
        for (var project = 0; project < count; project++)
            if (isAstray[project]) Copy(project, slots[project] = end++);
        if (end == first) return;
        Find(first, end, isPatient: true);
        for (var project = 0; project < count; project++)
            if (isAstray[project]) rates[project] = rates[slots[project]];
    }

    private void Find(int from, int end, bool isPatient)
    {
        years.AsSpan(end, Padded(end) - end).Clear();
        for (var first = from; first < end; first += lanes)
        {
            var longest = 0;
            foreach (var own in years.AsSpan(first, lanes)) longest = Math.Max(longest, own);
            for (var project = first; project < first + lanes; project++)
                for (var year = years[project]; year < longest; year++) flows[FirstFlowOf(project) + year * lanes] = 0;
            FindEight(first, MemoryMarshal.Cast<double, Vector512<double>>(flows.AsSpan(first * mostYears, longest * lanes)), isPatient);
        }
    }

    private void FindEight(int first, ReadOnlySpan<Vector512<double>> yearly, bool isPatient)
    {
        var hurdle = Vector512.Create(hurdles.AsSpan(first));
        var (once, lastBeforeChange) = SignChanges(yearly);
        var search = new Newton(yearly, Vector512<double>.One / (Vector512<double>.One + hurdle), lastBeforeChange);
        search.Value.CopyTo(atHurdle, first);
        // Leading zeros would have to be cut off.
        var plain = once & ~Vector512.Equals(yearly[0], Vector512<double>.Zero);
        var none = plain & Vector512.Equals(search.Value, Vector512<double>.Zero);
        var found = (search.Settle(plain & ~none, isPatient) | none).ExtractMostSignificantBits();
        var rate = Vector512.ConditionalSelect(none, hurdle, Vector512<double>.One / search.Root - Vector512<double>.One);
        var solved = plain.ExtractMostSignificantBits();
        for (var lane = 0; lane < lanes; lane++)
        {
            var (isSolved, isFound) = ((solved >> lane & 1) != 0, (found >> lane & 1) != 0);
            rates[first + lane] = !isSolved ? Alone(first + lane) : isFound ? rate[lane] : null;
            isAstray[first + lane] = !isPatient && isSolved && !isFound;
        }
    }

    // Where flows change sign exactly once, and the last year before they do.
    private static (Vector512<double> Once, Vector512<double> LastBeforeChange) SignChanges(ReadOnlySpan<Vector512<double>> yearly)
    {
        Vector512<double> sign = default, changes = default, last = default, previous = default, now = default;
        foreach (ref readonly var flow in yearly)
        {
            var isFlow = ~Vector512.Equals(flow, Vector512<double>.Zero);
            var own = Vector512.ConditionalSelect(Vector512.GreaterThan(flow, Vector512<double>.Zero), Vector512<double>.One, -Vector512<double>.One);
            var changed = isFlow & Vector512.LessThan(own * sign, Vector512<double>.Zero);
            changes += Vector512.ConditionalSelect(changed, Vector512<double>.One, Vector512<double>.Zero);
            last = Vector512.ConditionalSelect(changed, previous, last);
            sign = Vector512.ConditionalSelect(isFlow, own, sign);
            previous = Vector512.ConditionalSelect(isFlow, now, previous);
            now += Vector512<double>.One;
        }
        return (Vector512.Equals(changes, Vector512<double>.One), last);
    }

    private double? Alone(int project)
    {
        var first = FirstFlowOf(project);
        for (var year = 0; year < years[project]; year++) alone[year] = flows[first + year * lanes];
        return InternalRate.TryFind(alone.AsSpan(0, years[project]), hurdles[project], out var rate) ? rate : null;
    }

    private void Copy(int project, int slot)
    {
        (hurdles[slot], years[slot]) = (hurdles[project], years[project]);
        var (from, to) = (FirstFlowOf(project), FirstFlowOf(slot));
        for (var year = 0; year < years[project]; year++) flows[to + year * lanes] = flows[from + year * lanes];
    }

    private static int Padded(int projects) => (projects + lanes - 1) / lanes * lanes;

    private int FirstFlowOf(int project) => (project - project % lanes) * mostYears + project % lanes;

    /// <summary>The search of <see cref="InternalRate"/> for roots of flows that change sign once.</summary>
    private ref struct Newton
    {
        private readonly ReadOnlySpan<Vector512<double>> yearly;
        private readonly Vector512<double> exponent;
        private readonly Vector512<double> positive;
        private Vector512<double> slope;
        private Vector512<double> inside;
        private Vector512<double> outside;
        private Vector512<double> isOutsideChecked;

        public Newton(ReadOnlySpan<Vector512<double>> yearly, Vector512<double> start, Vector512<double> lastBeforeChange)
        {
            this.yearly = yearly;
            exponent = lastBeforeChange + Vector512.Create((double)InternalRate.PivotLead);
            (Root, inside) = (start, start);
            Value = ValueAt(start, out slope);
            positive = Vector512.GreaterThan(Value, Vector512<double>.Zero);
            outside = Vector512.ConditionalSelect(positive, Vector512.Create(InternalRate.LowestDiscount), Vector512.Create(InternalRate.HighestDiscount));
        }

        /// <summary>Where the search has come to.</summary>
        public Vector512<double> Root { get; private set; }

        /// <summary>The present value there.</summary>
        public Vector512<double> Value { get; private set; }

        /// <summary>Looks for the roots of some lanes.</summary>
        /// <param name="active">The lanes.</param>
        /// <param name="isPatient">Whether to go on with lanes that go astray; they take ten times as long.</param>
        /// <returns>Those of them that have found theirs.</returns>
        public Vector512<double> Settle(Vector512<double> active, bool isPatient)
        {
            var found = Vector512<double>.Zero;
            for (var round = 0; round < InternalRate.MostRounds && IsAny(active); round++)
            {
                if (round > 0) Value = ValueAt(Root, out slope);
                var exact = active & Vector512.Equals(Value, Vector512<double>.Zero);
                found |= exact;
                active &= ~exact;
                CloseIn();
                var move = Value / (Root * slope - exponent * Value);
                var next = Root * (Vector512.Create(2.0) - move) / (Vector512.Create(2.0) + move);
                var tolerance = Vector512.Create(InternalRate.ConvergedStep);
                var astray = ~(Vector512.GreaterThan(next, Vector512.Min(inside, outside)) & Vector512.LessThan(next, Vector512.Max(inside, outside)));
                if (IsAny(active & astray))
                {
                    active = isPatient ? WithRoot(active, astray) : active & ~astray;
                    next = Vector512.ConditionalSelect(astray, Vector512.Sqrt(inside * outside), next);
                    tolerance = Vector512.ConditionalSelect(astray, Vector512.Create(InternalRate.BisectedStep), tolerance);
                }
                var step = Vector512.Abs(next - Root);
                Root = Vector512.ConditionalSelect(active, next, Root);
                var converged = active & Vector512.LessThanOrEqual(step, tolerance * Root);
                found |= converged;
                active &= ~converged;
            }
            return isPatient ? found | active & isOutsideChecked : found;
        }

        private void CloseIn()
        {
            var stays = ~(Vector512.GreaterThan(Value, Vector512<double>.Zero) ^ positive);
            inside = Vector512.ConditionalSelect(stays, Root, inside);
            outside = Vector512.ConditionalSelect(stays, outside, Root);
            isOutsideChecked |= ~stays;
        }

        // Without those lanes, gone astray, whose bracket turns out to hold no root.
        private Vector512<double> WithRoot(Vector512<double> active, Vector512<double> astray)
        {
            var open = active & astray & ~isOutsideChecked;
            if (!IsAny(open)) return active;
            var rootless = open & ~(Vector512.GreaterThan(ValueAt(outside, out _), Vector512<double>.Zero) ^ positive);
            isOutsideChecked |= open;
            return active & ~rootless;
        }

        private static bool IsAny(Vector512<double> lanes) => lanes.ExtractMostSignificantBits() != 0;

        private readonly Vector512<double> ValueAt(Vector512<double> discount, out Vector512<double> slopes)
        {
            var (value, rise) = (Vector512<double>.Zero, Vector512<double>.Zero);
            for (var year = yearly.Length - 1; year >= 0; year--)
            {
                rise = rise * discount + value;
                value = value * discount + yearly[year];
            }
            slopes = rise;
            return value;
        }
    }
}
