using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>What a sponsor may lend at a tender: the blends of its ladder, and the money left for either tranche at every step of concession.</summary>
/// <remarks>The same few windows are open on the same terms again and again, so their tables are kept, from run to run.</remarks>
internal sealed class LoanColumns
{
    private const int TablesKept = 128;

    private readonly int[] windows;
    private readonly int sponsor;
    private readonly bool isCofinanced;
    private readonly ConfigurationMemo memo;
    private readonly LoanTable[] tables;
    private readonly double[] roomsUsdBn;

    /// <param name="compiled">The scenario.</param>
    /// <param name="sponsor">Whose loans they are.</param>
    /// <param name="cofinanced">Whether multilateral windows lend besides, whose rules differ from step to step.</param>
    public LoanColumns(Compiled compiled, int sponsor, bool cofinanced)
    {
        (this.sponsor, isCofinanced) = (sponsor, cofinanced);
        windows = compiled.Lenders[sponsor];
        memo = new ConfigurationMemo((windows.Length + 1) * sizeof(short), TablesKept);
        tables = new LoanTable[TablesKept];
        for (var k = 0; k < tables.Length; k++) tables[k] = new LoanTable(compiled, sponsor);
        roomsUsdBn = new double[windows.Length];
        Table = tables[0];
        (Rents, Waits) = cofinanced ? (Columns.Of(Table.Blends.Length), Columns.Of(Table.Blends.Length)) : ([], []);
    }

    /// <summary>The blends and their terms.</summary>
    public LoanTable Table { get; private set; }

    /// <summary>Of loans with multilateral windows, by step: what officials value in a unit of face.</summary>
    public float[] Rents { get; }

    /// <summary>Likewise, years that processing adds; +∞ where none of them lends.</summary>
    public float[] Waits { get; }

    /// <summary>What a window can still lend, USD bn; 0 for none.</summary>
    public double RoomUsdBn(int window) => window < 0 ? 0 : roomsUsdBn[window];

    /// <summary>Reads the room in each window, and the ladder of those that have any.</summary>
    public void Load(TenderView view, ReadOnlySpan<WindowRoom> rooms)
    {
        Describe(view, rooms);
        Table = tables[memo.Find(out var isKnown)];
        if (!isKnown) Table.Fill(view, isCofinanced ? view.LenderLadderOf(sponsor, rooms) : view.LadderOf(sponsor, rooms));
        for (var k = 0; k < rooms.Length; k++) roomsUsdBn[k] = rooms[k].UsdBn;
    }

    /// <summary>Reads the rules that lenders bring along at each step.</summary>
    public void LoadRules(in OfferedTender tender)
    {
        var blends = Table.Blends;
        for (var step = 0; step < blends.Length; step++)
        {
            var harder = Table.WindowOf(blends[step].UsesHarder ? blends[step].HarderWindow : -1);
            var softer = Table.WindowOf(blends[step].UsesSofter ? blends[step].SofterWindow : -1);
            var rules = tender.View.RulesOf(sponsor, harder, softer);
            Rents[step] = (float)tender.RentPerFaceUnder(rules);
            Waits[step] = IsShared(tender, harder) || IsShared(tender, softer) ? (float)rules.ExtraYears : float.PositiveInfinity;
        }
    }

    // All that a table follows from: the terms of each open window, and the line, where states share it and a window serves a part of them.
    private void Describe(TenderView view, ReadOnlySpan<WindowRoom> rooms)
    {
        var sought = MemoryMarshal.Cast<sbyte, short>(memo.Sought);
        sought[rooms.Length..].Clear();
        for (var k = 0; k < rooms.Length; k++) sought[k] = rooms[k].IsOpen ? view.TermsOf(windows[k]) : (short)0;
        if (view.Hosts.AreSeveral) sought[windows.Length] = (short)(view.Segment + 1);
    }

    private static bool IsShared(in OfferedTender tender, int window) => window >= 0 && tender.View.Compiled.Windows[window].Multilateral is not null;
}
