using System.CommandLine;

namespace BidCompetitionSim.Cli;

/// <summary>In which form results are written.</summary>
internal enum OutputForm
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON document.</summary>
    Json,
}

/// <summary>Options that every command has.</summary>
internal static class GlobalOptions
{
    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "No progress and no remarks on standard error.", Recursive = true };

    public static readonly Option<string> Output = Form();

    public static readonly Option<string> Log = new("--log")
    {
        Description = "Write a log of what the program does to FILE; - is standard error.", HelpName = "FILE", Recursive = true,
    };

    public static OutputForm Form(ParseResult parsed) => parsed.GetValue(Output) == "json" ? OutputForm.Json : OutputForm.Text;

    private static Option<string> Form()
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = "text for people, json for programs.", HelpName = "text|json", Recursive = true, DefaultValueFactory = _ => "text",
        };
        return option.Among("text", "json");
    }
}
