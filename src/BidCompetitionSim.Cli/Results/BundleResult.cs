using System.CommandLine;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Store.Bundles;

namespace BidCompetitionSim.Cli.Results;

/// <summary>bidsim results bundle: an experiment in one file, as a paper attaches it.</summary>
internal static class BundleResult
{
    private static readonly Argument<string?> File = new("FILE") { Description = "The file to write; ID.zip if left out.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Command(Terminal terminal) =>
        new Command("bundle", "Pack scenario, plan, rows, result and their provenance into one file that anybody can play again with bidsim verify.")
        {
            Stored.Id, File, ExperimentOptions.StoreNeeded,
        }.Does(terminal, Run).WithExamples("bidsim results bundle x3f2a", "bidsim results bundle x3f2a paper.zip --store skrl.db");

    private static int Run(Call call) => Stored.Read(call, store =>
    {
        var experiment = store.Find(call.Parsed.GetRequiredValue(Stored.Id));
        var path = call.Parsed.GetValue(File) ?? $"{experiment.Plan.Experiment}.zip";
        using var file = WholeFile.Open(call, File.Name, path, store.Path)!;
        Writable.ToTheEnd(File.Name, path, () =>
        {
            Bundle.Write(store, experiment, file.Stream);
            file.Keep();
            return path;
        });
        call.Terminal.Out.WriteLine($"Wrote {path}. To play it again: bidsim verify {path}");
        return ExitCode.Done;
    });
}
