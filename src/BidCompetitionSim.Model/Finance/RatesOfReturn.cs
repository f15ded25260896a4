using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Internal rates of return of several projects, found side by side: a step of Newton's method over the years of one project waits for every
/// addition, and sixteen projects wait together. Where one is done the next takes its lane, so that those few that take ten times as many steps hold
/// nobody up. Each comes out with the bits of <see cref="InternalRate"/>, to which those that have to be scanned are left. Scratch of its owner;
/// nothing allocates after construction.
/// </summary>
internal sealed class RatesOfReturn
{
    // The number of lanes is the same on every machine; so are the bits, as no lane knows of another.
    private const int Groups = 2;
    private static readonly int width = Vector512<double>.Count;

    private readonly int stride;
    private readonly double[] flows; // [project, year]
    private readonly int[] years;
    private readonly double[] hurdles;
    private readonly double[] atHurdle;
    private readonly double[] exponents; // NaN for those that have to be scanned
    private readonly double?[] rates;
    private readonly int[] projects; // by lane
    private readonly Memory<double> yearly; // [year, lane]: the flows of those that are looked at
    private readonly Search search = new(Groups);
    private int count;
    private int next;
    private int longest;

    /// <summary>Room for some projects.</summary>
    /// <param name="most">Most projects.</param>
    /// <param name="mostYears">Most years of flows of each.</param>
    public RatesOfReturn(int most, int mostYears)
    {
        stride = mostYears + width;
        flows = new double[most * stride];
        (years, hurdles, atHurdle, exponents, rates) = (new int[most], new double[most], new double[most], new double[most], new double?[most]);
        projects = new int[Groups * width];
        yearly = CacheLines.AllocateDoubles(projects.Length * mostYears);
    }

    /// <summary>The rate of a project, by the order in which they were added; null if it has none.</summary>
    public double? Rate(int project) => rates[project];

    /// <summary>Its present value at its hurdle.</summary>
    public double PresentValue(int project) => atHurdle[project];

    /// <summary>Takes all projects away and makes room for others.</summary>
    public void Start(int projects) => (count, longest) = (projects, 0);

    /// <summary>Where the flows of a project belong, flow t at index t; what follows its last one does not matter.</summary>
    public Span<double> FlowsOf(int project) => flows.AsSpan(project * stride, stride);

    /// <summary>Takes a project whose flows are there.</summary>
    /// <param name="project">The project.</param>
    /// <param name="life">Years of flows.</param>
    /// <param name="hurdlePerYear">Hurdle rate per year.</param>
    public void Take(int project, int life, double hurdlePerYear)
    {
        (years[project], hurdles[project]) = (life, hurdlePerYear);
        longest = Math.Max(longest, life);
        exponents[project] = LastBeforeOnlyChange(FlowsOf(project), life) + InternalRate.PivotLead;
    }

    /// <summary>Finds the rates of all.</summary>
    public void Find()
    {
        next = 0;
        var busy = 0u;
        var looked = yearly.Span[..(projects.Length * longest)];
        var several = MemoryMarshal.Cast<double, Vector512<double>>(looked);
        for (var lane = 0; lane < projects.Length; lane++)
            if (TakeNext(lane, looked)) busy |= 1u << lane;
        while (busy != 0)
        {
            search.Evaluate(several);
            for (var group = 0; group < Groups; group++)
            {
                if ((busy >> group * width & 0xFF) == 0) continue;
                var going = search.Step(group, several, out var found);
                for (var done = (busy >> group * width & 0xFF) & ~going; done != 0; done &= done - 1)
                {
                    var lane = group * width + BitOperations.TrailingZeroCount(done);
                    Conclude(lane, (found >> lane - group * width & 1) != 0);
                    if (!TakeNext(lane, looked)) busy &= ~(1u << lane);
                }
            }
        }
    }

    // The last year of the first sign, where flows change sign once: NaN elsewhere, and where leading zeros would have to be cut off. Signs of years
    // are guessed wrong by a branch; as bits they are compared all at once.
    private static double LastBeforeOnlyChange(ReadOnlySpan<double> flowsAndMore, int years)
    {
        if (years is 0 or > 63) return ByYear(flowsAndMore[..years]);
        var (losses, nothing) = (0UL, 0UL);
        for (var year = 0; year < years; year += width)
        {
            var some = Vector512.Create(flowsAndMore[year..]);
            losses |= Vector512.LessThan(some, Vector512<double>.Zero).ExtractMostSignificantBits() << year;
            nothing |= Vector512.Equals(some, Vector512<double>.Zero).ExtractMostSignificantBits() << year;
        }
        if ((nothing & (1UL << years) - 1) != 0) return ByYear(flowsAndMore[..years]);
        var changes = (losses ^ losses >> 1) & (1UL << years - 1) - 1;
        return BitOperations.PopCount(changes) == 1 ? BitOperations.TrailingZeroCount(changes) : double.NaN;
    }

    private static double ByYear(ReadOnlySpan<double> flowsUsdBn)
    {
        var (changes, last) = InternalRate.SignChanges(flowsUsdBn);
        return changes == 1 && flowsUsdBn[0] != 0 ? last : double.NaN;
    }

    private void Conclude(int lane, bool isFound)
    {
        var project = projects[lane];
        atHurdle[project] = search.AtStart(lane);
        if (double.IsNaN(exponents[project])) rates[project] = Alone(project);
        else if (atHurdle[project] == 0) rates[project] = hurdles[project];
        else rates[project] = isFound ? 1 / search.Root(lane) - 1 : null;
    }

    private double? Alone(int project) =>
        InternalRate.TryFind(flows.AsSpan(project * stride, years[project]), hurdles[project], out var rate) ? rate : null;

    private bool TakeNext(int lane, Span<double> looked)
    {
        if (next == count) return false;
        var project = projects[lane] = next++;
        var own = flows.AsSpan(project * stride, years[project]);
        var column = looked[lane..];
        for (var year = 0; year < own.Length; year++) column[year * Groups * width] = own[year];
        for (var year = own.Length; year < longest; year++) column[year * Groups * width] = 0;
        search.Start(lane, 1 / (1 + hurdles[project]), exponents[project]);
        return true;
    }

    /// <summary>The search of <see cref="InternalRate"/> for roots of flows that change sign once, in lanes that begin and end each when it likes.</summary>
    private sealed class Search(int groups)
    {
        private readonly Vector512<double>[] roots = new Vector512<double>[groups];
        private readonly Vector512<double>[] values = new Vector512<double>[groups];
        private readonly Vector512<double>[] slopes = new Vector512<double>[groups];
        private readonly Vector512<double>[] exponents = new Vector512<double>[groups]; // NaN in lanes that look for nothing but the value at the start
        private readonly Vector512<double>[] starts = new Vector512<double>[groups]; // present values at the start
        private readonly Vector512<double>[] insides = new Vector512<double>[groups];
        private readonly Vector512<double>[] outsides = new Vector512<double>[groups];
        private readonly Vector512<double>[] outsideChecks = new Vector512<double>[groups]; // as masks
        private readonly Vector512<double>[] rounds = new Vector512<double>[groups];

        public double Root(int lane) => Of(roots, lane);

        public double AtStart(int lane) => Of(starts, lane);

        public void Start(int lane, double root, double exponent)
        {
            (Of(roots, lane), Of(exponents, lane)) = (root, exponent);
            (Of(rounds, lane), Of(outsideChecks, lane)) = (0, 0);
        }

        /// <summary>Present values and their slopes at all roots: two groups side by side, as each waits for its own additions.</summary>
        public void Evaluate(ReadOnlySpan<Vector512<double>> yearly)
        {
            var (first, second) = (roots[0], roots[1]);
            Vector512<double> value0 = default, slope0 = default, value1 = default, slope1 = default;
            for (var year = yearly.Length - Groups; year >= 0; year -= Groups)
            {
                slope0 = slope0 * first + value0;
                slope1 = slope1 * second + value1;
                value0 = value0 * first + yearly[year];
                value1 = value1 * second + yearly[year + 1];
            }
            (values[0], slopes[0], values[1], slopes[1]) = (value0, slope0, value1, slope1);
        }

        /// <summary>A step of a group.</summary>
        /// <param name="group">The group.</param>
        /// <param name="yearly">Flows, should some value be needed elsewhere.</param>
        /// <param name="found">Lanes that have found their root.</param>
        /// <returns>Lanes that go on.</returns>
        public uint Step(int group, ReadOnlySpan<Vector512<double>> yearly, out uint found)
        {
            var (root, value, exponent) = (roots[group], values[group], exponents[group]);
            var isFirst = Vector512.Equals(rounds[group], Vector512<double>.Zero);
            starts[group] = Vector512.ConditionalSelect(isFirst, value, starts[group]);
            rounds[group] += Vector512<double>.One;
            var positive = Vector512.GreaterThan(starts[group], Vector512<double>.Zero);
            var end = Vector512.ConditionalSelect(positive, Vector512.Create(InternalRate.LowestDiscount), Vector512.Create(InternalRate.HighestDiscount));
            var stays = ~(Vector512.GreaterThan(value, Vector512<double>.Zero) ^ positive);
            var inside = Vector512.ConditionalSelect(stays, root, insides[group]);
            var outside = Vector512.ConditionalSelect(stays, Vector512.ConditionalSelect(isFirst, end, outsides[group]), root);
            var isChecked = outsideChecks[group] | ~stays;
            (insides[group], outsides[group]) = (inside, outside);

            var sought = Vector512.Equals(exponent, exponent);
            var exact = sought & Vector512.Equals(value, Vector512<double>.Zero);
            var active = sought & ~exact;
            var move = value / (root * slopes[group] - exponent * value);
            var next = root * (Vector512.Create(2.0) - move) / (Vector512.Create(2.0) + move);
            var tolerance = Vector512.Create(InternalRate.ConvergedStep);
            var astray = ~(Vector512.GreaterThan(next, Vector512.Min(inside, outside)) & Vector512.LessThan(next, Vector512.Max(inside, outside)));
            if (IsAny(active & astray))
            {
                var open = active & astray & ~isChecked;
                if (IsAny(open)) active &= ~(open & ~(Vector512.GreaterThan(ValueAt(outside, yearly[group..]), Vector512<double>.Zero) ^ positive));
                isChecked |= open;
                next = Vector512.ConditionalSelect(astray, Vector512.Sqrt(inside * outside), next);
                tolerance = Vector512.ConditionalSelect(astray, Vector512.Create(InternalRate.BisectedStep), tolerance);
            }
            outsideChecks[group] = isChecked;
            roots[group] = Vector512.ConditionalSelect(active, next, root);
            var converged = active & Vector512.LessThanOrEqual(Vector512.Abs(next - root), tolerance * roots[group]);
            var spent = active & Vector512.GreaterThanOrEqual(rounds[group], Vector512.Create((double)InternalRate.MostRounds));
            found = (uint)(exact | converged | spent & isChecked).ExtractMostSignificantBits();
            return (uint)(active & ~converged & ~spent).ExtractMostSignificantBits();
        }

        private static bool IsAny(Vector512<double> lanes) => lanes.ExtractMostSignificantBits() != 0;

        private static ref double Of(Vector512<double>[] table, int lane) => ref MemoryMarshal.Cast<Vector512<double>, double>(table.AsSpan())[lane];

        private static Vector512<double> ValueAt(Vector512<double> discount, ReadOnlySpan<Vector512<double>> yearly)
        {
            var value = Vector512<double>.Zero;
            for (var year = (yearly.Length - 1) / Groups * Groups; year >= 0; year -= Groups) value = value * discount + yearly[year];
            return value;
        }
    }
}
