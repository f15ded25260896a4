using System.CommandLine;
using System.CommandLine.Parsing;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Cli;

/// <summary>What is wrong with a call that makes no sense.</summary>
internal static class Mistake
{
    /// <summary>Tells what is wrong and where help is.</summary>
    public static int Tell(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        foreach (var line in Lines(parsed, command)) terminal.Error.WriteLine(line);
        terminal.Error.WriteLine($"See: {Path(command)} --help");
        return ExitCode.BadInput;
    }

    /// <summary>A first argument such as <c>[name]</c>, which the parser steps over; null for none.</summary>
    public static string? Directive(ParseResult parsed) => parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Directive)?.Value;

    // What follows an unknown option or command belongs to it: only the mistake itself is told.
    private static IEnumerable<string> Lines(ParseResult parsed, Command command)
    {
        if (Directive(parsed) is { } directive) return [$"bidsim: found {directive}, expected a command or an option"];
        var options = parsed.UnmatchedTokens.Where(token => token.StartsWith('-')).Select(token => token.Split('=', ':')[0]).ToArray();
        if (options.Length > 0) return options.Select(option => Unknown(command, "option", option, OptionsOf(command)));
        var commands = command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name).ToArray();
        if (commands.Length > 0)
            return [parsed.UnmatchedTokens is [var first, ..] ? Unknown(command, "command", first, commands) : $"{Path(command)}: found no command, expected one of {string.Join(", ", commands)}"];
        if (parsed.UnmatchedTokens.Count > 0) return [$"{Path(command)}: found {string.Join(' ', parsed.UnmatchedTokens)}, expected nothing more"];
        return parsed.Errors.Select(error => error.Message);
    }

    private static string Unknown(Command command, string what, string found, string[] valid)
    {
        // A letter is near to every letter.
        var near = found.TrimStart('-') is { Length: > 1 } name ? Nearest.To(name, valid.Select(one => one.TrimStart('-'))) : null;
        var hint = near is null ? "" : $" (did you mean {Array.Find(valid, one => one.TrimStart('-') == near)}?)";
        return $"{Path(command)}: found the unknown {what} {found}, expected one of {string.Join(", ", valid)}{hint}";
    }

    private static string[] OptionsOf(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive);
        return [.. command.Options.Concat(inherited).Where(option => !option.Hidden).Select(option => option.Name).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "bidsim";
}
