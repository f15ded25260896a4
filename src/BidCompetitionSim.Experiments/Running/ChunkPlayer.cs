using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Running;

/// <summary>Plays one run on a carrier.</summary>
internal delegate void Player(Replication carrier, ulong seed, uint replication);

/// <summary>One thread's tools: a carrier for every arm, made anew where the scenario changes or a run failed.</summary>
internal sealed class ChunkPlayer(ulong seed, CellSource source, RowReader reader, Player play, int arms)
{
    private const int ReasonLength = 300;

    private readonly Replication?[] _carriers = new Replication?[arms];

    /// <summary>Plays a chunk to its end, or to the last whole replication before it is cancelled.</summary>
    public void Play(Chunk chunk, CancellationToken cancellation)
    {
        // One arm's replications after the other: what its carrier keeps from run to run stays at hand, and no arm drives it out for another.
        var most = source.IsSameForAll ? chunk.Replications : 1;
        while (chunk.IsCut && !cancellation.IsCancellationRequested)
        {
            var next = chunk.Played;
            var end = Math.Min(next + most, chunk.Replications);
            if (TryFind(chunk.Point, chunk.First + (uint)next, out var cells, out var problem))
                for (var arm = 0; arm < arms; arm++)
                    for (var k = next; k < end; k++) Play(cells.OfArms[arm], chunk.RowOf(k, arm), cells.Redraws);
            else
                for (var arm = 0; arm < arms; arm++)
                    for (var k = next; k < end; k++) chunk.RowOf(k, arm).Fail(problem);
            chunk.AdvanceTo(end);
        }
    }

    private bool TryFind(int point, uint replication, out Cells cells, out string problem)
    {
        try
        {
            (cells, problem) = (source.Of(point, replication), "");
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            (cells, problem) = (default, Reason(e));
            return false;
        }
    }

    private void Play(Cell cell, Row row, int redraws)
    {
        row.Redraws = redraws;
        if (cell.Compiled is null)
        {
            row.Fail(Short(cell.Problem!));
            return;
        }
        try
        {
            var carrier = CarrierOf(cell, row.Arm);
            play(carrier, seed, row.Replication);
            reader.Read(carrier, row);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _carriers[row.Arm] = null; // what it holds is half of a run
            row.Fail(Reason(e));
        }
    }

    private Replication CarrierOf(Cell cell, int arm)
    {
        var carrier = _carriers[arm];
        if (carrier is null || carrier.Kernel.Compiled != cell.Compiled || carrier.Kernel.Arm != cell.Arm)
            _carriers[arm] = carrier = new Replication(cell.Compiled!, cell.Arm!);
        return carrier;
    }

    private static string Reason(Exception e) => Short($"{e.GetType().Name}: {e.Message}");

    private static string Short(string reason)
    {
        var line = reason.ReplaceLineEndings(" ");
        return line.Length <= ReasonLength ? line : line[..ReasonLength];
    }
}
