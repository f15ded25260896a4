using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using BidCompetitionSim.Cli.Experiments;
using BidCompetitionSim.Cli.Hindcasting;
using BidCompetitionSim.Cli.Results;
using BidCompetitionSim.Cli.Runs;
using BidCompetitionSim.Cli.Scenarios;

namespace BidCompetitionSim.Cli;

/// <summary>The command line: what there is, and what becomes of a call.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Terminal terminal)
    {
        // An argument means what it says: @name is no file of further arguments.
        var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction || Mistake.Directive(parsed) is not null) return Mistake.Tell(parsed, terminal);
        var code = parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        if (terminal.Out.Deliver() is not { } obstacle) return code;
        terminal.Error.WriteLine($"bidsim: standard output cannot be written: {obstacle}");
        return code == ExitCode.Done ? ExitCode.Failed : code;
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(
            "What-if simulation of China-Japan competition for infrastructure in Southeast Asia. It shows what follows from stated assumptions; it is no forecast.")
        {
            GlobalOptions.Quiet, GlobalOptions.Output, GlobalOptions.Log,
        };
        root.Directives.Clear();
        root.Add(RunCommand.Of(terminal));
        root.Add(CompareCommand.Of(terminal));
        root.Add(ExperimentCommand.Of(terminal));
        root.Add(HindcastCommand.Of(terminal));
        root.Add(ResultsCommand.Of(terminal));
        root.Add(VerifyCommand.Of(terminal));
        root.Add(ScenarioCommand.Of(terminal));
        foreach (var option in root.Options)
        {
            if (option is VersionOption) option.Action = new ShowVersion();
            if (option is HelpOption) option.Action = HelpWithExamples.Show(terminal.Width);
        }
        return root.WithExamples("bidsim run skrl", "bidsim run skrl --arm asean-led --seed 7 --output json > run.json", "bidsim compare skrl --report skrl.html", "bidsim scenario list");
    }
}
