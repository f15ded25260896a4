using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using BidCompetitionSim.Cli.Runs;
using BidCompetitionSim.Experiments.Learning;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario train: sponsors learn what to offer, and a file keeps it.</summary>
internal static class TrainScenario
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMilliseconds(500);

    private static readonly Argument<string> Name = new("SCENARIO") { Description = "A scenario file, or the name of a scenario." };

    private static readonly Option<string[]> Sponsors = new("--sponsor")
    {
        Description = "A sponsor that learns; repeatable. Without it all do.", HelpName = "ID", DefaultValueFactory = _ => [],
    };

    private static readonly Option<int> Rounds = Number.Whole("--rounds", "Runs to learn from.", 2000, 1, int.MaxValue);

    private static readonly Option<string> To = new("--to") { Description = "Write what was learnt to FILE, for scenarios to include.", HelpName = "FILE.yaml", Required = true };

    public static Command Command(Terminal terminal) =>
        new Command("train", "Let sponsors learn by regret matching what to offer, and keep it in a file that a scenario includes.")
        {
            Name, Sponsors, Rounds, To, RunOptions.Arm, RunOptions.Seed, ScenarioOptions.Set, ScenarioOptions.Folder,
        }.Does(terminal, Run).WithExamples("bidsim scenario train skrl --to learnt.yaml", "bidsim scenario train skrl --sponsor japan --rounds 5000 --to japan.yaml");

    private static int Run(Call call)
    {
        var loaded = ScenarioOptions.Load(call, call.Parsed.GetRequiredValue(Name)).WithArrangements([call.Parsed.GetRequiredValue(RunOptions.Arm)]);
        var scenario = loaded.Scenario!;
        var arm = RunRequest.ArmOf(call, scenario);
        if (PolicyTraining.WhyNot(arm) is { } obstacle) throw new Refusal($"--arm: {obstacle}");
        var asked = Learners(call, scenario);
        var path = call.Parsed.GetRequiredValue(To);
        SpareOthers(path);
        using var file = WholeFile.Open(call, "--to", path, loaded.FoundAt)!;
        var training = new PolicyTraining(scenario, arm, asked, call.Parsed.GetValue(RunOptions.Seed));
        training.Train(call.Parsed.GetValue(Rounds), Progress(call), call.Stop);
        if (training.Choices == 0)
            throw new Refusal($"{scenario.Id}: in {Figure.Count(training.Rounds, "round")} under {arm.Id} no host chose among bids of {string.Join(", ", asked)}, so nothing was learnt; {file.Path} was not written");
        var how = $"{Figure.Count(training.Rounds, "round")} of {scenario.Id}, arm {arm.Id}, seed {call.Parsed.GetValue(RunOptions.Seed)}, {Figure.Count(training.Choices, "bid")} learnt from; largest average regret {Regret(training)} of reference cost";
        using (var text = new StreamWriter(file.Stream, leaveOpen: true)) text.Write(LearnedPolicyText.Of(training.Policies, how, Choices(training)));
        file.Keep();
        call.Terminal.Out.WriteLine($"Wrote {file.Path}: {how}.");
        TrainingText.Write(training.Situations, call.Terminal.Out);
        if (!call.Stop.IsCancellationRequested) return ExitCode.Done;
        call.Remark("Stopped: the file keeps what was learnt so far. A longer training starts again with more --rounds.");
        return ExitCode.Stopped;
    }

    private static string[] Learners(Call call, Scenario scenario)
    {
        var known = scenario.Sponsors.Select(one => one.Id).ToArray();
        var asked = call.Parsed.GetValue(Sponsors) is { Length: > 0 } some ? some.Distinct().ToArray() : known;
        foreach (var id in asked)
            if (!known.Contains(id)) throw new Refusal($"--sponsor: found {id}, expected a sponsor of {scenario.Id}: {string.Join(", ", known)}");
        return asked;
    }

    // A training may be played anew into its own file; anything else that is there is not what this command writes.
    private static void SpareOthers(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0) return;
        using var there = Writable.Open("--to", path, () => new StreamReader(path));
        if (!LearnedPolicyText.IsOne(there)) throw new Refusal($"--to: {path} is there already and is no file of policies learnt; it was left alone.");
    }

    private static Func<string, int, long> Choices(PolicyTraining training)
    {
        var choices = training.Situations.ToDictionary(one => (one.Sponsor, LearnedTable.SituationOf(one.Contested, one.Home, one.Pressed)), one => one.Choices);
        return (sponsor, situation) => choices[(sponsor, situation)];
    }

    private static Action<PolicyTraining>? Progress(Call call)
    {
        if (call.Quiet || !call.Terminal.Live) return null;
        var shown = Stopwatch.GetTimestamp();
        return training =>
        {
            if (Stopwatch.GetElapsedTime(shown) < BetweenLines) return;
            shown = Stopwatch.GetTimestamp();
            call.Terminal.Error.Write($"\r{Figure.Count(training.Rounds, "round")}, largest average regret {Regret(training)} of reference cost\e[K");
        };
    }

    private static string Regret(PolicyTraining training) => training.AverageRegret?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "unknown";
}
