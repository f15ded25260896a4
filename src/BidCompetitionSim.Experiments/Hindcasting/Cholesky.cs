namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Small symmetric positive definite systems, row by row in one array, always with the same bits.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower triangle by its factor; false if the matrix is not positive definite.</summary>
    public static bool Factor(Span<double> matrix, int n)
    {
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * n + j];
                for (var k = 0; k < j; k++) sum -= matrix[i * n + k] * matrix[j * n + k];
                if (i != j) matrix[i * n + j] = sum / matrix[j * n + j];
                else if (sum > 1e-12) matrix[i * n + i] = Math.Sqrt(sum);
                else return false;
            }
        return true;
    }

    /// <summary>Replaces a right-hand side by the solution.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> side)
    {
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) side[i] -= factor[i * n + k] * side[k];
            side[i] /= factor[i * n + i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) side[i] -= factor[k * n + i] * side[k];
            side[i] /= factor[i * n + i];
        }
    }

    /// <summary>Takes an unknown out of a system: its row and column become those of the identity.</summary>
    public static void Isolate(Span<double> matrix, int n, int unknown)
    {
        for (var k = 0; k < n; k++) matrix[unknown * n + k] = matrix[k * n + unknown] = k == unknown ? 1 : 0;
    }

    /// <summary>Diagonal of the inverse; null if the matrix is not positive definite.</summary>
    public static double[]? InverseDiagonal(ReadOnlySpan<double> matrix, int n)
    {
        var factor = matrix.ToArray();
        if (!Factor(factor, n)) return null;
        var (diagonal, side) = (new double[n], new double[n]);
        for (var k = 0; k < n; k++)
        {
            Array.Clear(side);
            side[k] = 1;
            Solve(factor, n, side);
            diagonal[k] = side[k];
        }
        return diagonal;
    }
}
