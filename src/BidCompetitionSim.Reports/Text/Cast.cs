using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>Names, letters and colours of everybody in a run.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> letters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Ink> inks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> places;
    private readonly Dictionary<string, string> segments;

    public Cast(RunResult run)
    {
        foreach (var state in run.States) names[state.Id] = state.Name;
        foreach (var sponsor in run.Sponsors)
        {
            names[sponsor.Id] = sponsor.Name;
            inks[sponsor.Id] = (Ink)Math.Min((int)Ink.FirstSponsor + inks.Count, (int)Ink.FurtherSponsor);
            letters[sponsor.Id] = LetterFor(sponsor);
        }
        Sponsors = [.. run.Sponsors.Select(sponsor => sponsor.Id)];
        places = run.Places.ToDictionary(place => place.Id, place => place.Name, StringComparer.Ordinal);
        segments = run.Segments.ToDictionary(segment => segment.Id, segment => segment.Name, StringComparer.Ordinal);
        Calendar = new Calendar(run.Constants.StartDate);
    }

    public Calendar Calendar { get; }

    public string[] Sponsors { get; }

    /// <summary>Name of a state or sponsor; nobody for none.</summary>
    public string Name(string? id) => string.IsNullOrEmpty(id) ? "nobody" : names.GetValueOrDefault(id, id);

    public string Place(string id) => places.GetValueOrDefault(id, id);

    public string Segment(string id) => segments.GetValueOrDefault(id, id);

    public string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(Name));

    /// <summary>The state that lets a segment, or those that do together.</summary>
    public string Hosts(SegmentResult segment) => segment.Hosts is { } hosts
        ? $"{Names(hosts[..^1].Select(host => host.State))} and {Name(hosts[^1].State)}" : Name(segment.Host);

    /// <summary>Who makes an offer: the sponsor, or of a joint bid the one that leads with the other.</summary>
    public string Bidder(OfferResult offer) => offer.Partner is { } partner ? $"{Name(offer.Sponsor)} with {Name(partner)}" : Name(offer.Sponsor);

    /// <summary>One capital letter, of its own, for a sponsor.</summary>
    public char Letter(string sponsor) => letters.GetValueOrDefault(sponsor, '?');

    public Ink InkOf(string? sponsor) => sponsor is null ? Ink.Plain : inks.GetValueOrDefault(sponsor, Ink.Plain);

    private char LetterFor(SponsorResult sponsor)
    {
        var candidates = (sponsor.Name + "ABDEFGHIKLMNOPQRSTUVWYZ").Where(char.IsAsciiLetter).Select(char.ToUpperInvariant);
        // X is the mark of a cancelled award.
        return candidates.FirstOrDefault(letter => letter != 'X' && !letters.ContainsValue(letter), '?');
    }
}
