using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Model.Tests.Network;

/// <summary>Places 0 and 1 lie in state 0, place 2 in state 1, place 3 in state 2.</summary>
public sealed class V3_Junctions
{
    private const int Metre = 0;
    private const int Chinese = 1;
    private const int Japanese = 2;

    private static readonly int[] placeStates = [0, 0, 1, 2];

    private static readonly InterfaceTable interfaces = InterfaceTable.Derive(
        [Rail("metre", "token"), Rail("1435", "CTCS"), Rail("1435", "DS-ATC"), Rail("metre", "token")],
        [new() { Id = "gauge", PenaltyHours = 12, Exclusive = true }, new() { Id = "signalling", PenaltyHours = 2, Exclusive = false }]);

    private static readonly bool[] awardable = [false, true, true, false];

    // 0–1 and 1–2 let by state 0, 2–3 let by state 1.
    private static readonly PlannedSegment[] segments = [new(0, 1, 0, []), new(1, 2, 0, []), new(2, 3, 1, [])];

    [Fact]
    public void Segments_meet_where_they_share_an_end()
    {
        JunctionMap map = Map();
        map.Junctions.ToArray().ShouldBe([
            new Junction(1, 0, 1, -1, CrossBorder: false, Scored: false),
            new Junction(2, 1, 2, -1, CrossBorder: true, Scored: true)]);
        map.Of(1).ToArray().ShouldBe([0, 1]);
        map.Of(2).ToArray().ShouldBe([1]);
        map.Junctions[1].OtherThan(2).ShouldBe(1);
    }

    [Fact]
    public void An_inherited_line_that_reaches_into_another_state_is_foreign()
    {
        Junction[] met = Inherited(new InheritedLine(0, 2, Chinese));
        met.ShouldBe([
            new Junction(0, 0, -1, Chinese, CrossBorder: true, Scored: true),
            new Junction(2, 1, -1, Chinese, CrossBorder: true, Scored: true),
            new Junction(2, 2, -1, Chinese, CrossBorder: true, Scored: true)]);
    }

    [Fact]
    public void Lines_that_share_a_state_but_not_all_meet_across_a_border()
    {
        PlannedSegment shared = new(1, 2, 0, []) { Partners = 1UL << 1 };
        new JunctionMap([segments[0], shared], [], placeStates, interfaces, awardable).Junctions.ToArray()
            .ShouldBe([new Junction(1, 0, 1, -1, CrossBorder: true, Scored: true)]);
        PlannedSegment other = new(2, 3, 1, []) { Partners = 1UL << 0 };
        new JunctionMap([shared, other], [], placeStates, interfaces, awardable).Junctions.ToArray()
            .ShouldBe([new Junction(2, 0, 1, -1, CrossBorder: false, Scored: false)]);
    }

    [Fact]
    public void A_domestic_line_is_met_but_not_scored() =>
        Inherited(new InheritedLine(0, 1, Japanese)).ShouldAllBe(junction => !junction.CrossBorder && !junction.Scored);

    [Fact]
    public void A_foreign_line_that_no_award_could_match_is_not_scored() =>
        Inherited(new InheritedLine(3, 3, Metre)).ShouldBe([new Junction(3, 2, -1, Metre, CrossBorder: true, Scored: false)]);

    [Fact]
    public void Lines_of_one_standard_at_one_place_make_one_junction() =>
        Inherited(new InheritedLine(0, 1, Chinese), new InheritedLine(0, 3, Chinese))
            .Count(junction => junction is { Place: 0, SegmentA: 0 }).ShouldBe(1);

    [Fact]
    public void A_segment_does_not_meet_the_line_it_replaces()
    {
        PlannedSegment[] replacing = [new(0, 1, 0, [0])];
        new JunctionMap(replacing, [new InheritedLine(0, 3, Chinese)], placeStates, interfaces, awardable).Junctions.Length.ShouldBe(0);
    }

    [Fact]
    public void A_junction_works_once_both_sides_are_built_without_a_clash()
    {
        JunctionMap map = Map();
        map.StateOf(1, [Chinese, Chinese, JunctionMap.NotBuilt]).BothBuilt.ShouldBeFalse();
        map.StateOf(1, [Chinese, Chinese, Chinese]).Works.ShouldBeTrue();

        JunctionState clash = map.StateOf(1, [Chinese, Chinese, Japanese]);
        clash.Works.ShouldBeFalse();
        clash.Clashes.ShouldBe(0b10u);
        clash.Hours.ShouldBe(2.0);
    }

    [Fact]
    public void The_share_of_working_junctions_counts_a_fixed_set()
    {
        JunctionMap map = Map(new InheritedLine(3, 3, Japanese));
        map.Tally([Chinese, Japanese, JunctionMap.NotBuilt]).ShouldBe(new JunctionTally(2, 0));
        map.Tally([Chinese, Japanese, Japanese]).ShouldBe(new JunctionTally(2, 2));
        map.Tally([Chinese, Chinese, Japanese]).Share.ShouldBe(0.5);
        map.Tally(map.Tally([Chinese, JunctionMap.NotBuilt, Japanese]), 1, [Chinese, Chinese, Japanese]).ShouldBe(map.Tally([Chinese, Chinese, Japanese]));
        new JunctionMap([segments[0]], [], placeStates, interfaces, awardable).Tally([Chinese]).Share.ShouldBeNull();
    }

    [Fact]
    public void Junctions_that_work_are_counted_as_if_one_by_one()
    {
        JunctionMap map = Map(new InheritedLine(3, 3, Japanese));
        int[] each = [JunctionMap.NotBuilt, Chinese, Japanese];
        foreach (int a in each)
        {
            foreach (int b in each)
            {
                foreach (int c in each)
                {
                    int[] standards = [a, b, c];
                    map.Tally(standards).Working.ShouldBe(
                        Enumerable.Range(0, map.Junctions.Length).Count(k => map.Junctions[k].Scored && map.StateOf(k, standards).Works));
                }
            }
        }
    }

    [Fact]
    public void A_segment_meets_a_neighbour_or_an_inherited_line_at_each_of_its_junctions()
    {
        JunctionMap map = Map(new InheritedLine(3, 3, Japanese));
        for (int segment = 0; segment < segments.Length; segment++)
        {
            Junction[] own = [.. map.Of(segment).ToArray().Select(k => map.Junctions[k])];
            map.NeighboursOf(segment).ToArray().ShouldBe(own.Where(met => met.IsPlanned).Select(met => met.OtherThan(segment)));
            map.InheritedStandardsAt(segment).ToArray().ShouldBe(own.Where(met => !met.IsPlanned).Select(met => map.InheritedStandardOf(met)));
        }
    }

    private static JunctionMap Map(params InheritedLine[] inherited) => new(segments, inherited, placeStates, interfaces, awardable);

    private static Junction[] Inherited(params InheritedLine[] lines) =>
        [.. Map(lines).Junctions.ToArray().Where(junction => !junction.IsPlanned)];

    private static Standard Rail(string gauge, string signalling) =>
        SomeNetwork.Standard(gauge + signalling, [("gauge", gauge), ("signalling", signalling)]);
}
