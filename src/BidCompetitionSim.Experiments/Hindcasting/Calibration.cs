using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Whether what is called so likely happens so often: forecasts of all alternatives of all cases, by how likely they were called.</summary>
internal static class Calibration
{
    private static readonly double[] Edges = [0, 0.1, 0.2, 0.4, 0.6, 1];

    public static CalibrationRow[] Of(IReadOnlyList<HistoricalCase> cases, double[][] predictions)
    {
        var rows = new CalibrationRow[Edges.Length - 1];
        for (var bin = 0; bin < rows.Length; bin++)
        {
            var (count, happened, sum) = (0, 0, 0.0);
            for (var i = 0; i < cases.Count; i++)
            {
                if (cases[i].Winner is not { } winner) continue;
                for (var k = 0; k < predictions[i].Length; k++)
                {
                    var p = predictions[i][k];
                    if (p < Edges[bin] || (p >= Edges[bin + 1] && bin < rows.Length - 1)) continue;
                    count++;
                    sum += p;
                    if (k == (int)winner) happened++;
                }
            }
            rows[bin] = new CalibrationRow(Edges[bin], Edges[bin + 1], count, count == 0 ? null : sum / count, count == 0 ? null : (double)happened / count, Wilson.Of(happened, count));
        }
        return rows;
    }
}
