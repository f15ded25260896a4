using System.CommandLine;

namespace BidCompetitionSim.Cli.Results;

/// <summary>bidsim results: what a store holds.</summary>
internal static class ResultsCommand
{
    public static Command Of(Terminal terminal) => new Command("results", "List, show and hand on experiments that are stored.")
    {
        ListResults.Command(terminal), ShowResult.Command(terminal), ExportResult.Command(terminal), BundleResult.Command(terminal),
        OddResult.Command(terminal),
    }.WithExamples("bidsim results list", "bidsim results show x3f2a", "bidsim results export x3f2a --csv rows.csv", "bidsim results bundle x3f2a paper.zip");
}
