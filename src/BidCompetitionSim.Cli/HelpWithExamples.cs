using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace BidCompetitionSim.Cli;

/// <summary>Help that ends with commands to copy.</summary>
internal static class HelpWithExamples
{
    private static readonly ConditionalWeakTable<Command, string[]> Examples = [];

    /// <summary>Gives a command examples to show in its help.</summary>
    public static T WithExamples<T>(this T command, params string[] lines) where T : Command
    {
        Examples.Add(command, lines);
        return command;
    }

    public static CommandLineAction Show(int width) => new ShowHelp(new HelpAction { MaxWidth = width });

    private sealed class ShowHelp(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            if (!Examples.TryGetValue(parseResult.CommandResult.Command, out var lines)) return code;
            output.WriteLine("Examples:");
            foreach (var line in lines) output.WriteLine($"  {line}");
            if (parseResult.CommandResult.Command is RootCommand) output.WriteLine(ExitCode.Help);
            return code;
        }
    }
}
