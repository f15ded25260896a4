using BidCompetitionSim.Experiments.Statistics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>
/// What a segment brings depends on its neighbours being built and compatible. Every segment is offered by China at its reference cost; then one
/// neighbour is offered by nobody, or by Japan in its own standard. Hosts look at neither ties, nor concentration, nor the plan: else they would let
/// other segments differently for it, and the pair would no longer differ in the neighbour alone.
/// </summary>
public class P7_A_segment_lives_from_its_neighbours
{
    private static readonly int Replications = Corridor.Replications(25);

    private static readonly (string Segment, string Neighbour)[] Pairs =
        [("nong-khai-korat", "korat-bangkok"), ("boten-vientiane", "vientiane-nong-khai"), ("loc-ninh-phnom-penh", "saigon-loc-ninh")];

    /// <summary>Of one run, for one segment: net present value at close and the network's factor on its demand in the end.</summary>
    private readonly record struct Worth(double EnpvUsdBn, double Factor);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Without_its_neighbour_or_against_a_foreign_standard_it_is_worth_less(ulong seed)
    {
        var statements = new Statements("P7", seed);
        foreach (var (segment, neighbour) in Pairs)
        {
            var whole = Play(Corridor.Skrl, segment, seed, neighbour, by: "china");
            var gap = Play(Corridor.Skrl, segment, seed, neighbour, by: null);
            var foreign = Play(Corridor.Skrl, segment, seed, neighbour, by: "japan");
            statements
                .Falls($"net present value of {segment} without {neighbour}, USD bn", Of(gap, whole, w => w.EnpvUsdBn))
                .Falls($"net present value of {segment} with {neighbour} in another standard, USD bn", Of(foreign, whole, w => w.EnpvUsdBn))
                .Reports($"demand factor of {segment} without {neighbour}", Of(gap, whole, w => w.Factor))
                .Reports($"demand factor of {segment} with {neighbour} in another standard", Of(foreign, whole, w => w.Factor));
        }
        statements.ShouldHold();
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Where_demand_does_not_feel_the_network_neighbours_do_not_matter(ulong seed)
    {
        var deaf = Corridor.Skrl with { Delivery = Corridor.Skrl.Delivery with { NetworkElasticity = 0 } };
        var statements = new Statements("P7 off: elasticity 0", seed);
        foreach (var (segment, neighbour) in Pairs)
        {
            var whole = Play(deaf, segment, seed, neighbour, by: "china");
            statements
                .IsNothing($"net present value of {segment} without {neighbour}", Of(Play(deaf, segment, seed, neighbour, by: null), whole, w => w.EnpvUsdBn))
                .IsNothing($"net present value of {segment} with {neighbour} in another standard", Of(Play(deaf, segment, seed, neighbour, by: "japan"), whole, w => w.EnpvUsdBn));
        }
    }

    private static Worth[] Play(Scenario scenario, string segment, ulong seed, string neighbour, string? by)
    {
        var offers = Array.ConvertAll(scenario.Segments, static s => Offer(s.Id));
        var given = scenario.WithUnlimitedMoney().WithWeights(w => w with { Tie = 0, Concentration = 0, Compatibility = 0 }).WithSponsors(sponsor => sponsor with
        {
            Behaviour = SponsorBehaviourKind.Fixed, ParticipationBase = 1, ParticipationHome = 1,
            FixedOffers = [.. offers.Where(offer => sponsor.Id == (offer.Segment == neighbour ? by : "china"))],
        });
        return given.Play("bilateral", seed, Replications, run => Measure(run, segment, by is null ? null : neighbour));
    }

    private static FixedOffer Offer(string segment) =>
        new() { Segment = segment, Attempt = 1, PriceOverReference = 1, Concession = 1, Guarantee = false, Complies = false };

    // A run counts if the segment was built, and its neighbour where it was offered: hosts may refuse either, and turn from it before close.
    private static Worth Measure(Replication run, string segment, string? neighbour)
    {
        var s = run.Kernel.Compiled.SegmentOf(segment);
        return IsBuilt(run, segment) && (neighbour is null || IsBuilt(run, neighbour))
            ? new Worth(run.Outcome.Projects[s].EnpvUsdBn, run.Kernel.Operation.NetworkFactor(s, run.Kernel.Networks[0].Count - 1))
            : new Worth(double.NaN, double.NaN);
    }

    private static bool IsBuilt(Replication run, string segment) => run.Outcome.Projects[run.Kernel.Compiled.SegmentOf(segment)].Built;

    private static Estimate Of(Worth[] first, Worth[] second, Func<Worth, double> of) =>
        Estimate.OfDifference(Array.ConvertAll(first, run => of(run)), Array.ConvertAll(second, run => of(run)));
}
