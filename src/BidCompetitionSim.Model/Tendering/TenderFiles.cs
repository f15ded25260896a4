namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// The tendering authority's files: for every attempt at every segment, the bids received, what was thought of them, and who was struck.
/// Preallocated tables, [tender, sponsor] row by row.
/// </summary>
public sealed class TenderFiles(int segments, int sponsors)
{
    private readonly Bid[] bids = new Bid[segments * 2 * sponsors];
    private readonly double[] scores = new double[segments * 2 * sponsors];
    private readonly double[] utilities = new double[segments * 2 * sponsors];
    private readonly double[] tastes = new double[segments * 2 * (sponsors + 1)];
    private readonly ulong[] received = new ulong[segments * 2];
    private readonly ulong[] floored = new ulong[segments * 2];
    private readonly ulong[] objected = new ulong[segments * 2];
    private readonly ulong[] objectors = new ulong[segments * 2 * sponsors];

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        Array.Clear(received);
        Array.Clear(floored);
        Array.Clear(objected);
        Array.Clear(objectors);
        Array.Clear(scores);
        Array.Clear(utilities);
        Array.Clear(tastes);
    }

    /// <summary>Sponsors that bid.</summary>
    public ref ulong Received(int segment, int attempt) => ref received[Tender(segment, attempt)];

    /// <summary>Bids struck for lying under the floor.</summary>
    public ref ulong Floored(int segment, int attempt) => ref floored[Tender(segment, attempt)];

    /// <summary>Bids struck for objections.</summary>
    public ref ulong Objected(int segment, int attempt) => ref objected[Tender(segment, attempt)];

    /// <summary>Bids still standing.</summary>
    public ulong Standing(int segment, int attempt)
    {
        var tender = Tender(segment, attempt);
        return received[tender] & ~floored[tender] & ~objected[tender];
    }

    /// <summary>Bids by sponsor.</summary>
    public Span<Bid> Bids(int segment, int attempt) => bids.AsSpan(Tender(segment, attempt) * sponsors, sponsors);

    /// <summary>The Secretariat's scores by sponsor.</summary>
    public Span<double> Scores(int segment, int attempt) => scores.AsSpan(Tender(segment, attempt) * sponsors, sponsors);

    /// <summary>The host's utility of each bid at the decision, without taste, by sponsor.</summary>
    public Span<double> Utilities(int segment, int attempt) => utilities.AsSpan(Tender(segment, attempt) * sponsors, sponsors);

    /// <summary>The host's taste by sponsor, nobody's last.</summary>
    public Span<double> Tastes(int segment, int attempt) => tastes.AsSpan(Tender(segment, attempt) * (sponsors + 1), sponsors + 1);

    /// <summary>States that objected to a sponsor's bid.</summary>
    public ref ulong Objectors(int segment, int attempt, int sponsor) => ref objectors[Tender(segment, attempt) * sponsors + sponsor];

    private static int Tender(int segment, int attempt) => segment * 2 + attempt - 1;
}
