using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using BidCompetitionSim.Cli.Scenarios;
using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Hindcasting;
using BidCompetitionSim.Reports.Text;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Cli.Hindcasting;

/// <summary>bidsim hindcast: past choices predicted from what was known then, and scored.</summary>
internal static class HindcastCommand
{
    private static readonly Argument<string?> Cases = new("CASES.csv")
    {
        Description = "A table of cases: columns id, host, sector, and whatever else is known (docs/hindcast.md). Without it, the 51 cases that come with the program.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Fit = new("--fit") { Description = "Estimate the weights of a host's choice, and predict every case by weights that never saw it." };

    private static readonly Option<string> Weights = new("--weights")
    {
        Description = "Replay with the weights in FILE; with --fit, write the estimated ones there, as data that a scenario can include.", HelpName = "FILE.yaml",
    };

    private static readonly Option<string[]> Ignore = new("--ignore")
    {
        Description = "Read columns of the table as if they were empty: to see what a prediction owes to one that may have been written down when it was known who won.",
        HelpName = "COLUMN,…", DefaultValueFactory = _ => [], CustomParser = Columns,
    };

    private static readonly Option<ulong> Seed = Number.Whole("--seed", "Seed of the bootstrap intervals; nothing else is drawn.", 1UL, 0UL, ulong.MaxValue);

    public static Command Of(Terminal terminal) => new Command("hindcast", "Replay past choices between China, Japan, others and nobody; score the replay against what happened.")
    {
        Cases, Fit, Weights, Ignore, ScenarioOptions.Set, Seed,
    }.Does(terminal, Run).WithExamples(
        "bidsim hindcast",
        "bidsim hindcast --fit",
        "bidsim hindcast --fit --weights weights.yaml",
        "bidsim hindcast my-cases.csv --weights weights.yaml",
        "bidsim hindcast --fit --ignore competed,planned_cost_usd_bn",
        "bidsim hindcast --fit --set sponsors.china.capabilities.rail.buildTimeFactor=1",
        "bidsim hindcast --output json > hindcast.json");

    private static int Run(Call call)
    {
        var fit = call.Parsed.GetValue(Fit);
        var file = call.Parsed.GetValue(Weights);
        var path = call.Parsed.GetValue(Cases);
        if (path is "") throw new Refusal("CASES.csv: found no path, expected the path of a table of cases");
        if (file is "") throw new Refusal("--weights: found no path, expected the path of a file");
        var (ignored, set) = (call.Parsed.GetValue(Ignore) ?? [], call.Parsed.GetValue(ScenarioOptions.Set) ?? []);
        var cases = path is null ? CaseFile.Shipped(ignored) : CaseFile.Load(path, ignored);
        var weights = fit || file is null ? HindcastWeights.Shipped(set) : WeightsFile.Load(file, set);
        if (!cases.Ok || !weights.Ok) throw new Refusal(cases.Problems.Concat(weights.Problems).Select(static problem => problem.ToString()));
        if (cases.Cases.Count == 0) throw new Refusal($"{cases.FoundAt}: found no case, expected a row below the columns");
        if (fit) CheckFit(cases);
        using var written = fit ? WholeFile.Open(call, "--weights", file, path is null ? [] : [path]) : null;
        var seed = call.Parsed.GetValue(Seed);
        var hindcast = new Hindcast(cases, weights.Weights);
        call.Log.Information("Hindcast of {Cases} cases of {File}, weights {Weights}", cases.Cases.Count, cases.FoundAt, fit ? HindcastWeights.FittedName : weights.Weights.From);
        var run = fit ? hindcast.Fit(seed, call.Stop) : hindcast.Predict(seed, call.Stop);
        if (written is not null) Keep(written, run.WeightsText!, call);
        if (call.Form == OutputForm.Json) JsonOut.Write(call.Terminal.Out, HindcastJson.Write(run.Result));
        else HindcastText.Write(run.Result, new Page(call.Terminal.Out, call.Terminal.Width, call.Terminal.Colour));
        return ExitCode.Done;
    }

    private static void CheckFit(LoadedCases cases)
    {
        var known = cases.Cases!.Count(static one => one.Winner is not null);
        if (known is < Hindcast.FewestFitted or > CaseLimits.Fitted)
            throw new Refusal($"--fit: found {Figure.Count(known, "case")} with a winner in {cases.FoundAt}, expected {Hindcast.FewestFitted} to {CaseLimits.Fitted}");
    }

    private static string[] Columns(ArgumentResult result)
    {
        var columns = result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToArray();
        foreach (var column in columns)
            if (!CaseFile.Optional.Contains(column)) result.AddError($"--ignore: found {column}, expected some of {string.Join(", ", CaseFile.Optional)}");
        return columns;
    }

    private static void Keep(WholeFile file, string text, Call call)
    {
        var replaced = File.Exists(file.Path);
        Writable.ToTheEnd("--weights", file.Path, () =>
        {
            file.Stream.Write(Encoding.UTF8.GetBytes(text));
            file.Keep();
            return true;
        });
        call.Remark($"Weights written to {file.Path}{(replaced ? ", in place of what was there" : "")}");
    }
}
