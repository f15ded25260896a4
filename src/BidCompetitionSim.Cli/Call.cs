using System.CommandLine;
using Serilog;

namespace BidCompetitionSim.Cli;

/// <summary>One call of a command: its arguments, where it writes, and whether it is to stop.</summary>
internal sealed record Call(ParseResult Parsed, Terminal Terminal, ILogger Log, CancellationToken Stop)
{
    public bool Quiet => Parsed.GetValue(GlobalOptions.Quiet);

    public OutputForm Form => GlobalOptions.Form(Parsed);

    /// <summary>The command as it can be typed again.</summary>
    public string CommandLine => string.Join(' ', Parsed.Tokens.Select(static token => Quoted(token.Value)).Prepend("bidsim"));

    /// <summary>Something worth knowing that is no result.</summary>
    public void Remark(string line)
    {
        if (!Quiet) Terminal.Error.WriteLine(line);
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(static letter => char.IsAsciiLetterOrDigit(letter) || "-_=./,:@+%".Contains(letter)) ? word : $"'{word.Replace("'", "'\\''")}'";
}
