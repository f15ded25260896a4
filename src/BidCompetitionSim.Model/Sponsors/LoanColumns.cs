using System.Numerics;
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
    private readonly ConfigurationMemo memo;
    private readonly LoanTable[] tables;
    private readonly double[] harderRooms;
    private readonly double[] softerRooms;
    private readonly double[] rents;
    private readonly double[] waits;

    /// <param name="compiled">The scenario.</param>
    /// <param name="sponsor">Whose loans they are.</param>
    /// <param name="padded">Steps in whole vectors.</param>
    /// <param name="cofinanced">Whether multilateral windows lend besides, whose rules differ from step to step.</param>
    public LoanColumns(Compiled compiled, int sponsor, int padded, bool cofinanced)
    {
        this.sponsor = sponsor;
        windows = compiled.Lenders[sponsor];
        memo = new ConfigurationMemo((windows.Length + 1) * sizeof(short), TablesKept);
        tables = new LoanTable[TablesKept];
        for (var k = 0; k < tables.Length; k++) tables[k] = new LoanTable(compiled, sponsor, padded);
        (rents, waits) = cofinanced ? (new double[padded], new double[padded]) : ([], []);
        (harderRooms, softerRooms) = (new double[padded], new double[padded]);
        Table = tables[0];
    }

    /// <summary>The blends and their terms.</summary>
    public LoanTable Table { get; private set; }

    /// <summary>What the less concessional window of each blend can still lend, USD bn.</summary>
    public ReadOnlySpan<Vector<double>> HarderRooms => Columns(harderRooms);

    /// <summary>What the more concessional one can.</summary>
    public ReadOnlySpan<Vector<double>> SofterRooms => Columns(softerRooms);

    /// <summary>Of loans with multilateral windows: what officials value in a unit of face, and years that processing adds; +∞ where none of them lends.</summary>
    public ReadOnlySpan<Vector<double>> Rents => Columns(rents);

    /// <inheritdoc cref="Rents"/>
    public ReadOnlySpan<Vector<double>> Waits => Columns(waits);

    /// <summary>Reads a ladder, and the room in each window.</summary>
    public void Load(TenderView view, in ConcessionLadder ladder, ReadOnlySpan<WindowRoom> rooms)
    {
        Describe(view, rooms);
        Table = tables[memo.Find(out var isKnown)];
        if (!isKnown) Table.Fill(view, ladder);
        foreach (var run in Table.Runs)
        {
            ref readonly var blend = ref Table.Blends[run.Start];
            harderRooms.AsSpan(run).Fill(RoomUsdBn(blend.HarderWindow, rooms));
            softerRooms.AsSpan(run).Fill(RoomUsdBn(blend.SofterWindow, rooms));
        }
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
            rents[step] = tender.RentPerFaceUnder(rules);
            waits[step] = IsShared(tender, harder) || IsShared(tender, softer) ? rules.ExtraYears : double.PositiveInfinity;
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

    private static double RoomUsdBn(int window, ReadOnlySpan<WindowRoom> rooms) => window < 0 ? 0 : rooms[window].UsdBn;

    private static bool IsShared(in OfferedTender tender, int window) => window >= 0 && tender.View.Compiled.Windows[window].Multilateral is not null;

    private static ReadOnlySpan<Vector<double>> Columns(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values);
}
