namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Weights that fit best under a penalty on leaving their start values.</summary>
/// <param name="Weights">The weights.</param>
/// <param name="AtBound">Which of them rest on 0, below which they mean nothing.</param>
/// <param name="Information">Minus the Hessian of the penalised log likelihood there, row by row.</param>
internal sealed record Fitted(double[] Weights, bool[] AtBound, double[] Information);

/// <summary>
/// Penalised maximum likelihood: Σ ln P(what happened) − λ/2·Σ s(θ − θ₀)², signed weights at least 0. Newton's method with an active set, damped until the
/// information is positive definite and halved until the objective rises.
/// </summary>
internal sealed class PenalisedFit(FitSettings settings, double penalty)
{
    private const int Steps = 100, Halvings = 40;
    private const double Near = 1e-8;

    private readonly int _n = settings.Count;
    private readonly double[] _gradient = new double[settings.Count];
    private readonly double[] _hessian = new double[settings.Count * settings.Count];
    private readonly double[] _trial = new double[settings.Count];

    /// <summary>The best weights for some cases.</summary>
    /// <param name="choices">Cases of which it is known what happened.</param>
    /// <param name="left">One that is left out; −1 for none.</param>
    /// <param name="from">Where to begin, such as the optimum of nearly the same cases.</param>
    public Fitted Of(IReadOnlyList<IChoice> choices, int left, double[] from)
    {
        var weights = (double[])from.Clone();
        for (var k = 0; k < _n; k++) weights[k] = Allowed(k, weights[k]);
        var (held, step) = (new bool[_n], new double[_n]);
        var value = Objective(choices, left, weights);
        for (var i = 0; i < Steps; i++)
        {
            Hold(weights, held);
            var promised = Direction(held, step);
            if (promised > Near && Climb(choices, left, weights, step, ref value)) continue;
            // So near, rounding hides whether a step leads up; the last one is taken on trust, and squares what error is left.
            if (promised <= Near)
                for (var k = 0; k < _n; k++) weights[k] = Allowed(k, weights[k] + step[k]);
            break;
        }
        Objective(choices, left, weights);
        Hold(weights, held);
        return new Fitted(weights, held, Array.ConvertAll(_hessian, static h => -h));
    }

    /// <summary>
    /// Where one Newton step leads when one more case is left out: near enough to the refit to choose a penalty by (Pregibon 1981), and free of its cost.
    /// </summary>
    public double[] WithoutAlso(Fitted fitted, IChoice also)
    {
        var (gradient, matrix) = (new double[_n], (double[])fitted.Information.Clone());
        Array.Clear(_hessian);
        also.LogLikelihood(fitted.Weights, gradient, _hessian);
        for (var i = 0; i < matrix.Length; i++) matrix[i] += _hessian[i];
        for (var k = 0; k < _n; k++)
            if (fitted.AtBound[k])
            {
                Cholesky.Isolate(matrix, _n, k);
                gradient[k] = 0;
            }
        if (!Cholesky.Factor(matrix, _n)) return fitted.Weights;
        Cholesky.Solve(matrix, _n, gradient);
        var weights = new double[_n];
        for (var k = 0; k < _n; k++) weights[k] = Allowed(k, fitted.Weights[k] - gradient[k]);
        return weights;
    }

    /// <summary>The objective with its gradient and Hessian.</summary>
    internal (double Value, double[] Gradient, double[] Hessian) At(IReadOnlyList<IChoice> choices, double[] weights) =>
        (Objective(choices, -1, weights), [.. _gradient], [.. _hessian]);

    private double Allowed(int k, double weight) => settings.IsSigned[k] ? Math.Max(0, weight) : weight;

    private double Objective(IReadOnlyList<IChoice> choices, int left, ReadOnlySpan<double> weights)
    {
        Array.Clear(_gradient);
        Array.Clear(_hessian);
        var value = 0.0;
        for (var i = 0; i < choices.Count; i++)
            if (i != left) value += choices[i].LogLikelihood(weights, _gradient, _hessian);
        for (var k = 0; k < _n; k++)
        {
            var (off, stiffness) = (weights[k] - settings.Start[k], penalty * settings.Stiffness[k]);
            value -= 0.5 * stiffness * off * off;
            _gradient[k] -= stiffness * off;
            _hessian[k * _n + k] -= stiffness;
        }
        return value;
    }

    private void Hold(double[] weights, bool[] held)
    {
        for (var k = 0; k < _n; k++) held[k] = settings.IsSigned[k] && weights[k] <= 0 && _gradient[k] <= 0;
    }

    /// <summary>Newton's step, and how much it promises: twice what the objective would rise by if it were a parabola.</summary>
    private double Direction(bool[] held, double[] step)
    {
        var matrix = new double[_n * _n];
        for (var damping = 0.0; ; damping = damping == 0 ? 1e-3 : damping * 10)
        {
            for (var i = 0; i < matrix.Length; i++) matrix[i] = -_hessian[i];
            for (var k = 0; k < _n; k++) matrix[k * _n + k] += damping;
            for (var k = 0; k < _n; k++)
                if (held[k]) Cholesky.Isolate(matrix, _n, k);
            if (Cholesky.Factor(matrix, _n)) break;
        }
        for (var k = 0; k < _n; k++) step[k] = held[k] ? 0 : _gradient[k];
        Cholesky.Solve(matrix, _n, step);
        var promised = 0.0;
        for (var k = 0; k < _n; k++) promised += _gradient[k] * step[k];
        return promised;
    }

    private bool Climb(IReadOnlyList<IChoice> choices, int left, double[] weights, double[] step, ref double value)
    {
        var length = 1.0;
        for (var i = 0; i < Halvings; i++, length /= 2)
        {
            for (var k = 0; k < _n; k++) _trial[k] = Allowed(k, weights[k] + length * step[k]);
            var reached = Objective(choices, left, _trial);
            if (reached <= value) continue;
            value = reached;
            Array.Copy(_trial, weights, _n);
            return true;
        }
        return false;
    }
}
