using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>
/// Draws every assumed number uniformly from its range, one replication at a time and the same in all arms. Addressed by the number's name
/// and the replication: it depends neither on the other numbers nor on the order of play.
/// </summary>
internal sealed class UncertainDraws(ExperimentPlan plan)
{
    /// <summary>How often numbers that make no valid scenario are drawn again before the replication fails.</summary>
    public const int MostRedraws = 20;

    private readonly Parameter[] _assumed = [.. plan.Scenario.Provenance.Parameters.Where(IsDrawn)];
    private readonly AddressedUniform _uniform = new(plan.Seed, "uncertain");

    /// <summary>Whether a number is drawn: it is assumed, has a value of its own, and a range to draw it from.</summary>
    public static bool IsDrawn(Parameter parameter) => parameter is { Assumed: not null, Value: not null, Range: { } range } && range.Low < range.High;

    public Cells Drawn(CellSource source, int point, uint replication)
    {
        for (var attempt = 0; ; attempt++)
        {
            var cells = source.Compile(point, Values(replication, attempt), out var problem);
            if (problem is null || attempt == MostRedraws) return new Cells(cells, attempt);
        }
    }

    private Dictionary<string, double> Values(uint replication, int attempt)
    {
        var values = new Dictionary<string, double>(_assumed.Length, StringComparer.Ordinal);
        foreach (var parameter in _assumed)
        {
            var (low, high) = (parameter.Range!.Value.Low, parameter.Range.Value.High);
            values.Add(parameter.Name, low + (high - low) * _uniform.At(parameter.Name, replication, (uint)attempt));
        }
        return values;
    }
}
