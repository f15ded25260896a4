using BidCompetitionSim.Experiments.Statistics;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// The statements of one pattern on one seed, judged together (Holm): each must hold at 1 %. Statements about the same pattern with its mechanism
/// off must be gone. What was measured is printed, pattern by pattern, for docs/patterns.md.
/// </summary>
internal sealed class Statements(string pattern, ulong seed)
{
    private const double Level = 0.01;

    private readonly List<(string Says, Estimate Effect, Alternative Alternative)> _made = [];

    public Statements Rises(string says, Estimate effect) => Add(says, effect, Alternative.Greater);

    public Statements Falls(string says, Estimate effect) => Add(says, effect, Alternative.Less);

    /// <summary>Judges what was said so far.</summary>
    public void ShouldHold()
    {
        var adjusted = Holm.Adjust([.. _made.Select(static one => one.Effect.P(one.Alternative))]);
        for (var k = 0; k < _made.Count; k++) Print(_made[k].Says, _made[k].Effect, adjusted[k]);
        for (var k = 0; k < _made.Count; k++)
            adjusted[k].ShouldBeLessThan(Level, $"{pattern}, seed {seed}: {_made[k].Says} ({Text(_made[k].Effect)})");
    }

    /// <summary>The mechanism is off: there is no difference at all, in any replication.</summary>
    public Statements IsNothing(string says, Estimate effect)
    {
        Print(says, effect, effect.P());
        effect.IsUnknown.ShouldBeFalse($"{pattern}, seed {seed}: {says}");
        (effect.Value, effect.StandardError).ShouldBe((0, 0), $"{pattern}, seed {seed}: {says}");
        return this;
    }

    /// <summary>The mechanism is off: what the pattern says cannot be seen any more.</summary>
    public Statements IsGone(string says, Estimate effect, Alternative asBefore)
    {
        Print(says, effect, effect.P(asBefore));
        effect.IsUnknown.ShouldBeFalse($"{pattern}, seed {seed}: {says}");
        effect.P(asBefore).ShouldBeGreaterThan(Level, $"{pattern}, seed {seed}: {says} ({Text(effect)})");
        return this;
    }

    /// <summary>A result that nothing is asked of.</summary>
    public Statements Reports(string says, Estimate effect)
    {
        Print(says, effect, effect.P());
        return this;
    }

    private Statements Add(string says, Estimate effect, Alternative alternative)
    {
        _made.Add((says, effect, alternative));
        return this;
    }

    private void Print(string says, Estimate effect, double p) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{pattern} | {seed} | {says} | {Text(effect)} | p {p:0.0000} | n {effect.DegreesOfFreedom + 1}");

    private static string Text(Estimate effect)
    {
        var (low, high) = effect.Interval();
        return $"{effect.Value:+0.####;-0.####;0} [{low:+0.####;-0.####;0}, {high:+0.####;-0.####;0}]";
    }
}
