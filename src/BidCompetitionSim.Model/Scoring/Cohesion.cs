using System.Numerics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>One number for each part of cohesion: the part itself in [0, 1], or its weight.</summary>
public readonly record struct CohesionParts(
    double Physical, double Institutional, double PeopleToPeople, double Equity, double Diplomatic);

/// <summary>Which parts of cohesion a scenario can measure.</summary>
[Flags]
public enum CohesionPresence
{
    /// <summary>None; there is no score.</summary>
    None = 0,

    /// <summary>Physical connectivity.</summary>
    Physical = 1,

    /// <summary>Institutional connectivity.</summary>
    Institutional = 2,

    /// <summary>People-to-people connectivity.</summary>
    PeopleToPeople = 4,

    /// <summary>Evenness of the states' gains.</summary>
    Equity = 8,

    /// <summary>Alignment and ties.</summary>
    Diplomatic = 16,

    /// <summary>All five.</summary>
    All = 31,
}

/// <summary>Cohesion: a weighted geometric mean, so that no part can be bought off by another (docs/model.md §5).</summary>
public static class Cohesion
{
    /// <summary>The least a part can count, which keeps one zero from hiding all the rest.</summary>
    public const double Floor = 0.01;

    /// <summary>The weights a scenario gives the parts.</summary>
    public static CohesionParts WeightsOf(ScoringRules rules) => new(
        rules.PhysicalWeight, rules.InstitutionalWeight, rules.PeopleWeight, rules.EquityWeight, rules.DiplomaticWeight);

    /// <summary>
    /// 100·Π part^weight over the parts present, each cut to [0.01, 1]; an absent part hands its weight to the others in
    /// proportion to theirs.
    /// </summary>
    /// <param name="parts">Each in [0, 1]; what stands for an absent part is ignored.</param>
    /// <param name="weights">None negative, those present not all 0; they need not sum to 1.</param>
    /// <param name="present">The parts that count.</param>
    /// <returns>1 to 100.</returns>
    /// <exception cref="ArgumentException">A present part is NaN, or the weights present do not sum to a positive number.</exception>
    public static double Score(in CohesionParts parts, in CohesionParts weights, CohesionPresence present = CohesionPresence.All)
    {
        ReadOnlySpan<double> values = [parts.Physical, parts.Institutional, parts.PeopleToPeople, parts.Equity, parts.Diplomatic];
        ReadOnlySpan<double> shares = [weights.Physical, weights.Institutional, weights.PeopleToPeople, weights.Equity, weights.Diplomatic];
        Span<double> logarithms = stackalloc double[Lanes.Whole(values.Length)];
        logarithms.Fill(1.0);
        for (var k = 0; k < values.Length; k++) logarithms[k] = Math.Clamp(values[k], Floor, 1.0);
        for (var k = 0; k < values.Length; k += Vector<double>.Count) Elementary.Log(new Vector<double>(logarithms[k..])).CopyTo(logarithms[k..]);

        double total = 0.0, logarithm = 0.0;
        for (var k = 0; k < values.Length; k++)
        {
            var which = (CohesionPresence)(1 << k);
            if ((present & which) == 0) continue;
            if (double.IsNaN(values[k]) || !(shares[k] >= 0.0)) throw new ArgumentException($"{which} is {values[k]} with weight {shares[k]}.", nameof(parts));
            total += shares[k];
            logarithm += shares[k] * logarithms[k];
        }
        return total > 0.0
            ? 100.0 * Elementary.Exp(logarithm / total)
            : throw new ArgumentException("The weights of the parts present must sum to more than 0.", nameof(weights));
    }
}
