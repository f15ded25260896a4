using System.Text;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Tests.Verification;

/// <summary>
/// One run of every shipped scenario under every arrangement, pinned to the bit: all that is said in it, all that came of it, and the figures that
/// people look at first. They change with the model or the data, never by themselves.
/// </summary>
public class GoldenRuns
{
    private const string ApproveVariable = "BIDSIM_APPROVE";
    private const ulong Seed = 1;

    public static TheoryData<string> Scenarios => [.. Worlds.Shipped];

    [Theory, MemberData(nameof(Scenarios))]
    public void The_runs_are_those_approved(string name)
    {
        var found = Runs(name);
        var file = Path.Combine(Worlds.Root(), "tests", "BidCompetitionSim.Experiments.Tests", "Verification", "Approved", name + ".txt");
        if (Environment.GetEnvironmentVariable(ApproveVariable) == "1") File.WriteAllText(file, found);

        File.Exists(file).ShouldBeTrue($"Nothing is approved for {name}: run the test with {ApproveVariable}=1 and commit {file}.");
        found.ShouldBe(File.ReadAllText(file), $"""
            The runs of {name} are not those approved. If they were meant to change, approve the new ones with
                {ApproveVariable}=1 dotnet run -c Release --project tests/BidCompetitionSim.Experiments.Tests -- --filter-class "*Golden*"
            and say in the commit why they changed.
            """);
    }

    private static string Runs(string name)
    {
        var scenario = Worlds.Read(name);
        var (compiled, hash) = (new Compiled(scenario), ResolvedScenario.Of(scenario).Hash);
        var text = new StringBuilder($"{name}, seed {Seed}, replication 0\nscenario {hash}\n");
        foreach (var arm in scenario.Arms) Append(text, compiled, arm, new RunKey(hash, Seed, 0));
        return text.ToString();
    }

    private static void Append(StringBuilder text, Compiled compiled, Arm arm, in RunKey key)
    {
        using var journal = new Journal(compiled, arm, key);
        var run = new Replication(compiled, arm);
        run.Run(key.Seed, key.Replication, journal);
        var digest = RunDigest.Of(key, arm, journal.Close(), run.Outcome);
        text.Append($"\n{arm.Id}\n  eventsDigest {digest.Events}\n  outcomeDigest {digest.Outcome}\n");
        foreach (var (figure, value) in Figures(run)) text.Append($"  {figure} {Facts.Text(value)}\n");
    }

    private static IEnumerable<(string Figure, double? Value)> Figures(Replication run)
    {
        var o = run.Outcome;
        yield return ("compatibility", o.Compatibility);
        yield return ("viability", o.Viability);
        yield return ("cohesion", o.Cohesion);
        yield return ("inheritedCompatibility", o.InheritedCompatibility);
        yield return ("builtCompatibility", o.BuiltCompatibility);
        yield return ("hoursLost", o.HoursLost);
        yield return ("viabilityBuilt", o.ViabilityBuilt);
        yield return ("enpvBaseTotalUsdBn", o.EnpvBaseTotalUsdBn);
        yield return ("avoidedLossUsdBn", o.AvoidedLossUsdBn);
        yield return ("foregoneGainUsdBn", o.ForegoneGainUsdBn);
        yield return ("meanEirr", o.MeanEirr);
        yield return ("junctionShare", o.JunctionShare);
        yield return ("dependence", o.Dependence);
        yield return ("tension", o.Tension);
        yield return ("hostSurplusUsdBn", o.HostSurplusUsdBn);
        yield return ("hostWelfareUsdBn", o.HostWelfareUsdBn);
        yield return ("rentsUsdBn", o.RentsUsdBn);
        yield return ("fundedUsdBn", o.FundedUsdBn);
        yield return ("meanPriceOverReference", o.MeanPriceOverReference);
        yield return ("meanGrantElement", o.MeanGrantElement);
        yield return ("meanConcession", o.MeanConcession);
        yield return ("guaranteedShare", o.GuaranteedShare);
        yield return ("meanOffers", o.MeanOffers);
        yield return ("built", o.Built);
        yield return ("cancelled", o.Cancelled);
        yield return ("neverLet", o.NeverLet);
        yield return ("meanYearsToCommissioning", o.MeanYearsToCommissioning);
        foreach (var sponsor in run.Kernel.Compiled.Scenario.Sponsors)
            yield return ($"awards.{sponsor.Id}", run.Kernel.Record.Winners.Count(winner => winner == run.Kernel.Compiled.SponsorOf(sponsor.Id)));
    }
}
