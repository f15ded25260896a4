using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>What lies between two places.</summary>
internal enum TrackState { Existing, Road, NotLet, Open, Signed, Cancelled, Failed }

/// <summary>A line between two places; the sponsor of an award.</summary>
internal sealed record Track(string From, string To, TrackState State, string? Sponsor)
{
    public string OtherThan(string place) => place == From ? To : From;
}

/// <summary>A walk along a route.</summary>
internal sealed record Chain(string Start, IReadOnlyList<(Track Track, string To)> Steps);

/// <summary>The lines of one route of one system, to be drawn as few long walks.</summary>
internal sealed class RouteGraph
{
    private readonly Dictionary<string, double> latitudes;
    private readonly List<Track> tracks;

    private RouteGraph(string name, List<Track> tracks, Dictionary<string, double> latitudes) => (Name, this.tracks, this.latitudes) = (name, tracks, latitudes);

    public string Name { get; }

    public static IEnumerable<RouteGraph> Of(RunResult run)
    {
        var latitudes = run.Places.ToDictionary(place => place.Id, place => place.Latitude, StringComparer.Ordinal);
        var manySystems = run.Segments.Select(segment => segment.System).Distinct().Count() > 1;
        var routes = run.Segments.Select(segment => (segment.System, segment.Route)).Concat(run.Links.Select(link => (link.System, link.Route))).Distinct();
        foreach (var (system, route) in routes.OrderBy(r => r.System, StringComparer.Ordinal).ThenBy(r => r.Route, StringComparer.Ordinal))
            yield return new RouteGraph(manySystems ? $"{system}, {route}" : route, TracksOf(run, system, route), latitudes);
    }

    /// <summary>Walks that together pass every line once, each from north to south and as long as can be found quickly.</summary>
    public IEnumerable<Chain> Chains()
    {
        var left = new List<Track>(tracks);
        while (left.Count > 0)
        {
            var start = Farthest(left[0].From, left).Last;
            var walk = Farthest(start, left);
            foreach (var track in walk.Path) left.Remove(track);
            yield return Directed(start, walk.Last, walk.Path);
        }
    }

    // A line that is to be let is drawn in place of the old one beside it.
    private static List<Track> TracksOf(RunResult run, string system, string route)
    {
        var let = run.Segments.Where(s => s.System == system).Select(s => Ends(s.From, s.To)).ToHashSet();
        var tracks = run.Segments.Where(s => s.System == system && s.Route == route).Select(s => new Track(s.From, s.To, StateOf(s, run), s.Winner)).ToList();
        tracks.AddRange(run.Links.Where(l => l.System == system && l.Route == route && !let.Contains(Ends(l.From, l.To)))
            .Select(l => new Track(l.From, l.To, l.BaseMode ? TrackState.Road : TrackState.Existing, null)));
        return tracks;
    }

    private static (string, string) Ends(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private static TrackState StateOf(SegmentResult segment, RunResult run) => segment.Status switch
    {
        "cancelled" => TrackState.Cancelled,
        "failed" => TrackState.Failed,
        "commissioned" when segment.Commissioned <= run.Constants.HorizonDays => TrackState.Open,
        "commissioned" or "closed" or "awarded" => TrackState.Signed,
        _ => TrackState.NotLet,
    };

    private Chain Directed(string start, string end, List<Track> path)
    {
        var reverse = latitudes.GetValueOrDefault(end) > latitudes.GetValueOrDefault(start);
        if (reverse) path.Reverse();
        var at = reverse ? end : start;
        var steps = new List<(Track, string)>();
        foreach (var track in path)
        {
            var next = track.OtherThan(at);
            steps.Add((track, next));
            at = next;
        }
        return new Chain(reverse ? end : start, steps);
    }

    // Breadth first; the last place reached is the farthest. On a tree two sweeps find the longest walk.
    private static (string Last, List<Track> Path) Farthest(string from, List<Track> tracks)
    {
        var reachedBy = new Dictionary<string, Track?>(StringComparer.Ordinal) { [from] = null };
        var queue = new Queue<string>([from]);
        var last = from;
        while (queue.TryDequeue(out var place))
        {
            last = place;
            foreach (var track in tracks.Where(t => t.From == place || t.To == place))
                if (reachedBy.TryAdd(track.OtherThan(place), track)) queue.Enqueue(track.OtherThan(place));
        }
        var path = new List<Track>();
        for (var place = last; reachedBy[place] is { } track; place = track.OtherThan(place)) path.Insert(0, track);
        return (last, path);
    }
}
