namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Internal rate of return by the rule of docs/model.md §5: of the roots of the present value in (−0.99, 10), the
/// smallest not under the hurdle if the present value at the hurdle is not negative, else the largest under it.
/// </summary>
/// <remarks>
/// Works on the polynomial in the discount factor v = 1/(1+r). Flows that change sign once have one positive root
/// (Descartes), found by Newton's method; flows that change sign more often are scanned from the hurdle outward.
/// A root at which the present value only touches zero is not looked for in a scan.
/// </remarks>
public static class InternalRate
{
    /// <summary>Rates are looked for above this, per year.</summary>
    public const double Lowest = -0.99;

    /// <summary>Rates are looked for below this, per year.</summary>
    public const double Highest = 10;

    internal const double HighestDiscount = 1 / (1 + Lowest);
    internal const double LowestDiscount = 1 / (1 + Highest);

    // A scan's step in the discount factor: two roots closer together than 0.4 % of it are passed over.
    private const double ScanFactor = 1 + 1.0 / 256;

    // A Newton step this small leaves an error of its square; a bisection's leaves one of its own size.
    internal const double ConvergedStep = 1e-9;
    internal const double BisectedStep = 1e-16;
    internal const int MostRounds = 200;

    // Years past the last flow of the first sign: about where costs and benefits of a long-lived asset balance.
    internal const int PivotLead = 4;

    /// <summary>Finds the rate.</summary>
    /// <param name="flows">Flow t at index t, in any unit.</param>
    /// <param name="hurdleRatePerYear">Hurdle rate per year, inside the range searched.</param>
    /// <param name="ratePerYear">The rate, to about 1e-14; 0 where there is none.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFind(ReadOnlySpan<double> flows, double hurdleRatePerYear, out double ratePerYear)
    {
        ratePerYear = 0;
        var (signChanges, lastBeforeChange) = SignChanges(flows);
        if (signChanges == 0)
        {
            return false;
        }

        // Leading zeros shift every flow by the same years and no root.
        var polynomial = new Polynomial(TrimLeadingZeros(flows, out var leadingZeros), lastBeforeChange - leadingZeros);
        var hurdleDiscount = 1 / (1 + hurdleRatePerYear);
        var atHurdle = polynomial.Value(hurdleDiscount);
        if (atHurdle == 0)
        {
            ratePerYear = hurdleRatePerYear;
            return true;
        }

        // Not under the hurdle means a discount factor not over the hurdle's.
        var end = atHurdle > 0 ? LowestDiscount : HighestDiscount;
        var found = signChanges == 1
            ? polynomial.TryNewton(hurdleDiscount, atHurdle, end, out var discount)
            : polynomial.TryScan(hurdleDiscount, atHurdle, end, out discount);
        ratePerYear = found ? 1 / discount - 1 : 0;
        return found;
    }

    internal static (int Count, int LastBeforeChange) SignChanges(ReadOnlySpan<double> flows)
    {
        var count = 0;
        var previous = -1;
        var lastBeforeChange = 0;
        for (var t = 0; t < flows.Length; t++)
        {
            if (flows[t] == 0)
            {
                continue;
            }

            if (previous >= 0 && (flows[t] > 0) != (flows[previous] > 0))
            {
                count++;
                lastBeforeChange = previous;
            }

            previous = t;
        }

        return (count, lastBeforeChange);
    }

    private static ReadOnlySpan<double> TrimLeadingZeros(ReadOnlySpan<double> flows, out int zeros)
    {
        zeros = 0;
        while (flows[zeros] == 0)
        {
            zeros++;
        }

        return flows[zeros..];
    }

    private readonly ref struct Polynomial(ReadOnlySpan<double> flows, int pivot)
    {
        private readonly ReadOnlySpan<double> flows = flows;

        internal double Value(double discount)
        {
            var value = 0.0;
            for (var t = flows.Length - 1; t >= 0; t--)
            {
                value = value * discount + flows[t];
            }

            return value;
        }

        private double Value(double discount, out double slope)
        {
            var value = 0.0;
            slope = 0;
            for (var t = flows.Length - 1; t >= 0; t--)
            {
                slope = slope * discount + value;
                value = value * discount + flows[t];
            }

            return value;
        }

        // Newton on p(v)/v^k in ln v, k a little past the last flow of the first sign: nearly odd around the root,
        // so it converges from far away. Bounded by the bracket, which the range's end closes only when reached.
        internal bool TryNewton(double start, double atStart, double end, out double root)
        {
            var inside = start;
            var outside = end;
            var outsideChecked = false;
            var exponent = pivot + PivotLead;
            root = start;
            for (var round = 0; round < MostRounds; round++)
            {
                var value = Value(root, out var slope);
                if (value == 0)
                {
                    return true;
                }

                if ((value > 0) == (atStart > 0))
                {
                    inside = root;
                }
                else
                {
                    outside = root;
                    outsideChecked = true;
                }

                var move = value / (root * slope - exponent * value);
                var next = root * (2 - move) / (2 + move);
                var tolerance = ConvergedStep;
                if (!IsBetween(next, inside, outside))
                {
                    if (!outsideChecked && (Value(end) > 0) == (atStart > 0))
                    {
                        return false;
                    }

                    outsideChecked = true;
                    next = Math.Sqrt(inside * outside);
                    tolerance = BisectedStep;
                }

                var step = Math.Abs(next - root);
                root = next;
                if (step <= tolerance * root)
                {
                    return true;
                }
            }

            return outsideChecked;
        }

        internal bool TryScan(double start, double atStart, double end, out double root)
        {
            var factor = end > start ? ScanFactor : 1 / ScanFactor;
            for (var near = start; near != end;)
            {
                var far = end > start ? Math.Min(near * factor, end) : Math.Max(near * factor, end);
                if ((Value(far) > 0) != (atStart > 0))
                {
                    return TryNewton(near, atStart, far, out root);
                }

                near = far;
            }

            root = 0;
            return false;
        }

        private static bool IsBetween(double x, double a, double b) => a < b ? x > a && x < b : x > b && x < a;
    }
}
