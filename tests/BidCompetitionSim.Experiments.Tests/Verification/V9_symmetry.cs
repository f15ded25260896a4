using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>
/// Nothing in the model knows who China is: with all data of the two exchanged, each does in distribution what the other did. Draws are keyed
/// by name, so single runs differ.
/// </summary>
public class V9_symmetry
{
    // Seeds are fixed: the level says how surprising a failure would be, Bonferroni over the measures of one test included.
    private const double Level = 0.001;
    private const int Replications = 400;

    public static TheoryData<string, string> Cases => new()
    {
        { "some", "bilateral" }, { "some", "bilateral-open" }, { "some", "asean-led" }, { "jakarta-bandung", "bilateral" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Exchanging_every_datum_of_the_two_sponsors_exchanges_every_result(string name, string arm)
    {
        var scenario = Worlds.Read(name);
        var measures = Measures(scenario, arm, "china", "japan", seed: 1);
        var exchanged = Measures(Exchanged(scenario), arm, "japan", "china", seed: 2);

        foreach (var measure in measures.Keys)
            Sample.RankSum(measures[measure], exchanged[measure]).ShouldBeGreaterThan(Level / measures.Count,
                $"{measure}: {measures[measure].Mean} and, exchanged, {exchanged[measure].Mean}");
    }

    [Theory, InlineData("bilateral"), InlineData("asean-led")]
    public void Passing_every_datum_of_three_sponsors_on_to_the_next_passes_every_result_on(string arm)
    {
        var scenario = Some.Rivals(3);
        var measures = Measures(scenario, arm, "china", "korea", seed: 1);
        var passed = Measures(Renamed(scenario, Next), arm, Next("china"), Next("korea"), seed: 2);

        foreach (var measure in measures.Keys)
            Sample.RankSum(measures[measure], passed[measure]).ShouldBeGreaterThan(Level / measures.Count,
                $"{measure}: {measures[measure].Mean} and, passed on, {passed[measure].Mean}");
    }

    [Fact]
    public void The_test_would_see_a_single_datum_that_stayed_behind()
    {
        var scenario = Some.Scenario(); // in which Japan builds at 1.1 and China at 0.9 of the reference
        var exchanged = Exchanged(scenario);
        exchanged = exchanged with
        {
            Sponsors = [exchanged.Sponsors[0] with { Capabilities = [exchanged.Sponsors[0].Capabilities[0] with { CostMultiplier = 0.9 }] }, exchanged.Sponsors[1]],
        };

        var (before, after) = (Measures(scenario, "bilateral", "china", "japan", 1), Measures(exchanged, "bilateral", "japan", "china", 2));

        before.Keys.Min(measure => Sample.RankSum(before[measure], after[measure])).ShouldBeLessThan(Level / before.Count);
    }

    [Theory, InlineData("bilateral"), InlineData("asean-led")]
    public void Two_sponsors_alike_win_equally_often(string arm)
    {
        var compiled = new Compiled(Alike());
        var run = new Replication(compiled, Worlds.ArmOf(compiled, arm));
        int china = 0, japan = 0;
        for (var replication = 0U; replication < 3 * Replications; replication++)
        {
            run.Run(4, replication);
            var won = run.Kernel.Record.Winners.Count(winner => winner == 0) - run.Kernel.Record.Winners.Count(winner => winner == 1);
            if (won > 0) china++;
            else if (won < 0) japan++;
        }

        (china + japan).ShouldBeGreaterThan(Replications);
        Sample.Fair(china, china + japan).ShouldBeGreaterThan(Level, $"{china} against {japan}");
    }

    /// <summary>What a run of the first sponsor's world came to, by name: the first sponsor is the one called so before any exchange.</summary>
    private static Dictionary<string, Sample> Measures(Scenario scenario, string arm, string first, string second, ulong seed)
    {
        var compiled = new Compiled(scenario);
        var run = new Replication(compiled, Worlds.ArmOf(compiled, arm));
        var measures = new Dictionary<string, Sample>();
        for (var replication = 0U; replication < Replications; replication++)
        {
            run.Run(seed, replication);
            foreach (var (name, value) in Measure(run, compiled.SponsorOf(first), compiled.SponsorOf(second)))
                if (value is { } number) (measures.TryGetValue(name, out var sample) ? sample : measures[name] = new Sample()).Add(number);
        }
        return measures;
    }

    private static IEnumerable<(string Name, double? Value)> Measure(Replication run, int first, int second)
    {
        var (outcome, record) = (run.Outcome, run.Kernel.Record);
        yield return ("awards of the first", record.Winners.Count(winner => winner == first));
        yield return ("awards of the second", record.Winners.Count(winner => winner == second));
        yield return ("price of the first", MeanPrice(run, first));
        yield return ("price of the second", MeanPrice(run, second));
        yield return ("tie to the first", record.Diplomacy.ToSponsor(0, first));
        yield return ("tie to the second", record.Diplomacy.ToSponsor(0, second));
        yield return ("price", outcome.MeanPriceOverReference);
        yield return ("grant element", outcome.MeanGrantElement);
        yield return ("guarantees", outcome.GuaranteedShare);
        yield return ("compatibility", outcome.Compatibility);
        yield return ("viability", outcome.Viability);
        yield return ("cohesion", outcome.Cohesion);
        yield return ("surplus", outcome.HostSurplusUsdBn);
        yield return ("rents", outcome.RentsUsdBn);
        yield return ("built", outcome.Built);
    }

    private static double? MeanPrice(Replication run, int sponsor)
    {
        var kernel = run.Kernel;
        double sum = 0;
        var count = 0;
        for (var s = 0; s < kernel.Compiled.Segments.Length; s++)
        {
            if (kernel.Record.Winners[s] != sponsor) continue;
            sum += kernel.Contracts[s].PriceUsdBn / kernel.Compiled.ReferenceCostUsdBn(s, kernel.Record.OpenedDays[s]);
            count++;
        }
        return count == 0 ? null : sum / count;
    }

    private static string Other(string sponsor) => sponsor switch { "china" => "japan", "japan" => "china", _ => sponsor };

    private static string Next(string sponsor) => sponsor switch { "china" => "japan", "japan" => "korea", "korea" => "china", _ => sponsor };

    private static Scenario Exchanged(Scenario scenario) => Renamed(scenario, Other);

    private static Scenario Renamed(Scenario scenario, Func<string, string> name) => scenario with
    {
        Sponsors = [.. scenario.Sponsors.Select(s => s with { Id = name(s.Id) }).OrderBy(s => s.Id, StringComparer.Ordinal)],
        Windows = [.. scenario.Windows.Select(w => w with { Sponsor = name(w.Sponsor) })],
        States = [.. scenario.States.Select(state => state with { TiesToSponsors = Sorted(state.TiesToSponsors.Select(tie => tie with { To = name(tie.To) })) })],
        Segments = [.. scenario.Segments.Select(s => s with { HomeTies = [.. s.HomeTies.Select(h => h with { Sponsor = name(h.Sponsor) }).OrderBy(h => h.Sponsor, StringComparer.Ordinal)] })],
    };

    private static Tie[] Sorted(IEnumerable<Tie> ties) => [.. ties.OrderBy(tie => tie.To, StringComparer.Ordinal)];

    /// <summary>The small scenario with two Chinas, of which one is called Japan and has a standard of its own.</summary>
    private static Scenario Alike()
    {
        var some = Some.Scenario();
        var china = Some.China();
        return some with
        {
            Sponsors = [china with { RegionalShare = 0.5 }, china with { Id = "japan", RegionalShare = 0.5, Capabilities = [china.Capabilities[0] with { Standard = "japanese" }] }],
            Windows = [Some.Cdb(), Some.Eximbank(), Some.Cdb() with { Id = "hard", Sponsor = "japan" }, Some.Eximbank() with { Id = "soft", Sponsor = "japan" }],
            States = [.. some.States.Select(state => state with { TiesToSponsors = [Some.Tie("china", 0.2), Some.Tie("japan", 0.2)] })],
            Segments = [.. some.Segments.Select(segment => segment with { HomeTies = [] })],
        };
    }
}
