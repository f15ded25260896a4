using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Reports.Odd;

/// <summary>
/// A scenario's description in the ODD form (Grimm et al. 2020), as Markdown for a paper's appendix. The model's text is that of the program that
/// runs; values come from the types and parameters in force. Nothing in it is written by hand for one scenario, so it cannot differ from what ran.
/// </summary>
public static class OddProtocol
{
    private static readonly (string Section, string Title, Func<string, bool> Tables)[] Submodels =
    [
        ("§4.1", "Cost and signals", static table => table == "segments"),
        ("§4.2", "The offer", static table => IsOf(table, "windows", "currencies")),
        ("§4.3", "What a win is worth", static table => IsOf(table, "sponsors.values", "segments.homeTies")),
        ("§4.4", "How a sponsor bids", static table => IsOf(table, "sponsors", "bidding", "learnedPolicies")),
        ("§4.5", "How a state chooses", static table => table is "states.weights"),
        ("§4.6", "Arrangements", static table => IsOf(table, "arms", "secretariat", "packages")),
        ("§4.7", "Construction, cancellation, renegotiation", static table => IsOf(table, "delivery", "shocks")),
        ("§4.8", "Network and the corridor effect", static table => IsOf(table, "systems", "places", "links", "segments")),
        ("§4.9", "Ties and tension", static table => IsOf(table, "diplomacy", "frictions", "states.tiesToSponsors", "states.tiesToStates")),
        ("§4.10", "Trade and Factory Asia", static table => IsOf(table, "trade")),
        ("§5", "Scores", static table => IsOf(table, "scoring")),
    ];

    /// <summary>The protocol of a scenario.</summary>
    /// <param name="loaded">The scenario; it loaded.</param>
    public static string Text(LoadedScenario loaded) => Text(loaded, null);

    /// <summary>The protocol of an experiment: its scenario, and what it compares and varies.</summary>
    public static string Text(ExperimentPlan plan) => Text(plan.Scenario, plan);

    private static string Text(LoadedScenario loaded, ExperimentPlan? plan)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var (scenario, page, numbers) = (loaded.Scenario!, new Markdown(output), new NumbersInForce(loaded));
        Title(page, loaded);
        if (plan is not null) Experiment(page, plan);
        page.Heading(2, "1 Purpose and patterns").Text($"*Of this scenario.* {Markdown.Line(scenario.Question)}").Text(ModelText.Of("§1"));
        page.Heading(2, "2 Entities, state variables and scales").Text(ModelText.Of("§2"));
        page.Text($"*Scales of this scenario.* It starts on {scenario.StartDate} and runs for {scenario.HorizonYears} years in steps of a day; a project is appraised over its whole life.");
        numbers.Entities(page);
        page.Heading(2, "3 Process overview and scheduling").Text(ModelText.Of("§3"));
        page.Heading(2, "4 Design concepts").Text(ModelText.Of("Design concepts"));
        page.Heading(2, "5 Initialization").Text(ModelText.Of("Initialization"));
        numbers.Write(page, static table => table is "" or "states");
        page.Heading(2, "6 Input data").Text(ModelText.Of("Input data"));
        numbers.Sources(page);
        page.Heading(2, "7 Submodels");
        foreach (var (section, title, tables) in Submodels)
        {
            var text = ModelText.Of(section);
            if (text.Length > 0 || numbers.Has(tables)) page.Heading(3, $"{section} {title}").Text(text);
            numbers.Write(page, tables);
        }
        if (numbers.Has(static _ => true)) page.Heading(3, "Further numbers");
        numbers.Write(page, static _ => true);
        page.Heading(2, "Conventions").Text(ModelText.Of("Appendix B: conventions"));
        page.Heading(2, "Limits").Text(ModelText.Of("§8"));
        page.Heading(2, "Literature").Text(ModelText.Of("Literature"));
        return output.ToString();
    }

    private static void Title(Markdown page, LoadedScenario loaded)
    {
        var (scenario, program) = (loaded.Scenario!, ProgramIdentity.OfThisProcess());
        page.Heading(1, $"{scenario.Title}: ODD protocol");
        page.Text($"""
            Scenario `{scenario.Id}`, resolved SHA-256 `{ResolvedScenario.Of(scenario).Hash}`, which leaves out the ranges of assumed numbers: theirs is `{DrawnRanges.Hash(loaded)}`.
            Written by bidsim {program.Version} (commit {program.Commit}). The form is that of Grimm et al. (2020). Values are those in force, overrides included. The model asks what
            if; it does not forecast.
            """);
        if (loaded.Set.Count > 0) page.Text($"Overrides: {string.Join(", ", loaded.Set.Select(Markdown.Line))}.");
    }

    private static void Experiment(Markdown page, ExperimentPlan plan)
    {
        page.Heading(2, "Experiment").Text(Markdown.Line($"{plan.Title}. {plan.Question}".TrimEnd()));
        page.Text($"Seed {plan.Seed}; {(plan.Precision is null ? Figure.Count(plan.Replications, "replication") : "as many replications as its precision asks for")} of {Figure.Count(plan.Points.Count, "design point")}, all arms with the same draws{(plan.Uncertain ? "; every assumed number drawn from its range, once a replication and the same in all arms" : "")}.");
        page.Table(["arm", "arrangement", "switches taken over", "overrides"], plan.Arms.Select(static arm => new[]
        {
            arm.Id, arm.Arrangement, arm.Taken is { } taken ? $"from {taken.From}: {string.Join(", ", taken.Switches)}" : "", string.Join(", ", arm.Set),
        }));
        if (plan.Factors.Count > 0) page.Table(["factor", "low", "high", "unit"], plan.Factors.Select(static factor => new[] { factor.Name, $"{factor.Low:R}", $"{factor.High:R}", factor.Unit }));
    }

    private static bool IsOf(string table, params ReadOnlySpan<string> roots)
    {
        foreach (var root in roots)
            if (table == root || table.StartsWith(root + ".", StringComparison.Ordinal)) return true;
        return false;
    }
}
