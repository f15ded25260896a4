namespace BidCompetitionSim.Experiments.Learning;

/// <summary>
/// Regret matching (Hart and Mas-Colell 2000): each action is played with a probability proportional to how much better it would have been, on average so far,
/// than what was played. Whatever the others do, the average regret goes to 0; in a game of two whose gains are the other's losses the average
/// strategies go to an equilibrium.
/// </summary>
public sealed class RegretMatching
{
    private readonly double[] regrets;
    private readonly double[] played;
    private readonly double[] strategy;

    /// <summary>Starts with all actions alike.</summary>
    /// <param name="actions">How many actions there are, at least 1.</param>
    public RegretMatching(int actions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(actions, 1);
        (regrets, played, strategy) = (new double[actions], new double[actions], new double[actions]);
        Array.Fill(strategy, 1.0 / actions);
    }

    /// <summary>Rounds learnt from.</summary>
    public long Rounds { get; private set; }

    /// <summary>Probabilities of the actions in the next round.</summary>
    public ReadOnlySpan<double> Strategy => strategy;

    /// <summary>Average over rounds of how much better the best single action would have been, at least 0.</summary>
    public double AverageRegret => Rounds == 0 ? 0 : Math.Max(0, regrets.Max()) / Rounds;

    /// <summary>The average strategy so far, which is what was learnt; all alike before the first round.</summary>
    public double[] AverageStrategy() => Rounds == 0 ? [.. strategy] : Array.ConvertAll(played, sum => sum / Rounds);

    /// <summary>Learns from a round.</summary>
    /// <param name="payoffs">What each action would have brought against what the others did.</param>
    /// <exception cref="ArgumentException">There is not one payoff for each action.</exception>
    public void Learn(ReadOnlySpan<double> payoffs)
    {
        if (payoffs.Length != regrets.Length) throw new ArgumentException($"{payoffs.Length} payoffs for {regrets.Length} actions.", nameof(payoffs));
        double expected = 0, positive = 0;
        for (var a = 0; a < regrets.Length; a++) expected += strategy[a] * payoffs[a];
        for (var a = 0; a < regrets.Length; a++)
        {
            played[a] += strategy[a];
            regrets[a] += payoffs[a] - expected;
            positive += Math.Max(0, regrets[a]);
        }
        for (var a = 0; a < regrets.Length; a++) strategy[a] = positive > 0 ? Math.Max(0, regrets[a]) / positive : 1.0 / regrets.Length;
        Rounds++;
    }
}
