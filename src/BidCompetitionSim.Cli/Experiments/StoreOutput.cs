using BidCompetitionSim.Cli.Results;
using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Odd;
using BidCompetitionSim.Store;

namespace BidCompetitionSim.Cli.Experiments;

/// <summary>The store that keeps an experiment's rows, and gives back those of earlier sittings.</summary>
internal sealed class StoreOutput : IDisposable
{
    private readonly ResultStore _store;
    private readonly StoredExperiment? _before;
    private readonly StoreSink _sink;
    private readonly ExperimentPlan _plan;

    private StoreOutput(ResultStore store, Call call, ExperimentRequest request)
    {
        (_store, _plan) = (store, request.Plan);
        var id = request.Document.Experiment;
        _before = store.Experiments().FirstOrDefault(one => one.Plan.Experiment == id);
        if (!call.Parsed.GetValue(ExperimentOptions.Resume) && _before is { Rows: > 0 } there)
            throw new Refusal($"--store: found {Stored.RowsOf(there)} of this experiment, {id}, in {store.Path}, expected none without --resume, which goes on with them; bidsim results show {id} tells what they say");
        _sink = store.Begin(request.Plan, Sitting.Now(call.CommandLine), IsDescribed(request.Plan) ? null : OddProtocol.Text(request.Plan));
    }

    /// <summary>Takes further rows.</summary>
    public IRowSink Sink => _sink;

    /// <summary>Opens it; null for none.</summary>
    /// <exception cref="Refusal">It cannot be used, or holds rows of the experiment and nobody said to go on.</exception>
    public static StoreOutput? Open(Call call, ExperimentRequest request)
    {
        if (request.Store is not { } path) return null;
        Writable.Spare("--store", path, request.ReadFrom);
        ResultStore? store = null;
        try
        {
            store = ResultStore.Open(path);
            return new StoreOutput(store, call, request);
        }
        catch (Exception e)
        {
            store?.Dispose();
            throw e is StoreException ? new Refusal($"--store: {e.Message}") : e;
        }
    }

    /// <summary>Hands what is there to the fold and to others, as far as it is wanted.</summary>
    public void Replay(SummaryFold fold, IReadOnlyList<IRowSink> others)
    {
        if (_before is null) return;
        var limit = _plan.Precision is null ? (long)_plan.Points.Count * _plan.Replications * _plan.Arms.Count : long.MaxValue;
        _store.Replay(_before, [new Wanted(fold, others)], limit);
    }

    // Going on changes nothing about the model; the description tells how many replications there are, too.
    private bool IsDescribed(ExperimentPlan plan) => _before is not null && plan.Replications <= _before.Plan.Replications;

    /// <summary>Notes how it ended; what it says of fewer rows than are stored is not noted.</summary>
    public void Keep(ExperimentResult result)
    {
        if (_sink.Rows == result.Done + result.Failed) _sink.Finish(Enum.Parse<Ending>(result.Status, ignoreCase: true), result.Digest, ExperimentJson.Write(result));
    }

    public void Dispose()
    {
        _sink.Dispose();
        _store.Dispose();
    }

    /// <summary>Hands rows on until a wanted precision is reached: more may be stored for a finer one.</summary>
    private sealed class Wanted(SummaryFold fold, IReadOnlyList<IRowSink> others) : IRowSink
    {
        public void Take(ReadOnlySpan<Row> rows)
        {
            for (var i = 0; i < rows.Length && !(fold.Replications >= fold.Stopping?.Needed); i++)
            {
                fold.Take(rows.Slice(i, 1));
                foreach (var other in others) other.Take(rows.Slice(i, 1));
            }
        }
    }
}
