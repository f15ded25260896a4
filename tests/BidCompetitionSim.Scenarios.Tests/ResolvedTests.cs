using System.Security.Cryptography;
using System.Text;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Scenarios.Tests;

public class ResolvedTests
{
    [Fact]
    public void The_bytes_follow_the_declaration_and_the_hash_follows_the_bytes()
    {
        var resolved = ResolvedScenario.Of(Some.Scenario());

        resolved.ToString().ShouldStartWith("""
            {"id":"some","title":"Five places in a row","question":"Does it all hang together?","startDate":"2020-01-01","horizonYears":30,"currencies":[{"id":"CNY","inflationPerYear":0.0225},{"id":"JPY","inflationPerYear":0.0065},
            """);
        resolved.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(resolved.Json.Span)));
    }

    [Fact]
    public void Any_scenario_comes_back_with_the_same_bits()
    {
        var finite = ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite);
        var scenarios =
            from cost in finite
            from title in ArbMap.Default.GeneratorFor<string>().Where(text => text is not null && IsText(text))
            from irr in Gen.OneOf(Gen.Constant((double?)null), finite.Select(x => (double?)(x % 0.5)))
            from day in Gen.Choose(-100_000, 100_000)
            from choice in Gen.Elements(Enum.GetValues<Model.Network.CostBasis>())
            select With(Some.Scenario(), segment => segment with
            {
                CostUsdBn = 0.001 + Math.Abs(cost % 499), Name = title, ForecastEirr = irr, TenderDay = day, CostBasis = choice,
            });

        Prop.ForAll(scenarios.ToArbitrary(), scenario =>
        {
            var resolved = ResolvedScenario.Of(scenario);
            var back = ResolvedScenario.Parse(resolved.Json);
            back.Hash.ShouldBe(resolved.Hash);
            back.Scenario.Segments[0].CostUsdBn.ShouldBe(scenario.Segments[0].CostUsdBn);
            back.Scenario.Segments[0].Name.ShouldBe(scenario.Segments[0].Name);
            back.Scenario.Segments[0].ForecastEirr.ShouldBe(scenario.Segments[0].ForecastEirr);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261121, 1).WithMaxTest(200));
    }

    [Fact]
    public void Minus_zero_has_the_bytes_of_zero()
    {
        var minus = With(Some.Scenario(), segment => segment with { DemandGrowthPerYear = -0.0 });
        var plus = With(Some.Scenario(), segment => segment with { DemandGrowthPerYear = 0.0 });

        ResolvedScenario.Of(minus).Hash.ShouldBe(ResolvedScenario.Of(plus).Hash);
    }

    [Theory]
    [InlineData("\"horizonYears\":30", "\"horizonYears\":3000", "horizonYears: found 3000")]
    [InlineData("\"horizonYears\":30", "\"horizonYears\":\"30\"", "horizonYears: found \"30\"")]
    [InlineData("\"horizonYears\":30,", "", "no horizonYears")]
    [InlineData("\"horizonYears\":30", "\"horizonYears\": 30", "Not canonical")]
    [InlineData("\"horizonYears\":30", "\"more\":1,\"horizonYears\":30", "more properties than Scenario")]
    [InlineData("\"costBasis\":\"appraisal\"", "\"costBasis\":\"guess\"", "segments[0].costBasis")]
    [InlineData("{\"id\"", "[", "")]
    public void Altered_bytes_are_refused(string right, string wrong, string message)
    {
        var json = ResolvedScenario.Of(Some.Scenario()).ToString();
        json.ShouldContain(right);
        var at = json.IndexOf(right, StringComparison.Ordinal);

        var altered = Encoding.UTF8.GetBytes(json[..at] + wrong + json[(at + right.Length)..]);

        Should.Throw<FormatException>(() => ResolvedScenario.Parse(altered)).Message.ShouldContain(message);
    }

    [Fact]
    public void A_table_out_of_order_is_refused()
    {
        var scenario = Some.Scenario();

        Should.Throw<ArgumentException>(() => ResolvedScenario.Of(scenario with { Places = [.. scenario.Places.Reverse()] })).Message.ShouldContain("places must be sorted by id");
    }

    private static Scenario With(Scenario scenario, Func<Model.Network.Segment, Model.Network.Segment> edit) =>
        scenario with { Segments = [edit(scenario.Segments[0]), .. scenario.Segments[1..]] };

    /// <summary>Half a surrogate pair is no text and has no UTF-8.</summary>
    private static bool IsText(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
}
