using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// Segments that are let together (docs/model.md §4.6): those of packages that share a segment, or, where a scenario lists none, those of one route
/// planned to be opened in one year. They are opened on the day on which the last of them can be. Scratch of its kernel, reused.
/// </summary>
internal sealed class LettingRound
{
    private const double CompatibilityUnit = 0.10;

    private readonly Compiled compiled;
    private readonly int[] lots;
    private readonly Arm arm;
    private readonly LotPair[] pairs;
    private readonly PlannedStandard[] planned; // by pair
    private readonly double[] worthPerHour;
    private readonly double[] discounts;
    private readonly PackageOffer[] packages;
    private readonly WinnerDetermination letting;
    private readonly int[] standards; // [lot, alternative]
    private readonly int[] chosen;
    private readonly bool[] overrides;
    private readonly int[] sitting;
    private int sits;
    private int next;

    private LettingRound(Compiled compiled, Arm arm, int[] lots, Package[] listed)
    {
        (this.compiled, this.arm, this.lots) = (compiled, arm, lots);
        OpeningDay = lots.Max(lot => compiled.Segments[lot].TenderDay);
        pairs = [.. PairsAmong(lots)];
        planned = Array.ConvertAll(pairs, pair => new PlannedStandard(compiled, compiled.SystemOf(lots[pair.First])));
        var worth = -arm.RegionalWeight * compiled.Scenario.Secretariat.RegionalScale * compiled.Scenario.Secretariat.CompatibilityWeight;
        worthPerHour = Array.ConvertAll(pairs, pair => worth * LossPerHour(compiled, lots[pair.First], lots[pair.Second]));
        discounts = Array.ConvertAll(listed, package => package.Discount);
        packages = Array.ConvertAll(listed, package => OfferOf(arm, package));
        letting = new WinnerDetermination(new EliminationPlan(lots.Length, Nobody + 1, pairs), packages, compiled.Windows.Length);
        standards = new int[lots.Length * (Nobody + 1)];
        (chosen, overrides, sitting) = (new int[lots.Length], new bool[lots.Length], new int[lots.Length]);
    }

    /// <summary>Day on which its segments are opened.</summary>
    public int OpeningDay { get; }

    /// <summary>Index of the alternative that nobody gets a lot.</summary>
    public int Nobody => compiled.Sponsors;

    /// <summary>Segments that are being decided on.</summary>
    public ReadOnlySpan<int> Sitting => sitting.AsSpan(0, sits);

    /// <summary>Room of each window, USD bn; to be filled.</summary>
    public Span<double> RoomsUsdBn => letting.RoomsUsdBn;

    /// <summary>The rounds of a scenario by segment; null for a segment that is let alone.</summary>
    /// <exception cref="ArgumentException">A round is too large to be decided exactly.</exception>
    public static LettingRound?[] FormedBy(Compiled compiled, Arm arm)
    {
        var rounds = new LettingRound?[compiled.Segments.Length];
        foreach (var lots in compiled.Scenario.Packages.Length > 0 ? Linked(compiled) : ByRouteAndYear(compiled))
        {
            var listed = Array.FindAll(compiled.Scenario.Packages, package => Array.IndexOf(lots, compiled.SegmentOf(package.Lots[0])) >= 0);
            var round = new LettingRound(compiled, arm, lots, listed);
            foreach (var lot in lots) rounds[lot] = round;
        }
        return rounds;
    }

    /// <summary>Whether a segment's host chooses among offers that were all struck.</summary>
    public ref bool Overrides(int segment) => ref overrides[PlaceOf(segment)];

    /// <summary>Gathers the segments opened with one of them that are still open; false while some of them does not wait yet, or there is none.</summary>
    public bool Gather(Record record, int segment, bool[] waits)
    {
        (sits, next) = (0, 0);
        foreach (var lot in lots)
        {
            if (record.Status[lot] != Status.Open || record.OpenedDays[lot] != record.OpenedDays[segment]) continue;
            if (!waits[lot]) return false;
            sitting[sits++] = lot;
        }
        if (sits == 0) return false;
        letting.Clear();
        // Nobody gets a lot that is not decided on, and that is worth nothing.
        for (var place = 0; place < lots.Length; place++) letting.Offer(place, Nobody, 0);
        return true;
    }

    /// <summary>The next segment whose host is to be asked, if there is one.</summary>
    public bool TryNext(out int segment)
    {
        segment = next < sits ? sitting[next] : -1;
        return next++ < sits;
    }

    /// <summary>What an alternative that takes no money is worth.</summary>
    public void Offer(int segment, int alternative, double worth) => letting.Offer(PlaceOf(segment), alternative, worth);

    /// <summary>What a sponsor's bid is worth, and what it takes from windows.</summary>
    public void Offer(int segment, int sponsor, double worth, in Bid bid)
    {
        var place = PlaceOf(segment);
        letting.Offer(place, sponsor, worth);
        letting.Lend(place, sponsor, 0, bid.FirstWindow, bid.FirstFaceUsdBn);
        letting.Lend(place, sponsor, 1, bid.SecondWindow, bid.SecondFaceUsdBn);
        standards[place * (Nobody + 1) + sponsor] = bid.Standard;
    }

    /// <summary>Chooses among all that was offered.</summary>
    public void Choose(Record record)
    {
        for (var p = 0; p < pairs.Length; p++)
        {
            var (first, second) = (pairs[p].First, pairs[p].Second);
            var interfaces = compiled.SystemOf(lots[first]).Interfaces;
            var plan = planned[p].In(record, arm);
            var together = letting.Together(p);
            for (var a = 0; a < Nobody; a++)
                for (var b = 0; b < Nobody; b++)
                {
                    // Either bid's own score holds it against the plan, in which the other segment is drawn: what is added is what that leaves out.
                    var (own, other) = (StandardOf(first, a), StandardOf(second, b));
                    var seconds = interfaces.Seconds(own, other) - interfaces.Seconds(own, plan) - interfaces.Seconds(plan, other);
                    together[a * (Nobody + 1) + b] = worthPerHour[p] * (seconds / 3600.0);
                }
        }
        letting.Solve(chosen);
    }

    /// <summary>Who was chosen for a segment.</summary>
    public int ChosenFor(int segment) => chosen[PlaceOf(segment)];

    /// <summary>What is taken off the price of a segment for the package that it was chosen in, as a share.</summary>
    public double DiscountFor(int segment) =>
        letting.Package is >= 0 and var package && Array.IndexOf(packages[package].Lots, PlaceOf(segment)) >= 0 ? discounts[package] : 0;

    private int StandardOf(int place, int sponsor) => standards[place * (Nobody + 1) + sponsor];

    private int PlaceOf(int segment) => Array.IndexOf(lots, segment);

    // A discount is worth to each host what so much less to pay is.
    private PackageOffer OfferOf(Arm arm, Package package)
    {
        double worth = 0;
        foreach (var lot in package.Lots)
        {
            var hosts = compiled.Segments[compiled.SegmentOf(lot)].Hosts;
            worth -= (1 - arm.RegionalWeight) * hosts.Weights.Price * Elementary.Log(1 - package.Discount);
        }
        return new PackageOffer(
            Array.ConvertAll(package.Lots, lot => PlaceOf(compiled.SegmentOf(lot))), [.. Enumerable.Range(0, Nobody + 1).Select(k => k < Nobody ? worth : 0)], package.Discount);
    }

    private IEnumerable<LotPair> PairsAmong(int[] lots)
    {
        for (var a = 0; a < lots.Length; a++)
            for (var b = a + 1; b < lots.Length; b++)
                if (Meet(compiled, lots[a], lots[b])) yield return new LotPair(a, b);
    }

    private static bool Meet(Compiled compiled, int a, int b)
    {
        if (compiled.Segments[a].System != compiled.Segments[b].System) return false;
        var junctions = compiled.SystemOf(a).Junctions;
        foreach (var junction in junctions.Of(compiled.Segments[a].Local))
            if (junctions.Junctions[junction].OtherThan(compiled.Segments[a].Local) == compiled.Segments[b].Local) return true;
        return false;
    }

    /// <summary>
    /// w_J/hours_ref: of the scored traffic that needs either of two segments, the share that needs both, over the hours that would take a tenth of
    /// its worth, a tenth being one unit of compatibility in the regional score.
    /// </summary>
    private static double LossPerHour(Compiled compiled, int a, int b)
    {
        var system = compiled.SystemOf(a);
        var (first, second) = (PairsNeeding(compiled, a), PairsNeeding(compiled, b));
        double both = 0, either = 0, hours = 0;
        foreach (var pair in second) either += system.Pairs.Weights[pair];
        foreach (var pair in first)
        {
            var weight = system.Pairs.Weights[pair];
            if (Array.IndexOf(second, pair) < 0) either += weight;
            else (both, hours) = (both + weight, hours + weight * (system.Ideal.Costs[pair] / 3600.0));
        }
        return both == 0 ? 0 : both / either / (CompatibilityUnit * (hours / both));
    }

    private static int[] PairsNeeding(Compiled compiled, int segment) =>
        Array.ConvertAll(compiled.SystemOf(segment).PlanPairs[compiled.Segments[segment].Local].Pairs.ToArray(), pair => pair.Index);

    private static IEnumerable<int[]> ByRouteAndYear(Compiled compiled) => compiled.Segments
        .GroupBy(segment => (segment.System, compiled.Scenario.Segments[segment.Index].Route, Year: (int)(segment.TenderDay / 365.25)))
        .Where(group => group.Count() > 1).Select(group => group.Select(segment => segment.Index).ToArray());

    // Packages that share a segment, directly or by others between them, are of one round.
    private static IEnumerable<int[]> Linked(Compiled compiled)
    {
        var rounds = new List<HashSet<int>>();
        foreach (var package in compiled.Scenario.Packages)
        {
            HashSet<int> round = [.. package.Lots.Select(compiled.SegmentOf)];
            foreach (var met in rounds.FindAll(other => other.Overlaps(round))) round.UnionWith(met);
            rounds.RemoveAll(other => other.Overlaps(round));
            rounds.Add(round);
        }
        return rounds.Select(round => round.Order().ToArray());
    }
}
