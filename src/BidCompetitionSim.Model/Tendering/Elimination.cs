namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// Maximises the sum of what each lot's alternative is worth by itself and beside its neighbours' alternatives, by eliminating lot after lot: a
/// table keeps the best that a lot can do for each combination of those it depends on, and the way back reads the choices off. Tables are
/// allocated once. Equal alternatives: the lower index.
/// </summary>
internal sealed class Elimination
{
    private readonly EliminationPlan plan;
    private readonly Step[] steps;
    private readonly double[] memory; // tables of pairs, then of steps
    private readonly byte[] bestOf; // as the tables of steps
    private readonly int pairMemory;
    private readonly int[] digits;
    private readonly int[] offsets;

    public Elimination(EliminationPlan plan)
    {
        this.plan = plan;
        if (plan.Alternatives > byte.MaxValue) throw new ArgumentException($"{plan.Alternatives} alternatives are more than {byte.MaxValue}.", nameof(plan));
        pairMemory = plan.Pairs.Length * plan.Alternatives * plan.Alternatives;
        steps = StepsOf(plan, pairMemory, out var end);
        memory = new double[end];
        bestOf = new byte[end - pairMemory];
        digits = new int[plan.Lots];
        offsets = new int[steps.Max(step => step.Factors.Length)];
    }

    /// <summary>What the alternatives of a pair are worth together, [alternative of its first lot, alternative of its second]; −∞ excludes both at once.</summary>
    public Span<double> Together(int pair) => memory.AsSpan(pair * plan.Alternatives * plan.Alternatives, plan.Alternatives * plan.Alternatives);

    /// <summary>Maximises.</summary>
    /// <param name="alone">[lot, alternative]: what it is worth by itself; −∞ if it is not available.</param>
    /// <param name="chosen">Receives the alternative chosen, by lot.</param>
    /// <returns>The largest sum.</returns>
    public double Maximise(ReadOnlySpan<double> alone, Span<int> chosen)
    {
        foreach (var step in steps) Fill(step, alone);
        double sum = 0;
        for (var k = steps.Length - 1; k >= 0; k--)
        {
            var step = steps[k];
            var entry = 0;
            foreach (var lot in step.Scope) entry = entry * plan.Alternatives + chosen[lot];
            chosen[step.Lot] = bestOf[step.Start - pairMemory + entry];
            // A lot that depends on none stands for all that were eliminated into it.
            if (step.Scope.Length == 0) sum += memory[step.Start];
        }
        return sum;
    }

    // All combinations of the scope, the last lot turning fastest; offsets follow as digits turn.
    private void Fill(Step step, ReadOnlySpan<double> alone)
    {
        var scope = step.Scope.Length;
        var own = alone.Slice(step.Lot * plan.Alternatives, plan.Alternatives);
        digits.AsSpan(0, scope).Clear();
        for (var f = 0; f < step.Factors.Length; f++) offsets[f] = step.Factors[f].Start;
        for (var entry = step.Start; ; entry++)
        {
            Best(step, own, entry);
            var turning = scope - 1;
            while (turning >= 0 && digits[turning] == plan.Alternatives - 1) Turn(step, turning--, 1 - plan.Alternatives);
            if (turning < 0) return;
            Turn(step, turning, 1);
        }
    }

    private void Turn(Step step, int digit, int by)
    {
        digits[digit] += by;
        for (var f = 0; f < step.Factors.Length; f++) offsets[f] += by * step.Factors[f].Strides[digit];
    }

    private void Best(Step step, ReadOnlySpan<double> own, int entry)
    {
        var (best, highest) = (0, double.NegativeInfinity);
        for (var a = 0; a < own.Length; a++)
        {
            var value = own[a];
            for (var f = 0; f < step.Factors.Length; f++) value += memory[offsets[f] + a * step.Factors[f].OwnStride];
            if (!(value > highest)) continue;
            (best, highest) = (a, value);
        }
        memory[entry] = highest;
        bestOf[entry - pairMemory] = (byte)best;
    }

    private static Step[] StepsOf(EliminationPlan plan, int start, out int end)
    {
        var steps = new Step[plan.Lots];
        var open = new List<(int Start, int[] Lots)>();
        for (var p = 0; p < plan.Pairs.Length; p++)
            open.Add((p * plan.Alternatives * plan.Alternatives, [plan.Pairs[p].First, plan.Pairs[p].Second]));
        for (var k = 0; k < steps.Length; k++)
        {
            var (lot, scope) = (plan.Buckets[k].Lot, plan.Buckets[k].Scope);
            var mine = open.FindAll(table => Array.IndexOf(table.Lots, lot) >= 0);
            open.RemoveAll(table => Array.IndexOf(table.Lots, lot) >= 0);
            steps[k] = new Step(lot, scope, start, [.. mine.Select(table => new Factor(
                table.Start, StrideIn(table.Lots, lot, plan.Alternatives), Array.ConvertAll(scope, other => StrideIn(table.Lots, other, plan.Alternatives))))]);
            if (scope.Length > 0) open.Add((start, scope));
            start += Power(plan.Alternatives, scope.Length);
        }
        end = start;
        return steps;
    }

    private static int StrideIn(int[] lots, int lot, int alternatives) =>
        Array.IndexOf(lots, lot) is >= 0 and var place ? Power(alternatives, lots.Length - 1 - place) : 0;

    private static int Power(int of, int times)
    {
        var power = 1;
        for (var k = 0; k < times; k++) power *= of;
        return power;
    }

    private sealed record Step(int Lot, int[] Scope, int Start, Factor[] Factors);

    private readonly record struct Factor(int Start, int OwnStride, int[] Strides);
}
