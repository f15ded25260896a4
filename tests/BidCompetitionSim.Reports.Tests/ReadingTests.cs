using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BidCompetitionSim.Reports.Runs;

namespace BidCompetitionSim.Reports.Tests;

public class ReadingTests
{
    [Fact]
    public void A_report_is_written_from_documents_and_never_from_a_kernel()
    {
        using var file = new PEReader(File.OpenRead(typeof(RunJson).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var named = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ToArray();

        named.ShouldContain("BidCompetitionSim.Experiments.Runs.RunResult");
        named.Where(IsOfTheModel).Except(Allowed).ShouldBeEmpty();
    }

    // What a document is described by, and the scenario that a report names, with the records it consists of: maps need places and lines.
    private static readonly string[] Allowed =
    [
        "BidCompetitionSim.Model.Simulation.MeaningAttribute", "BidCompetitionSim.Model.Messages.KebabCaseNames`1", "BidCompetitionSim.Model.Simulation.Scenario", "BidCompetitionSim.Model.Sponsors.Sponsor",
        "BidCompetitionSim.Model.States.State", "BidCompetitionSim.Model.Network.Place", "BidCompetitionSim.Model.Network.Segment", "BidCompetitionSim.Model.Network.Link",
    ];

    private static bool IsOfTheModel(string name) => name.StartsWith("BidCompetitionSim.Model.", StringComparison.Ordinal);
}
