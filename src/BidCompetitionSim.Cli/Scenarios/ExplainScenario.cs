using System.CommandLine;
using System.Diagnostics;
using BidCompetitionSim.Cli.Runs;
using BidCompetitionSim.Experiments.Influence;
using BidCompetitionSim.Experiments.Running;
using BidCompetitionSim.Reports.Scenarios;
using BidCompetitionSim.Reports.Text;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Cli.Scenarios;

/// <summary>bidsim scenario explain: every number, why it is what it is, and which of the assumed ones decide.</summary>
internal static class ExplainScenario
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMilliseconds(200);

    private static readonly Argument<string> Name = new("SCENARIO") { Description = "A scenario file, or the name of a scenario." };

    private static readonly Option<int> Replications = new("--replications")
    {
        Description = "Replications for each end of each assumed range; 0 lists the numbers without ranking them.", HelpName = "N",
        DefaultValueFactory = _ => InfluenceRanking.QuickReplications,
    };

    public static Command Command(Terminal terminal)
    {
        Replications.Validators.Add(result =>
        {
            if (result.GetValue(Replications) < 0) result.AddError($"--replications: found {result.GetValue(Replications)}, expected a whole number from 0");
        });
        return new Command("explain", "Rank the assumed numbers of a scenario by how far they move the scores, then list every number with its reason.")
        {
            Name, RunOptions.Arm, Replications, ScenarioOptions.Set, ScenarioOptions.Folder,
        }.Does(terminal, Run).WithExamples(
            "bidsim scenario explain skrl", "bidsim scenario explain skrl --arm asean-led --replications 100",
            "bidsim scenario explain skrl --replications 0 --output json > numbers.json");
    }

    private static int Run(Call call)
    {
        var loaded = ScenarioOptions.Load(call, call.Parsed.GetRequiredValue(Name)).WithArrangements([call.Parsed.GetValue(RunOptions.Arm)!]);
        var report = ProvenanceReport.Of(loaded.Scenario!, loaded.Provenance, Rank(call, loaded));
        if (call.Form == OutputForm.Json) JsonOut.Write(call.Terminal.Out, report, ProvenanceJson.Default.ProvenanceReport);
        else ProvenanceText.Write(report, new Page(call.Terminal.Out, call.Terminal.Width, call.Terminal.Colour));
        return ExitCode.Done;
    }

    private static InfluenceTable? Rank(Call call, LoadedScenario loaded)
    {
        var replications = call.Parsed.GetValue(Replications);
        if (replications == 0) return null;
        var arm = call.Parsed.GetValue(RunOptions.Arm)!;
        if (!Array.Exists(loaded.Scenario!.Arms, one => one.Id == arm))
            throw new Refusal($"--arm: found {arm}, expected an arm of {loaded.Scenario.Id}: {string.Join(", ", loaded.Scenario.Arms.Select(one => one.Id))}");
        var shown = 0L;
        var live = call.Terminal.Live && !call.Quiet;
        var table = InfluenceRanking.Of(loaded, arm, new Batch(1, replications), (done, all) =>
        {
            if (!live || (shown != 0 && Stopwatch.GetElapsedTime(shown) < BetweenLines)) return;
            shown = Stopwatch.GetTimestamp();
            call.Terminal.Error.Write($"\r{done} of {all} assumed numbers played at both ends of their ranges\e[K");
        }, call.Stop);
        if (shown != 0) call.Terminal.Error.Write("\r\e[K");
        return table;
    }
}
