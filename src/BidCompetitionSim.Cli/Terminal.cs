namespace BidCompetitionSim.Cli;

/// <summary>Where the program writes: results to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Width">Characters in a line; 80 where the output is not a terminal.</param>
/// <param name="Colour">Whether results may be coloured.</param>
/// <param name="Live">Whether a line on standard error can be written over.</param>
internal sealed record Terminal(StandardOutput Out, TextWriter Error, int Width, bool Colour, bool Live)
{
    private const int RedirectedWidth = 80;
    private const int NarrowestWidth = 40;
    private const int WidestWidth = 120;

    public static Terminal OfThisProcess()
    {
        var width = Console.IsOutputRedirected ? RedirectedWidth : Math.Clamp(WindowWidth(), NarrowestWidth, WidestWidth);
        // https://no-color.org: present and not empty means no colour, whatever its value.
        var colour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(new StandardOutput(), new StandardError(), width, colour, !Console.IsErrorRedirected);
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : RedirectedWidth;
        }
        catch (IOException)
        {
            return RedirectedWidth;
        }
    }
}
