using System.CommandLine;
using System.CommandLine.Invocation;
using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Cli;

/// <summary>Says which program this is, by version and commit.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var program = ProgramIdentity.OfThisProcess();
        parseResult.InvocationConfiguration.Output.WriteLine($"bidsim {program.Version} (commit {program.Commit})");
        return ExitCode.Done;
    }
}
