using BenchmarkDotNet.Attributes;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Benchmarks;

/// <summary>
/// The parts of a replication of the Singapore–Kunming Rail Link, each for all its segments: about what one replication needs of it, as a
/// failed tender is opened a second time. Two finished runs and two equal arrangements take turns, so that no plan is kept from one look to the
/// next; what committed networks measure is kept, as between replications.
/// </summary>
public class PartBenchmarks
{
    private Compiled compiled = null!;
    private Arm[] arms = null!;
    private Replication[] runs = null!;
    private TenderView view = null!;
    private NetworkHistory history = null!;
    private Scorer scorer = null!;
    private int[] openings = null!;
    private double[] flows = null!;
    private int turn;

    /// <summary>An arrangement without the region's score, and one with it.</summary>
    [Params("bilateral", "asean-led")]
    public string Arm { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        Scenario scenario = Shipped.Read(Shipped.Singapore);
        compiled = new Compiled(scenario);
        Arm arm = Shipped.Arm(scenario, Arm);
        arms = [arm, arm with { }];
        runs = [new Replication(compiled, arm), new Replication(compiled, arm)];
        runs[0].Run(1, 0);
        runs[1].Run(1, 1);
        view = new TenderView(compiled);
        history = new NetworkHistory(compiled.Systems[0]);
        scorer = new Scorer(compiled);
        Record record = runs[0].Kernel.Record;
        openings = [.. Enumerable.Range(0, compiled.Segments.Length).Where(s => record.CommissionedDays[s] >= 0).OrderBy(s => record.CommissionedDays[s])];
        flows = [-100, -200, -100, .. Enumerable.Repeat(60.0, 30)];
    }

    /// <summary>The split network: what each standard does to the plan around every segment.</summary>
    [Benchmark]
    public double Plans()
    {
        Record record = runs[turn ^= 1].Kernel.Record;
        double sum = 0;
        foreach (CompiledSegment segment in compiled.Segments)
        {
            view.Load(record, arms[turn], segment.Index);
            sum += view.Outlook.ChangeFor(segment.Host, compiled.SystemOf(segment.Index).Specification);
            if (arms[0].RegionalWeight > 0) sum += view.Outlook.Change(compiled.SystemOf(segment.Index).Specification);
        }

        return sum;
    }

    /// <summary>Offers of every sponsor for every segment, plans included.</summary>
    [Benchmark]
    public double PlansAndOffers()
    {
        Replication run = runs[turn ^= 1];
        double sum = 0;
        foreach (CompiledSegment segment in compiled.Segments)
        {
            view.Load(run.Kernel.Record, arms[turn], segment.Index);
            foreach (int sponsor in compiled.Active)
            {
                if (SponsorBehaviour.Answer(view, run.MindOf(sponsor), segment.CostUsdBn, out Bid bid)) sum += bid.PriceUsdBn;
            }
        }

        return sum;
    }

    /// <summary>The network as it grew.</summary>
    [Benchmark]
    public int History()
    {
        Record record = runs[0].Kernel.Record;
        history.Reset();
        foreach (int segment in openings) history.Commission(record, compiled.Segments[segment].Local, record.CommissionedDays[segment]);
        return history.ActualIn(history.Count - 1)[0];
    }

    /// <summary>All scores of a finished run: appraisals, compatibility, cohesion, what was refused.</summary>
    [Benchmark]
    public double? Scores() => scorer.Score(runs[turn ^= 1].Kernel).Cohesion;

    /// <summary>A rate of return for every segment.</summary>
    [Benchmark]
    public double Rates()
    {
        double sum = 0;
        for (int s = 0; s < compiled.Segments.Length; s++)
        {
            flows[^1] = 60 + s;
            if (InternalRate.TryFind(flows, 0.09, out double rate)) sum += rate;
        }

        return sum;
    }

    /// <summary>Ten normal draws for every segment.</summary>
    [Benchmark]
    public double NormalDraws()
    {
        Draws nature = runs[0].Kernel.Nature;
        double sum = 0;
        for (int s = 0; s < compiled.Segments.Length; s++)
        {
            for (int k = 0; k < 10; k++) sum += nature.Normal(DrawPurpose.Overrun, k, compiled.Addresses.Segment(s));
        }

        return sum;
    }
}
