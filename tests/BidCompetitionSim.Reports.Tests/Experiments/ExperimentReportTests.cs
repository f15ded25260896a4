using System.Buffers;
using System.Text.RegularExpressions;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Html;
using BidCompetitionSim.Reports.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Reports.Tests.Experiments;

public partial class ExperimentReportTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20260101, 1).WithMaxTest(500);
    private static readonly ExperimentResult Result = SomeExperiment.Result;
    private static readonly ReportContext Context = SomeExperiment.Full.Context;

    /// <summary>Text made of what does harm where it is not escaped.</summary>
    private static readonly Arbitrary<string> Harmful = Gen.Elements(
        "<", ">", "\"", "'", "&", "</script>", "<!--", "-->", "]]>", "<script>", "<img src=x onerror=alert(1)>", "javascript:", "\u2028", "\u202E", "\u200F", "\0", "\r\n", "\\u003c", "\\", "{", "}", "🚄", "\uD800", "a")
        .NonEmptyListOf().Select(string.Concat).ToArbitrary();

    private static readonly SearchValues<char> Meaningful = SearchValues.Create("<>\"'\0\u202E\u200F");

    [Fact]
    public void What_a_reader_sees_is_the_approved_page() =>
        Approved.Hold(ExperimentReport.Content(new ResultView(Result), Context).ToString(), "Approved/experiment.html");

    [Fact]
    public void A_report_of_a_comparison_stays_below_900_kB_besides_its_document()
    {
        var document = ExperimentJson.Write(Result).Length;

        (ExperimentReport.Write(Result, Context).Length - document).ShouldBeLessThan(700_000);
    }

    [Fact]
    public void It_names_no_address_to_load_from()
    {
        var own = Script().Replace(ExperimentReport.Write(Result, Context), "");

        own.ShouldContain("default-src &#39;none&#39;");
        own.ShouldNotContain("http:");
        own.ShouldNotContain("https:");
        own.ShouldNotContain("url(");
        own.ShouldNotContain("@import");
        Regex.Matches(own, " (src|href)=\"([^\"]*)\"").ShouldAllBe(match => match.Groups[2].Value == "data:,");
    }

    [Fact]
    public void The_document_that_it_carries_is_the_document() =>
        ExperimentJson.Read(System.Text.Encoding.UTF8.GetBytes(Carried(ExperimentReport.Write(Alone(), Context)))).Points[0].Pairs[0].Measures
            .ShouldBe(Alone().Points[0].Pairs[0].Measures);

    [Fact]
    public void Of_a_step_it_carries_the_outcomes_alone()
    {
        var carried = CarriedDocument.Of(Result);

        carried.Points[0].Arms.Single(arm => arm.Arm == "bilateral-open").Measures.Select(one => one.Measure).ShouldBe(Result.Outcomes);
        carried.Points[0].Arms.Single(arm => arm.Arm == "asean-led").ShouldBeSameAs(Result.Points[0].Arms[2]);
    }

    [Fact]
    public void Of_many_points_it_carries_the_outcomes_and_the_whole_of_the_first()
    {
        var many = Alone() with { Points = [Alone().Points[0], Alone().Points[0] with { Point = 1 }] };

        var carried = CarriedDocument.Of(many);

        carried.Points[0].ShouldBeSameAs(many.Points[0]);
        carried.Points[1].Pairs[0].Measures.Select(one => one.Measure).ShouldBe(many.Outcomes);
        carried.Points[1].States.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_ends_a_script_or_starts_a_tag() =>
        Prop.ForAll(Harmful, text =>
        {
            var page = ExperimentReport.Content(new ResultView(With(text)), Context with { CommandLine = text }).ToString();
            return Tags(page).SequenceEqual(Tags(Plain)) && !page.Contains('\u202E');
        }).Check(Fixed);

    [Fact]
    public void No_text_leaves_the_data_that_a_page_carries() =>
        Prop.ForAll(Harmful, text =>
        {
            var data = System.Text.Encoding.UTF8.GetString(ExperimentJson.Write(With(text))) + PageData.Of(new ResultView(With(text)), Context with { Sponsors = [new(text, text, 'C')] }).ToJson();
            return data.AsSpan().IndexOfAny('<', '>', '&') < 0;
        }).Check(Fixed);

    [Fact]
    public void Escaped_text_has_no_sign_that_means_something_in_markup() =>
        Prop.ForAll(Harmful, text => Markup.Escape(text).AsSpan().IndexOfAny(Meaningful) < 0).Check(Fixed);

    [Fact]
    public void Assumed_numbers_are_listed_if_they_are_given()
    {
        var swing = new InfluenceSwing(-2.5, 0.1, 1.5, 0.1, 4, true);
        var given = Context with { Influence = new InfluenceReport("asean-led", 20, [new("bidding.regionalScale", 4, 2, 8, swing, swing, swing, swing, 4, [])]) };

        ExperimentReport.Content(new ResultView(Result), given).ToString().ShouldContain("bidding.regionalScale");
        ExperimentReport.Content(new ResultView(Result), Context).ToString().ShouldNotContain("Which assumed numbers decide");
    }

    private static string Plain { get; } = ExperimentReport.Content(new ResultView(With("a")), Context with { CommandLine = "a" }).ToString();

    private static ExperimentResult With(string text) => Result with
    {
        Title = text, Question = text, Scenario = text, ScenarioTitle = text, Limits = [text], Arms = [.. Result.Arms.Select(arm => arm with { Set = [text], Arrangement = text })],
        Failures = [Result.Failures[0] with { Reason = text }], Decomposition = [.. Result.Decomposition!.Select(step => step with { Switch = text })],
        Measures = [.. Result.Measures.Select(measure => measure with { Label = text, Unit = text })],
    };

    private static ExperimentResult Alone() => Result with { Decomposition = null };

    private static IEnumerable<string> Tags(string page) => Tag().Matches(page).Select(match => match.Groups[1].Value);

    private static string Carried(string page) => Regex.Match(page, "id=\"document\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex("<(/?[a-z0-9]+)")]
    private static partial Regex Tag();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
