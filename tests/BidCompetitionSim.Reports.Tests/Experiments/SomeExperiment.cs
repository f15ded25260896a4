using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Reports.Tests.Experiments;

/// <summary>
/// An experiment's document made by hand from drawn numbers: three arms of the scenario of <see cref="Some"/>, the middle one a step of a
/// decomposition. Its figures hang together, and mean nothing.
/// </summary>
internal static class SomeExperiment
{
    private const int Replications = 400;
    private static readonly string[] Arms = ["bilateral", "bilateral-open", "asean-led"];
    private static readonly string[] States = ["AAA", "BBB", "CCC"];
    private static readonly string[] Winners = ["china", "japan", "nobody"];

    private static readonly (Measure Measure, double Level, double Spread, double Shift)[] Drawn =
    [
        (Score("compatibility", "Compatibility"), 88, 2.5, 1.6), (Score("viability", "Viability"), 31, 6, 0.1), (Score("cohesion", "Cohesion"), 34, 3, 1.2),
        (Part("physical"), 0.34, 0.05, 0.01), (Part("institutional"), 0.55, 0.08, 0.05), (Part("equity"), 0.61, 0.06, -0.01),
        (Beside("builtCompatibility", "Compatibility over pairs brought closer", "points", Direction.Higher), 84, 3, 1.9),
        (Beside("hoursLost", "Hours lost to interfaces, mean", "h", Direction.Lower), 12, 1.5, -0.6),
        (Beside("viabilityBuilt", "Viability of what was built", "points", Direction.Higher), 41, 3, 0.05),
        (Beside("enpvBaseTotal", "ENPV at the start, total", "USD bn", Direction.Higher), -33, 9, 2.5),
        (Beside("enpvBasePerBuilt", "ENPV at the start per segment built", "USD bn", Direction.Higher), -1.5, 0.4, 0.02),
        (Beside("cohesionWithoutJunctions", "Cohesion without junctions", "points", Direction.Higher), 35, 3, 0.4),
        (Beside("hostSurplus", "Host surplus", "USD bn", Direction.Higher), -14, 6, -9.5),
        (Beside("meanPriceOverReference", "Price over reference cost, mean", "1", Direction.Lower), 1.09, 0.03, 0.02),
        (Beside("built", "Segments commissioned", Measure.Count, Direction.Neither), 20, 2, 0.4),
        (Beside("meanYearsToCommissioning", "Years from planned opening to service, mean", "years", Direction.Lower), 8.4, 0.5, 0.31),
        .. States.Select((state, i) => (new Measure($"hostSurplus@{state}", $"Host surplus, State {state}", "USD bn", Family.State, Resolution.HalfPercent, Direction.Higher, state), -4d, 2d, 0.6 * (i - 1))),
        .. Enumerable.Range(1, 30).Select(year =>
            (new Measure($"physicalShare@year{year}", $"Physical connectivity so far, end of year {year}", "points", Family.Year, Resolution.Hundredths, Direction.Higher, $"year{year}"), 1.8 * year, 0.2 * year, 0.08 * year)),
    ];

    public static ExperimentResult Result { get; } = Make();

    public static ReportContextPair Full { get; } = new(Result, Reports.Experiments.ReportContext.Of(Located()) with
    {
        CommandLine = "bidsim compare some --arms bilateral,asean-led --replications 400 --decompose", Packages = [new("MathNet.Numerics", "5.0.0")],
    });

    // Some places lie nowhere; on a map they need to lie somewhere.
    private static Scenario Located() => Some.Scenario() is var scenario
        ? scenario with { Places = [.. scenario.Places.Select((place, i) => place with { LatitudeDegrees = 20.5 - 3.1 * i, LongitudeDegrees = 101.2 + 1.3 * (i % 3) })] } : scenario;

    private static ExperimentResult Make()
    {
        var values = Draw();
        var pairs = new (string From, string To)[] { ("bilateral", "bilateral-open"), ("bilateral", "asean-led"), ("bilateral-open", "asean-led") };
        return new ExperimentResult
        {
            Schema = ExperimentResult.SchemaName, Program = new("0.1.0", "0123456789abcdef0123456789abcdef01234567"), Experiment = "a1b2c3d4e5f6",
            Title = "Bilateral or ASEAN-led?", Question = "What changes when ASEAN has a say?", Scenario = "some", ScenarioTitle = "Five places in a row",
            ScenarioHash = new string('c', 64), Seed = 1, Uncertain = false, Replications = Replications, Done = Replications * Arms.Length - 1, Failed = 1, Redraws = 0, Status = "failed",
            Digest = "00c0ffee00c0ffee", ReplicationsPerSecond = 5120, Stopping = null, Factors = [], Arms = [.. Arms.Select(arm => new ArmResult(arm, arm, []))],
            Measures = [.. Drawn.Select(one => one.Measure)], Outcomes = ["compatibility", "viability", "cohesion"],
            Points = [Point(values, pairs)],
            Decomposition = [new("open tendering", "bilateral", "bilateral-open"), new("the Secretariat's say", "bilateral-open", "asean-led")],
            Failures = [new(0, "asean-led", 17, 1, "The root of a cash flow was not found.")],
            Limits = ["Quantiles are to 0.01 for scores and to 0.5 % for other measures."],
        };
    }

    // Values by arm, measure and replication: what is common to the arms outweighs what is not.
    private static double[][][] Draw()
    {
        var random = new Random(20260101);
        var common = Drawn.Select(_ => Normals(random)).ToArray();
        return [.. Arms.Select((_, arm) => Drawn.Select((one, m) =>
        {
            var own = Normals(random);
            return own.Select((z, r) => one.Level + one.Shift * arm / 2 + one.Spread * (0.9 * common[m][r] + 0.3 * z)).ToArray();
        }).ToArray())];
    }

    private static double[] Normals(Random random) => [.. Enumerable.Range(0, Replications).Select(_ => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6)];

    private static PointResult Point(double[][][] values, (string From, string To)[] pairs) => new()
    {
        Point = 0, Values = [],
        Arms = [.. Arms.Select((arm, a) => new ArmSummary(arm, Replications - (a == 2 ? 1 : 0), a == 2 ? 1 : 0,
            [.. Drawn.Select((one, m) => Summary(one.Measure.Id, values[a][m]))], [.. Drawn.Take(3).Select((one, m) => Distribution(one.Measure.Id, values[a][m]))]))],
        Pairs = [.. pairs.Select(pair => Pair(pair, values))],
        States = [.. pairs.SelectMany(pair => States.Select(state => Verdict(pair, state, values)))],
        Segments = [.. Arms.SelectMany((arm, a) => Some.Scenario().Segments.Select((segment, s) => Segment(arm, segment.Id, 200 - 30 * s - 20 * a)))],
        Junctions = [.. Arms.SelectMany((arm, a) => new[] { "amber", "bravo", "basin" }.Select((place, p) => new JunctionSummary(arm, place, Share(place, 180 - 40 * p - 50 * a))))],
    };

    internal static MeasureSummary Summary(string id, double[] values)
    {
        var (estimate, sorted) = (Estimate.OfMean(values), values.Order().ToArray());
        return new MeasureSummary
        {
            Measure = id, N = values.Length, Missing = 0, Mean = estimate.Value, Sd = estimate.StandardError * Math.Sqrt(values.Length), StandardError = estimate.StandardError,
            Ci95 = Ci(estimate), Bootstrap95 = null, Least = sorted[0], Greatest = sorted[^1],
            Quantiles = [.. new[] { 0.05, 0.25, 0.5, 0.75, 0.95 }.Select(share => new QuantileSummary(share, Math.Round(sorted[(int)(share * (sorted.Length - 1))], 2), null))],
        };
    }

    private static PairSummary Pair((string From, string To) pair, double[][][] values)
    {
        var (from, to) = (values[Array.IndexOf(Arms, pair.From)], values[Array.IndexOf(Arms, pair.To)]);
        var p = Holm.Adjust([.. Enumerable.Range(0, 3).Select(m => Estimate.OfDifference(to[m], from[m]).P())]);
        return new PairSummary(pair.From, pair.To, [.. Drawn.Select((one, m) => Comparison(one.Measure.Id, from[m], to[m], m < 3 ? p[m] : null))],
            [.. Drawn.Take(3).Select((one, m) => Distribution(one.Measure.Id, [.. to[m].Zip(from[m], (a, b) => a - b)]))]);
    }

    internal static Comparison Comparison(string id, double[] from, double[] to, double? adjusted)
    {
        var estimate = Estimate.OfDifference(to, from);
        var higher = to.Where((x, i) => x > from[i]).Count() / (double)to.Length;
        var independent = Estimate.OfMean(to).StandardError * Estimate.OfMean(to).StandardError + Estimate.OfMean(from).StandardError * Estimate.OfMean(from).StandardError;
        return new Comparison
        {
            Measure = id, N = to.Length, MeanDifference = estimate.Value, Sd = estimate.StandardError * Math.Sqrt(to.Length), StandardError = estimate.StandardError,
            Ci95 = Ci(estimate), Bootstrap95 = null, Higher = higher, Equal = 0, ProbabilityOfSuperiority = higher,
            VarianceReduction = independent / (estimate.StandardError * estimate.StandardError), PValue = estimate.P(), PAdjusted = adjusted, Method = "paired t",
        };
    }

    private static StateVerdict Verdict((string From, string To) pair, string state, double[][][] values)
    {
        var m = Array.FindIndex(Drawn, one => one.Measure.Subject == state);
        var estimate = Estimate.OfDifference(values[Array.IndexOf(Arms, pair.To)][m], values[Array.IndexOf(Arms, pair.From)][m]);
        var p = Math.Min(1, 3 * estimate.P());
        return new StateVerdict(state, pair.From, pair.To, "hostSurplus", estimate.Value, Ci(estimate), p, p >= 0.05 ? "unclear" : estimate.Value > 0 ? "gains" : "loses");
    }

    private static SegmentSummary Segment(string arm, string segment, int china) =>
        new(arm, segment, Replications, [Share(Winners[0], china), Share(Winners[1], Replications - china - 40), Share(Winners[2], 40)]);

    internal static ShareSummary Share(string id, int count)
    {
        var share = count / (double)Replications;
        var half = 1.96 * Math.Sqrt(share * (1 - share) / Replications);
        return new ShareSummary(id, count, share, new Interval(Math.Max(0, share - half), Math.Min(1, share + half)));
    }

    internal static Distribution Distribution(string id, double[] values)
    {
        var sorted = values.Order().ToArray();
        double[] edges = [.. Enumerable.Range(0, 60).Select(i => sorted[0] + (sorted[^1] - sorted[0]) * (i + 1) / 60)];
        return new Distribution(id, edges, [.. edges.Select((edge, i) => i == 59 ? values.Length : (long)values.Count(x => x <= edge))]);
    }

    internal static Interval Ci(Estimate estimate) => new(estimate.Interval().Low, estimate.Interval().High);

    private static Measure Score(string id, string label) => new(id, label, "points", Family.Score, Resolution.Hundredths, Direction.Higher);

    private static Measure Part(string id) => new(id, $"Cohesion, {id} part", "1", Family.Part, Resolution.Hundredths, Direction.Higher);

    private static Measure Beside(string id, string label, string unit, Direction direction) => new(id, label, unit, Family.Beside, Resolution.HalfPercent, direction);
}

/// <summary>A document and what belongs to it.</summary>
internal sealed record ReportContextPair(ExperimentResult Result, Reports.Experiments.ReportContext Context);
