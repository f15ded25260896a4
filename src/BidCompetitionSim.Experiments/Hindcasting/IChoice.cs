namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>One choice that happened, under weights to be estimated: a replayed choice of the model, or a row of a plain multinomial logit.</summary>
internal interface IChoice
{
    /// <summary>Index of what happened; −1 if it is not known.</summary>
    int Happened { get; }

    /// <summary>Probability of each alternative, Σ = 1.</summary>
    double[] Probabilities(ReadOnlySpan<double> weights);

    /// <summary>Log probability of what happened; adds its gradient and its Hessian (row by row) to those given.</summary>
    double LogLikelihood(ReadOnlySpan<double> weights, Span<double> gradient, Span<double> hessian);
}
