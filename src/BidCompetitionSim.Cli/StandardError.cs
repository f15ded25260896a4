using System.Text;

namespace BidCompetitionSim.Cli;

/// <summary>Standard error, or nowhere once that is closed or full: there is no place left to say so.</summary>
internal sealed class StandardError : TextWriter
{
    private readonly TextWriter console = Console.Error;

    public StandardError() => NewLine = "\n";

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Write(string? value)
    {
        try
        {
            console.Write(value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
