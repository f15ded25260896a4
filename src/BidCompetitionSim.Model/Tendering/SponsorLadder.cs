using BidCompetitionSim.Model.Finance;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>Storage for the ladder of the windows that one sponsor may use at one tender: its own, or the shared ones besides.</summary>
internal sealed class SponsorLadder(int[] windows)
{
    private readonly WindowFigures[] figures = new WindowFigures[windows.Length];
    private readonly WindowRoom[] open = new WindowRoom[windows.Length];
    private readonly WindowRoom[] eligible = new WindowRoom[windows.Length];
    private readonly WindowRoom[] joined = new WindowRoom[windows.Length];
    private readonly int[] rungs = new int[windows.Length];

    /// <summary>The rooms of the sponsor's own windows, then those of the shared ones.</summary>
    public ReadOnlySpan<WindowRoom> Join(ReadOnlySpan<WindowRoom> own, ReadOnlySpan<WindowRoom> shared)
    {
        own.CopyTo(joined);
        shared.CopyTo(joined.AsSpan(own.Length));
        return joined;
    }

    /// <summary>Open windows without limit, in their order.</summary>
    public ReadOnlySpan<WindowRoom> PublicRooms(TenderView view)
    {
        var notice = view.Record.OpenWindows[view.Segment];
        for (var k = 0; k < windows.Length; k++)
            open[k] = (notice >> windows[k] & 1) != 0 ? new WindowRoom(double.MaxValue, double.MaxValue) : default;
        return open;
    }

    /// <summary>The ladder of those windows that have room and lend for the segment.</summary>
    public ConcessionLadder Build(TenderView view, ReadOnlySpan<WindowRoom> rooms)
    {
        for (var k = 0; k < windows.Length; k++)
        {
            eligible[k] = view.Lends(windows[k]) ? rooms[k] : default;
            if (eligible[k].IsOpen) figures[k] = view.FiguresOf(windows[k]);
        }
        return ConcessionLadder.Build(figures, eligible, rungs);
    }
}
