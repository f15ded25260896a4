using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.States;

/// <summary>
/// What a host expects of a choice among offers over letting nobody, by its own utility, taste included, whatever rule chooses: ln Σ e^(U/μ) + Σ p·(u − U)/μ,
/// in units of the taste. Where it chooses alone, U = u, that is the logsum of Small and Rosen (1981). One alternative after the other, whatever their size.
/// </summary>
/// <param name="nobody">u of letting nobody.</param>
/// <param name="nobodyWeighed">U of letting nobody: what decides.</param>
/// <param name="scale">μ &gt; 0, scale of the taste.</param>
internal struct ChoiceWorth(double nobody, double nobodyWeighed, double scale)
{
    private double largest;
    private double sum = 1; // Σ e^(x − largest), x = U/μ over nobody's, nobody's own first
    private double gap; // Σ e^(x − largest)·(u − U)/μ over nobody's

    /// <summary>The worth of the alternatives so far, in units of the taste; that of nobody is 0.</summary>
    public readonly double Value => largest + Elementary.Log(sum) + gap / sum;

    /// <summary>One more alternative.</summary>
    /// <param name="utility">u, finite.</param>
    /// <param name="weighed">U, finite.</param>
    public void Add(double utility, double weighed)
    {
        var x = (weighed - nobodyWeighed) / scale;
        var lost = (utility - nobody) / scale - x;
        if (x > largest)
        {
            var less = Elementary.Exp(largest - x);
            (sum, gap, largest) = (sum * less, gap * less, x);
        }
        var weight = Elementary.Exp(x - largest);
        sum += weight;
        gap += weight * lost;
    }
}
