using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Sponsors;

/// <summary>Where the money of a triggered response goes (docs/model.md §4.4).</summary>
public sealed class PolicyResponseTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Its_money_goes_to_the_softest_window_that_lends_where_the_sponsor_lost(ulong seed)
    {
        Windows(Answering(softHosts: ["CCC"]), seed).ShouldBe(["cdb", "jbic"]);
        Windows(Answering(softHosts: ["AAA", "BBB", "CCC"]), seed).ShouldBe(["eximbank", "jica"]);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void With_no_window_for_that_host_it_goes_to_the_softest_of_all(ulong seed) =>
        Windows(Closed(Answering(softHosts: ["CCC"]), "cdb", "jbic"), seed).ShouldBe(["eximbank", "jica"]);

    /// <summary>All segments but the one in CCC, and a response to the first loss.</summary>
    private static Scenario Answering(string[] softHosts)
    {
        var some = Some.Scenario();
        return some with
        {
            Sponsors = Array.ConvertAll(some.Sponsors, sponsor => sponsor with { Response = Some.Response() with { Losses = 1 } }),
            Segments = Array.FindAll(some.Segments, segment => segment.Host != "CCC"),
            Windows = Array.ConvertAll(some.Windows, window => window.Id is "jica" or "eximbank" ? window with { Hosts = softHosts } : window),
        };
    }

    private static Scenario Closed(Scenario scenario, params string[] ids) => scenario with
    {
        Windows = Array.ConvertAll(scenario.Windows, window => ids.Contains(window.Id) ? window with { Hosts = ["CCC"] } : window),
    };

    private static string[] Windows(Scenario scenario, ulong seed)
    {
        var arm = Arrangements.Named("bilateral", scenario.Secretariat)!;
        var run = new Replication(new Compiled(scenario), arm);
        var named = new SortedSet<string>(StringComparer.Ordinal);
        for (var k = 0U; k < 40; k++)
        {
            using var journal = new Journal(run.Kernel.Compiled, arm, new RunKey("", seed, k), entry =>
            {
                if (entry.Message is PolicyChanged change) named.Add(change.Window);
            });
            run.Run(seed, k, journal);
        }
        return [.. named];
    }
}
